import * as vscode from "vscode";
import type { SentRecord } from "../../core/book/sentRecord";
import type { HistoryStore } from "../../core/ports/messages";

export const SENT_SCHEME = "khobor-sent";

/** The address of a sent message: its name is what the tab shows, the record's id is what it is found by. */
export function sentUri(record: SentRecord, title: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SENT_SCHEME, path: `/${title.replaceAll("/", "-")}.md`, query: record.id });
}

/** Sent messages open from their records, so that they cannot be changed. */
export function registerSentDocuments(history: HistoryStore): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SENT_SCHEME, {
    provideTextDocumentContent: async (uri) => {
      const entries = await history.all();
      const record = entries.find((entry): entry is SentRecord => entry.what === "sent" && entry.id === uri.query);
      return record?.text ?? "";
    },
  });
}

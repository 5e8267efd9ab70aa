import * as vscode from "vscode";
import type { ChannelName } from "../../core/book/client";
import type { Provenance } from "../../core/drafting/draft";
import type { BookStore } from "../../core/ports";
import type { Say } from "../../core/say";
import type { CommandId } from "../commandIds";
import type { OpenDrafts } from "./openDrafts";

interface LensesDeps {
  readonly openDrafts: OpenDrafts;
  readonly book: BookStore;
  readonly say: Say;
}

/** The line of actions above a draft. */
export function registerDraftLenses({ openDrafts, book, say }: LensesDeps): vscode.Disposable {
  const top = new vscode.Range(0, 0, 0, 0);
  const lens = (command: CommandId, title: string) => new vscode.CodeLens(top, { command, title });

  const lenses = (provenance: Provenance): vscode.CodeLens[] => {
    const channel = book.current().client.find((client) => client.id === provenance.clientId)?.channel ?? "copy";
    const copy = lens("khobor.copyDraft", say(`draft.copy.${channel}` satisfies CopyText));
    if (provenance.sentAs !== undefined) {
      return [lens("khobor.openSent", say("draft.isSent")), copy, lens("khobor.withdrawSent", say("draft.withdraw"))];
    }
    return [
      copy,
      lens("khobor.markAsSent", say("draft.markAsSent")),
      lens("khobor.previewDraft", say("draft.preview")),
      lens("khobor.showLeftOut", say("draft.leftOut", { count: provenance.leftOut.length })),
      lens("khobor.draftAgain", say("draft.again")),
    ];
  };

  return vscode.languages.registerCodeLensProvider(openDrafts.selector, {
    onDidChangeCodeLenses: openDrafts.onDidChange,
    provideCodeLenses: async (document) => {
      const provenance = await openDrafts.of(document);
      return provenance ? lenses(provenance) : [];
    },
  });
}

type CopyText = `draft.copy.${ChannelName}`;

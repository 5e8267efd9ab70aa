import * as vscode from "vscode";
import type { AttachmentCommandsDeps } from "../commands/attachments/deps";
import type { OpenDrafts } from "./openDrafts";

export interface DropDeps {
  readonly openDrafts: OpenDrafts;
  /** Loaded at the first drop. */
  readonly deps: () => Promise<AttachmentCommandsDeps>;
  readonly failed: (error: unknown) => void;
}

/** Files that are dragged into a draft are attached to it, not linked: what they lie in is the writer's own disk. */
export function registerDropAttachments({ openDrafts, deps, failed }: DropDeps): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Empty.append("khobor", "attach");
  return vscode.languages.registerDocumentDropEditProvider(
    openDrafts.selector,
    {
      async provideDocumentDropEdits(document, _, transfer) {
        const provenance = await openDrafts.of(document);
        if (!provenance || provenance.sentAs !== undefined) return undefined;
        const { droppedFiles } = await import("../commands/attachments/dropped");
        const files = await droppedFiles(transfer);
        if (files.length === 0) return undefined;
        const edit = new vscode.DocumentDropEdit("", undefined, kind);
        // The text is changed by what is attached, after the drop itself, which puts nothing where the pointer was.
        const attach = async () => (await import("../commands/attachments/dropped")).attachDropped(files, document, provenance, await deps());
        void attach().catch(failed);
        return edit;
      },
    },
    { dropMimeTypes: ["text/uri-list", "files"], providedDropEditKinds: [kind] },
  );
}

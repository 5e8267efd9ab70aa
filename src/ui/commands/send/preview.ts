import * as vscode from "vscode";
import { inOrder } from "../../../core/inOrder";
import { toPlainText } from "../../../core/drafting/plainText";
import { splitSubject } from "../../../core/drafting/subject";
import { previewPage, type Previewed } from "../../documents/previewPage";
import { warnOfErrors } from "../draft/sending";
import type { SendDeps } from "./deps";

/** While somebody types, the preview follows at this distance. Milliseconds. */
const behind = 150;
const open = new Map<string, vscode.WebviewPanel>();

/** The draft in the active editor as a mail shows it, beside it, and as rich text on the clipboard from there. */
export async function previewDraft(deps: SendDeps): Promise<void> {
  const active = await deps.openDrafts.active();
  if (!active) return;
  const { say, newId, channels } = deps;
  const { document, provenance } = active;
  const key = document.uri.toString();
  const known = open.get(key);
  if (known) {
    known.reveal(undefined, true);
    return;
  }
  const title = say("preview.title");
  const panel = vscode.window.createWebviewPanel("khobor.preview", title, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, localResourceRoots: [] });
  open.set(key, panel);
  const made = async (): Promise<Previewed> => {
    const { subject = "", body } = splitSubject(document.getText());
    return { subject, html: await channels.html(body), plain: toPlainText(body) };
  };
  // A panel may be closed while its page is being made.
  const behindTheScenes = (work: Promise<unknown>) => void work.catch((error: unknown) => deps.log.warn(`the preview: ${String(error)}`));
  const show = inOrder(made, (page) => behindTheScenes(Promise.resolve(panel.webview.postMessage(page))));
  let later: NodeJS.Timeout | undefined;
  const listening = [
    panel.webview.onDidReceiveMessage((said: unknown) => {
      if (said === "ready") behindTheScenes(show());
      if (said !== "copied") return;
      deps.flash(`$(check) ${say("draft.copied")}`);
      behindTheScenes(warnOfErrors(provenance, document.getText(), deps));
    }),
    vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document !== document) return;
      clearTimeout(later);
      later = setTimeout(() => behindTheScenes(show()), behind);
    }),
    vscode.workspace.onDidCloseTextDocument((closed) => {
      if (closed === document) panel.dispose();
    }),
  ];
  panel.onDidDispose(() => {
    clearTimeout(later);
    open.delete(key);
    for (const one of listening) one.dispose();
  });
  panel.webview.html = previewPage({ language: provenance.language, title, copy: say("preview.copy"), copied: say("preview.copied") }, newId().replace(/\W/g, ""));
}

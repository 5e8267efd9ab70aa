import * as vscode from "vscode";
import { inOrder } from "../../../core/inOrder";
import { toPlainText } from "../../../core/drafting/plainText";
import { splitSubject } from "../../../core/drafting/subject";
import { previewPage, type Previewed } from "../../documents/previewPage";
import { warnOfErrors } from "../draft/sending";
import type { SendDeps } from "./deps";

type ActiveDraft = NonNullable<Awaited<ReturnType<SendDeps["openDrafts"]["active"]>>>;

/** While somebody types, the preview follows at this distance. Milliseconds. */
const behind = 150;
/** One for all, of the draft that was active last: beside another draft the preview of the first would be taken for that one's. */
let open: { readonly panel: vscode.WebviewPanel; readonly show: (draft: ActiveDraft) => void } | undefined;

/** The draft in the active editor as a mail shows it, beside it, and as rich text on the clipboard from there. */
export async function previewDraft(deps: SendDeps): Promise<void> {
  const active = await deps.openDrafts.active();
  if (!active) return;
  if (open) {
    open.show(active);
    open.panel.reveal(undefined, true);
    return;
  }
  const { say, newId, channels } = deps;
  let shown = active;
  const title = say("preview.title");
  const panel = vscode.window.createWebviewPanel("khobor.preview", title, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, localResourceRoots: [] });
  const begin = () => {
    panel.webview.html = previewPage({ language: shown.provenance.language, title, copy: say("preview.copy"), copied: say("preview.copied") }, newId().replace(/\W/g, ""));
  };
  const follow = (draft: ActiveDraft | undefined) => {
    if (!draft || draft.document === shown.document) return;
    shown = draft;
    begin();
  };
  open = { panel, show: follow };
  const made = async (): Promise<Previewed> => {
    const { subject = "", body } = splitSubject(shown.document.getText());
    return { subject, html: await channels.html(body), plain: toPlainText(body) };
  };
  // A panel may be closed while its page is being made.
  const behindTheScenes = (work: Promise<unknown>) => void work.catch((error: unknown) => deps.log.warn(`the preview: ${String(error)}`));
  const show = inOrder(made, (page) => behindTheScenes(Promise.resolve(panel.webview.postMessage(page))));
  const followActive = inOrder(() => deps.openDrafts.active(), follow);
  let later: NodeJS.Timeout | undefined;
  const listening = [
    panel.webview.onDidReceiveMessage((said: unknown) => {
      if (said === "ready") behindTheScenes(show());
      if (said !== "copied") return;
      deps.flash(`$(check) ${say("draft.copied")}`);
      behindTheScenes(warnOfErrors(shown.provenance, shown.document.getText(), deps));
    }),
    vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document !== shown.document) return;
      clearTimeout(later);
      later = setTimeout(() => behindTheScenes(show()), behind);
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor) behindTheScenes(followActive());
    }),
    vscode.workspace.onDidCloseTextDocument((closed) => {
      if (closed === shown.document) panel.dispose();
    }),
  ];
  panel.onDidDispose(() => {
    clearTimeout(later);
    open = undefined;
    for (const one of listening) one.dispose();
  });
  begin();
}

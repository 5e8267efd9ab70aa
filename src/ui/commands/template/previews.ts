import * as vscode from "vscode";
import type { Client } from "../../../core/book/client";
import { activeClients } from "../../../core/book/queries";
import { renderPreview } from "../../../core/drafting/templates/preview";
import type { Disposable } from "../../../core/ports/events";
import type { Text } from "../../../core/say";
import { previewMessage, type Previewed } from "../../../flows/previewMessage";
import { askInSteps } from "../../prompts/steps";
import type { TemplateDeps } from "./deps";
import { templateFile, type TemplateFile } from "./templateFile";

const scheme = "khobor-preview";
/** A book that has just changed is read when it rests. */
const REST_MS = 250;

/** Messages as a template would write them now, on real data of a client, while it is being edited. */
export interface Previews extends Disposable {
  /** Beside the editor. The client is asked for where there are several and none was chosen yet, or with `another`. */
  show(document: vscode.TextDocument, another?: boolean): Promise<void>;
  /** The text of the template has changed. */
  refresh(document: vscode.TextDocument): void;
}

interface Shown extends TemplateFile {
  readonly document: vscode.TextDocument;
  readonly client: Client;
  /** Kept until the book changes: typing reads no repository. */
  data: Promise<Previewed> | undefined;
}

export function createPreviews(deps: TemplateDeps): Previews {
  const { say, book, messages } = deps;
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = new Map<string, Shown>();
  let chosen: string | undefined;

  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => {
      const one = shown.get(uri.toString());
      return one ? pageOf(one) : "";
    },
  });

  const read = (one: Shown): Promise<Previewed> => (one.data ??= reading(one));
  const reading = ({ kind, language, client }: Shown): Promise<Previewed> => {
    if (!deps.trust.isTrusted()) return Promise.resolve({ is: "none", why: { id: "draft.needsTrust" } });
    const data = previewMessage(kind, client.id, language, { ...deps, renderers: deps.shippedRenderers });
    data.catch((error: unknown) => deps.log.error("a preview could not be read", error));
    return data;
  };
  // Many changes come together: a deletion takes all that belongs to it along.
  let resting: NodeJS.Timeout | undefined;
  const following = book.onDidChange(() => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      for (const [key, one] of shown) {
        one.data = undefined;
        changed.fire(vscode.Uri.parse(key));
      }
    }, REST_MS);
  });

  const pageOf = async (one: Shown): Promise<string> => {
    const { document, kind, language, name } = one;
    const previewed = await read(one);
    if (previewed.is === "none") return note(previewed.why);
    const [partials, shippedRenderer] = await Promise.all([deps.shipped.partials(language), deps.shippedRenderers.of(kind, language)]);
    const { text, notUsed } = renderPreview({ template: document.getText(), partials }, kind, shippedRenderer, previewed);
    if (notUsed) deps.log.info(`preview of ${name}: ${say(notUsed)}`);
    return notUsed ? `${note({ id: "template.notUsed", values: { kind: { id: `messageKind.${kind}` }, why: notUsed } })}\n\n---\n\n${text}` : text;
  };
  const note = (text: Text) => `> ⚠ ${say(text)}`;

  const whichClient = async (another: boolean): Promise<Client | undefined> => {
    const clients = activeClients(book.current());
    const before = clients.find(({ id }) => id === chosen);
    if (clients.length < 2 || (before && !another)) return before ?? clients[0];
    const choices = clients.map((value) => ({ label: value.name, icon: "person", value }));
    return askInSteps(deps.screen, { title: say("template.preview") }, (ask) => ask.pick("client", { placeholder: say("template.whichClient"), choices }));
  };

  return {
    async show(document, another = false) {
      const file = templateFile(document);
      if (!file) return;
      if (activeClients(book.current()).length === 0) {
        messages.inform({ id: "template.needsClient" });
        return;
      }
      const client = await whichClient(another);
      if (!client) return;
      chosen = client.id;
      const title = `${say(`messageKind.${file.kind}`)} · ${client.name}`;
      const uri = vscode.Uri.from({ scheme, path: `/${title.replaceAll("/", "-")}.md`, query: `${file.name}/${client.id}` });
      for (const [key, one] of shown) if (one.document === document) shown.delete(key);
      const one: Shown = { ...file, document, client, data: undefined };
      shown.set(uri.toString(), one);
      await read(one);
      changed.fire(uri);
      const column = vscode.window.activeTextEditor?.viewColumn;
      await deps.commands.executeCommand("markdown.showPreviewToSide", uri);
      // The preview takes the focus, and whoever opened it wants to write.
      await vscode.window.showTextDocument(document, { preview: false, ...(column !== undefined && { viewColumn: column }) });
    },
    refresh(document) {
      for (const [key, one] of shown) if (one.document === document) changed.fire(vscode.Uri.parse(key));
    },
    dispose: () => {
      clearTimeout(resting);
      following.dispose();
      provider.dispose();
      changed.dispose();
    },
  };
}

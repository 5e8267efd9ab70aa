import * as vscode from "vscode";
import type { Client } from "../../../core/book/client";
import type { MessageKind } from "../../../core/book/messageKind";
import { activeClients } from "../../../core/book/queries";
import { using } from "../../../core/drafting/templates/checkPartial";
import { renderPreview } from "../../../core/drafting/templates/preview";
import type { Disposable } from "../../../core/ports/events";
import type { Text } from "../../../core/say";
import { previewMessage, type Previewed } from "../../../flows/previewMessage";
import { templatesInUse } from "../../../flows/templatesInUse";
import { askInSteps } from "../../prompts/steps";
import type { TemplateDeps } from "./deps";
import { notUsed as whyNotUsed } from "./sayNotUsed";
import { templateFile, type TemplateFile } from "./templateFile";

const scheme = "khobor-preview";
/** A book that has just changed is read when it rests. */
const REST_MS = 250;

/** Messages as a template would write them now, on real data of a client, while it is being edited. */
export interface Previews extends Disposable {
  /** Beside the editor; a partial, within a message that uses it. What is not clear is asked where none was chosen yet, or with `another`. */
  show(document: vscode.TextDocument, another?: boolean): Promise<void>;
  /** The text of the template has changed. */
  refresh(document: vscode.TextDocument): void;
}

interface Shown extends TemplateFile {
  readonly document: vscode.TextDocument;
  /** Of the message that is shown. */
  readonly kind: MessageKind;
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

  // Not kept before trust: it may be given while the preview stands.
  const read = async (one: Shown): Promise<Previewed> => (deps.trust.isTrusted() ? (one.data ??= reading(one)) : { is: "none", why: { id: "draft.needsTrust" } });
  const reading = ({ kind, language, client }: Shown): Promise<Previewed> => {
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
    const { document, kind, of, language, name } = one;
    const previewed = await read(one);
    if (previewed.is === "none") return note(previewed.why);
    const [inUse, shippedRenderer] = await Promise.all([templatesInUse(language, deps), deps.shippedRenderers.of(kind, language)]);
    const { shipped: partials, own } = inUse;
    const text = document.getText();
    const texts = typeof of === "string" ? { template: text, partials, own } : { template: inUse.messages.find((message) => message.kind === kind)?.template ?? "", partials, own: { ...own, [of.partial]: text } };
    const shown = renderPreview(texts, kind, shippedRenderer, previewed);
    if (!shown.notUsed) return shown.text;
    const { why, partial } = shown.notUsed;
    deps.log.info(`preview of ${name}: ${say(why)}`);
    return `${note(whyNotUsed(partial === undefined ? kind : { partial }, why))}\n\n---\n\n${shown.text}`;
  };
  const note = (text: Text) => `> ⚠ ${say(text)}`;

  /** The message that a template is shown in. */
  const whichKind = async ({ of, language }: TemplateFile, another: boolean): Promise<MessageKind | undefined> => {
    if (typeof of === "string") return of;
    const { partials, messages: all } = await templatesInUse(language, deps);
    const kinds = using(of.partial, partials, all).map(({ kind }) => kind);
    if (kinds.length < 2 || !another) return kinds[0];
    const choices = kinds.map((value) => ({ label: say(`messageKind.${value}`), value }));
    return askInSteps(deps.screen, { title: say("template.preview") }, (ask) => ask.pick("kind", { placeholder: say("template.whichMessage"), choices }));
  };

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
      const kind = await whichKind(file, another);
      if (!kind) {
        if (typeof file.of !== "string") messages.inform({ id: "template.partialUnused", values: { name: file.of.partial, mark: `{{> ${file.of.partial}}}` } });
        return;
      }
      const client = await whichClient(another);
      if (!client) return;
      chosen = client.id;
      const titles = [...(typeof file.of === "string" ? [] : [file.of.partial]), say(`messageKind.${kind}`), client.name];
      const uri = vscode.Uri.from({ scheme, path: `/${titles.join(" · ").replaceAll("/", "-")}.md`, query: `${file.name}/${kind}/${client.id}` });
      for (const [key, one] of shown) if (one.document === document) shown.delete(key);
      const one: Shown = { ...file, document, kind, client, data: undefined };
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

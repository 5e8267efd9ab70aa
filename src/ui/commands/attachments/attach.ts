import * as vscode from "vscode";
import { safeAddress } from "../../../core/drafting/address";
import { withMention, withoutMention } from "../../../core/drafting/attachments";
import type { ChannelName } from "../../../core/book/client";
import { recordById } from "../../../core/book/queries";
import type { Attachment } from "../../../core/book/sentRecord";
import type { Provenance } from "../../../core/drafting/draft";
import { StorageProblem } from "../../../core/ports/book";
import { attachFile, attachLink, detach, type Attached } from "../../../flows/attach";
import { replaceText } from "../../documents/replaceText";
import { askInSteps } from "../../prompts/steps";
import type { AttachmentCommandsDeps } from "./deps";

/** Files from disk or a link. @param given files that somebody else has chosen: a list of addresses */
export async function attach(given: unknown, deps: AttachmentCommandsDeps): Promise<void> {
  const { say, screen } = deps;
  const active = await deps.openDrafts.active();
  if (!active || active.provenance.sentAs !== undefined) return;
  const { document, provenance } = active;
  const files = addressesIn(given);
  if (files.length > 0) {
    await attachFiles(files, document, provenance, deps);
    return;
  }
  const what = await askInSteps(screen, { title: say("attach.title") }, (ask) =>
    ask.pick<"file" | "link">("what", {
      placeholder: say("attach.what"),
      choices: [
        { label: say("attach.file"), icon: "file", value: "file" },
        { label: say("attach.link"), icon: "link", value: "link" },
      ],
    }),
  );
  if (what === "link") {
    await askLink(document, provenance, deps);
    return;
  }
  const chosen = await vscode.window.showOpenDialog({ title: say("attach.title"), openLabel: say("attach.choose"), canSelectMany: true });
  await attachFiles(chosen ?? [], document, provenance, deps);
}

const addressesIn = (given: unknown): readonly vscode.Uri[] => (Array.isArray(given) ? given : [given]).filter((each): each is vscode.Uri => each instanceof vscode.Uri);

async function askLink(document: vscode.TextDocument, { id }: Provenance, deps: AttachmentCommandsDeps): Promise<void> {
  const { say, screen } = deps;
  const { url, name } = await askInSteps(screen, { title: say("attach.title"), total: 2 }, async (ask) => ({
    url: await ask.text("url", {
      prompt: say("attach.address"),
      placeholder: "https://…",
      check: (typed) => (safeAddress(typed) === undefined ? { wrong: say("attach.addressUnread") } : undefined),
    }),
    name: await ask.text("name", { prompt: say("attach.name") }),
  }));
  await named(document, await attachLink(id, url, name, deps), deps);
}

/** One after the other, so that each has a name of its own. A folder is none, and is passed over. */
export async function attachFiles(files: readonly vscode.Uri[], document: vscode.TextDocument, { id }: Provenance, deps: AttachmentCommandsDeps): Promise<void> {
  for (const file of files) {
    const stat = await vscode.workspace.fs.stat(file);
    if ((stat.type & vscode.FileType.File) === 0) continue;
    if (stat.size > mostBytes) throw new StorageProblem({ id: "storage.attachmentTooLarge" }, `${stat.size} bytes`);
    const content = await vscode.workspace.fs.readFile(file);
    await named(document, await attachFile(id, { name: file.path.split("/").at(-1) ?? "", content }, deps), deps);
  }
}
/** Not even read when larger; what is kept is measured again. */
const mostBytes = 25 * 1024 * 1024;

/** Names it in the text, where the channel does not carry it. */
export async function named(document: vscode.TextDocument, attached: Attached | undefined, deps: AttachmentCommandsDeps): Promise<void> {
  if (!attached) return;
  const { attachment, provenance } = attached;
  if (await replaceText(document, withMention(document.getText(), attachment, channelOf(provenance, deps), provenance.language))) await document.save();
}

const channelOf = ({ clientId }: Provenance, { book }: AttachmentCommandsDeps): ChannelName => recordById(book.current(), "client", clientId)?.channel ?? "copy";

/** Lists what is attached: each can be opened or removed. */
export async function showAttachments(deps: AttachmentCommandsDeps): Promise<void> {
  const { say, screen, messages } = deps;
  const active = await deps.openDrafts.active();
  if (!active) return;
  const { document, provenance } = active;
  const all = provenance.attachments ?? [];
  if (all.length === 0) {
    messages.inform({ id: "attach.none" }, { label: { id: "draft.attach" }, run: () => attach(undefined, deps) });
    return;
  }
  const { attachment, what } = await askInSteps(screen, { title: say("attach.title") }, async (ask) => {
    const attachment = await ask.pick("which", {
      placeholder: say("attach.which"),
      choices: all.map((value) => ({ label: value.name, description: value.url ?? say("attach.size", { size: Math.ceil((value.size ?? 0) / 1024) }), icon: iconOf(value), value })),
    });
    const what = await ask.pick<"open" | "remove">("what", {
      placeholder: say("attach.whatWith", { name: attachment.name }),
      choices: [
        { label: say("attach.open"), icon: "go-to-file", value: "open" },
        ...(provenance.sentAs === undefined ? [{ label: say("attach.remove"), icon: "trash", value: "remove" as const }] : []),
      ],
    });
    return { attachment, what };
  });
  if (what === "open") {
    await open(attachment, provenance, deps);
    return;
  }
  await detach(provenance.id, attachment, deps);
  if (await replaceText(document, withoutMention(document.getText(), attachment, channelOf(provenance, deps), provenance.language))) await document.save();
}

const iconOf = ({ url, type }: Attachment): string => (url !== undefined ? "link" : type.startsWith("image/") ? "file-media" : "file");

async function open({ url, name }: Attachment, { id }: Provenance, { attachments }: AttachmentCommandsDeps): Promise<void> {
  if (url !== undefined) {
    if (safeAddress(url) !== undefined) await vscode.env.openExternal(vscode.Uri.parse(url, true));
    return;
  }
  await vscode.commands.executeCommand("vscode.open", vscode.Uri.file(attachments.path(id, name)));
}

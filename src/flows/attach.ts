import type { AttachmentStore } from "../core/ports/attachments";
import type { Attachment } from "../core/book/sentRecord";
import { safeAddress } from "../core/drafting/address";
import { typeOf } from "../core/drafting/attachments";
import type { Provenance } from "../core/drafting/draft";
import type { DraftStore } from "../core/ports/messages";

export interface AttachDeps {
  readonly attachments: AttachmentStore;
  readonly drafts: Pick<DraftStore, "change">;
}

export interface Attached {
  readonly provenance: Provenance;
  readonly attachment: Attachment;
}

/** A file with its content, as it was chosen or dropped, or as it was made. */
export interface FileToAttach {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Keeps a file with the draft. @param instead the name of an attachment that was made for the same purpose before */
export async function attachFile(draftId: string, file: FileToAttach, deps: AttachDeps, instead?: string): Promise<Attached | undefined> {
  const attachment = await deps.attachments.add(draftId, file.name, file.content, instead);
  return keep(draftId, attachment, deps, instead);
}

/** Undefined where the address cannot stand in a message. */
export async function attachLink(draftId: string, url: string, name: string, deps: AttachDeps): Promise<Attached | undefined> {
  if (safeAddress(url) === undefined) return undefined;
  return keep(draftId, { name: name.trim() === "" ? url.trim() : name.trim(), type: typeOf(url.replace(/[?#].*$/, "")), url: url.trim() }, deps);
}

/** Files may be dropped one after the other while the draft changes. */
async function keep(draftId: string, attachment: Attachment, { drafts }: AttachDeps, instead?: string): Promise<Attached | undefined> {
  const provenance = await drafts.change(draftId, (now) => {
    if (now.sentAs !== undefined) return undefined;
    const others = (now.attachments ?? []).filter(({ name }) => name !== attachment.name && name !== instead);
    return { ...now, attachments: [...others, attachment] };
  });
  return provenance && { provenance, attachment };
}

export async function detach(draftId: string, attachment: Attachment, { attachments, drafts }: AttachDeps): Promise<void> {
  const changed = await drafts.change(draftId, (now) => {
    if (now.sentAs !== undefined) return undefined;
    const { attachments: before = [], ...rest } = now;
    const left = before.filter(({ name }) => name !== attachment.name);
    return { ...rest, ...(left.length > 0 && { attachments: left }) };
  });
  if (!changed) return;
  if (attachment.url === undefined) await attachments.remove(draftId, attachment.name);
}

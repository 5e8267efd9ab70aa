import type { OutgoingMessage } from "../../../core/ports/channels";
import type { Provenance } from "../../../core/drafting/draft";
import type { SendDeps } from "./deps";

/** What goes with a draft, with the place of each file: beside its text. */
export async function filesOf({ id, attachments = [] }: Provenance, { drafts }: Pick<SendDeps, "drafts">): Promise<OutgoingMessage["attachments"]> {
  if (attachments.length === 0) return [];
  const folder = (await drafts.read(id))?.path.replace(/[^/\\]+$/, "");
  return attachments.map((file) => (file.url === undefined && folder !== undefined && !/[/\\]/.test(file.name) ? { ...file, path: `${folder}${file.name}` } : file));
}

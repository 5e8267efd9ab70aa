import type { Handler } from "../register";
import { attach, showAttachments } from "./attach";
import type { AttachmentId } from "./attachmentIds";
import type { AttachmentCommandsDeps } from "./deps";

/** The commands on attachments. All of this is loaded when one of them is first called. */
export const attachmentCommands = (deps: AttachmentCommandsDeps): Readonly<Record<AttachmentId, Handler>> => ({
  "khobor.attach": (files) => attach(files, deps),
  "khobor.attachments": () => showAttachments(deps),
});

import * as v from "valibot";
import { channels } from "../book/client";
import { id, instant, language, words } from "../book/fields";
import { attachmentSchema, overridesSchema } from "../book/sentRecord";
import type { OwnShape } from "../book/upgrades";
import { storedTextSchema } from "../drafting/draft";
import { wayNames } from "../ports/channels";

// A message that waits, as it is stored and as it travels in an export.

const list = <S extends v.GenericSchema>(entry: S) => v.pipe(v.array(entry), v.readonly());
const message = {
  id,
  clientId: id,
  projectId: v.exactOptional(id),
  language,
  to: list(words),
  subject: v.exactOptional(words),
  text: v.string(),
  thread: v.exactOptional(words),
  sendAt: v.exactOptional(instant),
};
const common = {
  version: v.literal(1),
  draftId: id,
  channel: v.picklist([...channels, "webhook"]),
  account: v.string(),
  by: v.exactOptional(v.picklist(wayNames)),
  overrides: v.exactOptional(overridesSchema),
  state: v.picklist(["sending", "failed", "unclear"]),
  at: instant,
  tries: v.number(),
  reason: v.exactOptional(storedTextSchema),
  retryAfter: v.exactOptional(instant),
};

export const waitingSchema = v.object({
  ...common,
  message: v.object({ ...message, attachments: list(v.object({ ...attachmentSchema.entries, path: v.exactOptional(words) })) }),
  /** Who is sending it: a process of a machine, told from a later one of the same number. */
  holder: v.exactOptional(v.object({ pid: v.number(), host: v.string(), run: v.string() })),
  /** When its window last said that it is still sending it. */
  heard: v.exactOptional(instant),
  /** It came with an import: whether it went out where it waited first, nobody here can know. */
  broughtOver: v.exactOptional(v.literal(true)),
});
export type StoredWaiting = v.InferOutput<typeof waitingSchema>;
export const waitingShape: OwnShape<StoredWaiting> = { schema: waitingSchema, upgrades: [] };

/** Without what is true on one machine only: its places of files, who sends it, whence it came. */
export const exchangedWaitingSchema = v.object({ ...common, message: v.object({ ...message, attachments: list(attachmentSchema) }) });
export type ExchangedWaiting = v.InferOutput<typeof exchangedWaitingSchema>;

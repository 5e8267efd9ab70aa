import type { Id } from "../../book/fields";
import type { MessageKind } from "../../book/messageKind";
import type { MessageAbout, SentRecord } from "../../book/sentRecord";

/** The last message of this kind about a record, where there is one that stands. @param sent oldest first */
export const lastAbout = (sent: readonly SentRecord[], kind: MessageKind, field: keyof MessageAbout, id: Id): SentRecord | undefined =>
  sent.findLast((record) => record.kind === kind && record.about?.[field] === id);

import { standing, type HistoryEntry, type SentRecord } from "../book/sentRecord";
import type { Instant } from "../time/types";

export type HeldRecord = SentRecord & Required<Pick<SentRecord, "heldUntil">>;

/** A message that a service holds, and that has not left yet. */
export const isHeld = (record: SentRecord, now: Instant): record is HeldRecord => record.heldUntil !== undefined && record.heldUntil > now;

/** The first to leave comes first. */
export const heldMessages = (history: readonly HistoryEntry[], now: Instant): readonly HeldRecord[] =>
  standing(history)
    .filter((record): record is HeldRecord => isHeld(record, now))
    .sort((a, b) => (a.heldUntil < b.heldUntil ? -1 : 1));

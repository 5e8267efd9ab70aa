import type { Instant } from "../time/types";

/** When each owed thing was last nudged for: remembered over restarts, and shared by the windows. */
export interface NudgeLog {
  last(): Readonly<Record<string, Instant>>;
  /** Claims the nudge for this window. Resolves to those of `ids` that no other window was first to claim. */
  claim(ids: readonly string[], at: Instant): Promise<readonly string[]>;
}

/** Whether messages about what is owed are wanted just now. Shared by the windows. */
export interface Quiet {
  /** No messages before then; undefined, or passed: they are wanted. */
  until(): Instant | undefined;
  set(until: Instant | undefined): Promise<void>;
  /** The first message ever has said what these messages are. */
  isExplained(): boolean;
  explained(): Promise<void>;
}

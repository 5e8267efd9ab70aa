import type { SentRecord } from "../book/sentRecord";
import type { Commit } from "./commit";

/** Patch-ids by commit hash. A commit whose objects are gone has none. */
export type PatchIds = ReadonlyMap<string, string>;

/** What was told before about the commits at hand. */
export interface Sorted {
  /** To be told now. */
  readonly open: readonly Commit[];
  /** Told before as done, or left out on purpose: closed for good. */
  readonly closed: readonly Commit[];
  /** To be told now, marked for the writer: hash -> the record that may have told it. */
  readonly perhaps: ReadonlyMap<string, SentRecord>;
}


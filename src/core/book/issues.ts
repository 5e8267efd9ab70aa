import * as v from "valibot";

/** What valibot found, for the log: where, and what was expected. */
export const issues = (found: readonly v.BaseIssue<unknown>[]): string =>
  found.map((issue) => `${v.getDotPath(issue) ?? "entry"}: ${issue.message}`).join(", ");

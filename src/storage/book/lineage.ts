import { createHash } from "node:crypto";
import type { Me } from "../../core/book/me";

// Me has no revision. Which of two came of the other is told by the marks of what each was before.

const most = 40;

/**
 * The mark of a Me that came after those with these marks: "3 5f0c…", how many came before it and its digest. With its
 * number, because what was undone is what was there before.
 */
export const markOf = (me: Me, was: readonly string[]): string => `${Number.parseInt(was.at(-1) ?? "-1", 10) + 1} ${digestOf(me)}`;

/** The marks of what comes after `me`. */
export const withMark = (was: readonly string[], me: Me): readonly string[] => [...was, markOf(me, was)].slice(-most);

/** Whether the marks speak of just this, wherever it came. */
export const speakOf = (marks: readonly string[], me: Me): boolean => {
  const digest = digestOf(me);
  return marks.some((mark) => mark.endsWith(` ${digest}`));
};

/** The same for two that are equal, however they were made. */
const digestOf = (me: Me): string => createHash("sha256").update(JSON.stringify(inOrder(me))).digest("hex").slice(0, 16);

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, inOrder(each)]));
}

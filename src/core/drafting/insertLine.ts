import type { Standing } from "../work/commit";
import type { Provenance } from "./draft";
import { isBlank, isHeading, isListLine, lineKey } from "./lines";
import { toPlainText } from "./plainText";

export interface Inserted {
  readonly text: string;
  /** The line of the new item, from 0. */
  readonly line: number;
  /** Lines from here on have moved down by `count`. */
  readonly from: number;
  readonly count: number;
}
export interface Sections {
  /** The line tells work that has come this far. */
  readonly tells: (line: number, standing: Standing) => boolean;
  /** The line sums up others, and so stays the last of its list. */
  readonly sumsUp: (line: number) => boolean;
  /** The milestone of the work that the line tells. */
  readonly milestoneAt: (line: number) => string | undefined;
  readonly headings: Provenance["headings"];
}

const order: readonly Standing[] = ["live", "ready", "inProgress"];

/** Puts a line at the end of the list for its standing, which is made where it is missing. */
export function insertInSection(
  lines: readonly string[],
  item: { readonly text: string; readonly standing: Standing; readonly milestoneId?: string },
  sections: Sections,
  lineEnd: string,
): Inserted {
  const own = lines.findLastIndex((_, at) => item.milestoneId !== undefined && sections.milestoneAt(at) === item.milestoneId && sections.tells(at, item.standing) && !sections.sumsUp(at));
  const end = own >= 0 ? own + 1 : endOfList(lines, item.standing, sections);
  if (end !== undefined) {
    const before = lines[end - 1] ?? "";
    const mark = /^\s*(?:[-*+•])\s+/.exec(before)?.[0] ?? "- ";
    const milestone = sections.milestoneAt(end - 1);
    const besides = sections.headings?.besides;
    // Below another milestone's list it would be told as part of that.
    const label = milestone !== undefined && milestone !== item.milestoneId && besides !== undefined && besides !== "" ? ["", besides] : [];
    return splice(lines, end, [...label, `${mark}${item.text}`], lineEnd);
  }
  const heading = sections.headings?.[item.standing];
  const at = placeOfSection(lines, item.standing, sections);
  const gap = at > 0 && !isBlank(lines[at - 1] ?? "") ? [""] : [];
  return splice(lines, at, [...gap, ...(heading ? [heading] : []), `- ${item.text}`, ""], lineEnd);
}

function splice(lines: readonly string[], from: number, added: readonly string[], lineEnd: string): Inserted {
  const line = from + added.findLastIndex((text) => text !== "");
  return { text: lines.toSpliced(from, 0, ...added).join(lineEnd), line, from, count: added.length };
}

/** Where the list of this standing ends: below its last line, or below its heading where somebody emptied it. */
function endOfList(lines: readonly string[], standing: Standing, { tells, sumsUp, headings }: Sections): number | undefined {
  const last = lines.findLastIndex((_, at) => tells(at, standing) && !sumsUp(at));
  if (last >= 0) return last + 1;
  const key = (line: string) => lineKey(toPlainText(line));
  const heading = headings?.[standing];
  const at = heading ? lines.findIndex((line) => key(line) === key(heading)) : -1;
  if (at < 0) return undefined;
  let end = at + 1;
  while (end < lines.length && isBlank(lines[end] ?? "")) end++;
  if (!isListLine(lines[end] ?? "")) return at + 1;
  while (end < lines.length && isListLine(lines[end] ?? "") && !sumsUp(end)) end++;
  return end;
}

/** Behind the lists that come before it, else before the first heading, else behind the opening. */
function placeOfSection(lines: readonly string[], standing: Standing, sections: Sections): number {
  const earlier = order.slice(0, order.indexOf(standing));
  const last = lines.findLastIndex((_, at) => earlier.some((other) => sections.tells(at, other)));
  if (last >= 0) return startOfNextBlock(lines, last);
  const firstHeading = lines.findIndex((line) => isHeading(line));
  if (firstHeading >= 0) return firstHeading;
  const greetingAlone = /[,،]$/.test((lines[0] ?? "").trim());
  const opening = startOfNextBlock(lines, 0);
  return greetingAlone ? startOfNextBlock(lines, opening) : opening;
}

function startOfNextBlock(lines: readonly string[], within: number): number {
  let at = within;
  while (at < lines.length && !isBlank(lines[at] ?? "")) at++;
  while (at < lines.length && isBlank(lines[at] ?? "")) at++;
  return at;
}

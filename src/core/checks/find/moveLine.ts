import { insertInSection } from "../../drafting/insertLine";
import { isBlank, isHeading, splitLines } from "../../drafting/lines";
import { traceLines } from "../../drafting/trace";
import type { Standing } from "../../work/commit";
import type { Edit, Fix } from "../finding";
import type { CheckInput } from "../input";

/** Moves a line of work below the heading of how far it is, which is made where it is missing; a heading that is left over nothing goes. */
export function moveTo(standing: Exclude<Standing, "live">, at: number, { reading: { original }, provenance }: CheckInput): Fix | undefined {
  const { headings, items } = provenance;
  if (!headings?.[standing].trim()) return undefined;
  const lines = splitLines(original);
  const traced = traceLines(provenance, original);
  const byId = new Map(items.map((item) => [item.id, item]));
  const itemsAt = (line: number) => (traced.get(line) ?? []).flatMap((id) => byId.get(id) ?? []);
  // Another line that stands in a wrong place shows no place to stand.
  const isThere = (line: number, wanted: Standing) => line !== at && lines.slice(0, line).findLast((text) => isHeading(text))?.trim() === headings[wanted].trim();
  const end = original.includes("\r\n") ? "\r\n" : "\n";
  const milestoneId = itemsAt(at)[0]?.milestoneId;
  const put = insertInSection(
    lines,
    { text: (lines[at] ?? "").replace(/^\s*[-*+•]\s+/, ""), standing, ...(milestoneId !== undefined && { milestoneId }) },
    {
      tells: (line, wanted) => isThere(line, wanted) && itemsAt(line).some((item) => item.standing === wanted),
      sumsUp: (line) => itemsAt(line).length > 0 && itemsAt(line).every(({ folded }) => folded),
      milestoneAt: (line) => itemsAt(line)[0]?.milestoneId,
      headings,
    },
    end,
  );
  const after = splitLines(put.text);
  const old = put.from <= at ? at + put.count : at;
  const text = without(after, old).join(end);
  return { title: { id: `check.fix.moveTo.${standing}` }, edits: [difference(original, text)] };
}

/** Without the line, and without the heading that it leaves over nothing. */
function without(lines: readonly string[], at: number): readonly string[] {
  const isLast = isHeading(lines[at - 1] ?? "") && isBlank(lines[at + 1] ?? "");
  return isLast ? lines.toSpliced(at - 1, at + 1 < lines.length ? 3 : 2) : lines.toSpliced(at, 1);
}

/** One edit of what differs. */
function difference(from: string, to: string): Edit {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let end = 0;
  while (end < from.length - start && end < to.length - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  return { range: { start, end: from.length - end }, text: to.slice(start, to.length - end) };
}

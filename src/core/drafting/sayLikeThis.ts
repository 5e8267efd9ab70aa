import { endSentence } from "../language/sentences";
import type { Instant } from "../time/types";
import { peel } from "../work/parse/prefix";
import type { CommitRef } from "../work/commit";
import { keyOfCommit, wordedCommit, type Joined, type Wording } from "../work/wordings";
import { projectOf, type DraftItem, type DraftLeftOut, type Provenance } from "./draft";
import { escapeMarkdown } from "./escape";
import { isBlank, isHeading, isListLine, lineKey, splitLines } from "./lines";
import { toPlainText } from "./plainText";
import { itemsByLine, traceLines, type LineItems } from "./trace";

/** What the user decides about an item of a draft. */
export type SayLike =
  | { readonly how: "hide" }
  | { readonly how: "say"; readonly text: string }
  | { readonly how: "merge" }
  | { readonly how: "hideScope"; readonly scope: string };

export interface SaidLike {
  readonly provenance: Provenance;
  /** The document, changed. */
  readonly text: string;
  /** To be remembered for the next drafts. */
  readonly wordings: readonly Wording[];
}

/**
 * Changes an item in the open draft, and says what to remember. The draft as rendered changes the same way, so that what
 * counts as edited by hand stays what it was. A line that sums up several items is left as it is.
 * @param text the document as it is now
 */
export function sayLikeThis(provenance: Provenance, text: string, itemId: string, decided: SayLike, now: Instant): SaidLike {
  const item = provenance.items.find(({ id }) => id === itemId);
  const nothing = { provenance, text, wordings: [] };
  if (!item) return nothing;
  switch (decided.how) {
    case "say":
      return reword(provenance, text, item, decided.text, now);
    case "hide":
      return hide(provenance, text, [item], "work.leftOut.hidden", hidings(provenance, item, now));
    case "hideScope": {
      const items = provenance.items.filter((other) => other.commits.every(({ subject }) => sameScope(scopeIn(subject), decided.scope)));
      return hide(provenance, text, items, "work.leftOut.hiddenScope", [{ projectId: projectOf(provenance), at: now, how: "hideScope", scope: decided.scope }]);
    }
    case "merge":
      return merge(provenance, text, item, now);
  }
}

/** What commits call the part that they are about: "checkout" of "feat(checkout): …". */
export const scopeIn = (subject: string): string | undefined => peel(subject).scope;
const sameScope = (scope: string | undefined, wanted: string) => scope?.toLowerCase() === wanted.toLowerCase();

/** The item on a line that follows this one in the document, in the same list. */
export function nextItem(provenance: Provenance, text: string, itemId: string): DraftItem | undefined {
  const byId = new Map(provenance.items.map((item) => [item.id, item]));
  const item = byId.get(itemId);
  const lines = [...traceLines(provenance, text)];
  const at = lines.findIndex(([, ids]) => ids.includes(itemId));
  const [nextId, ...others] = lines[at + 1]?.[1] ?? [];
  const next = others.length === 0 ? byId.get(nextId ?? "") : undefined;
  return at >= 0 && lines[at]?.[1].length === 1 && next && !next.folded && next.standing === item?.standing ? next : undefined;
}

/** The words of an item as they stand in the document, without the list mark: as drafted where its line is gone or shared. */
export function wordsNow(provenance: Provenance, text: string, item: DraftItem): string {
  const at = [...traceLines(provenance, text)].find(([, ids]) => ids.length === 1 && ids[0] === item.id)?.[0];
  const line = at === undefined ? "" : (splitLines(text)[at] ?? "");
  return line.slice(markOf(line).length).trim() || item.text;
}

type About = Pick<Wording, "projectId" | "at">;
const about = (provenance: Provenance, at: Instant): About => ({ projectId: projectOf(provenance), at });
/** The commit that an item is known by; one is enough, and a later fix-up does not make it two. */
export const commitOf = ({ id, commits }: Pick<DraftItem, "id" | "commits">): CommitRef | undefined =>
  commits.find(({ hash }) => id === hash || id.startsWith(`${hash}-`)) ?? commits.at(-1);
/** One commit may give several items; the number of each stands behind its hash. */
export const partOf = (itemId: string): number => Number(/-(\d+)$/.exec(itemId)?.[1] ?? 1) - 1;
const part = (itemId: string): { readonly part?: number } => (partOf(itemId) > 0 ? { part: partOf(itemId) } : {});

/** All its commits, where it is the first or only line of them; else that line alone. */
function hidings(provenance: Provenance, item: DraftItem, now: Instant): readonly Wording[] {
  const own = commitOf(item);
  const hidden = partOf(item.id) > 0 ? item.commits.filter((commit) => commit === own) : item.commits;
  return hidden.map((commit) => ({ ...about(provenance, now), ...part(item.id), how: "hide", commit: wordedCommit(commit) }));
}

const reword = (provenance: Provenance, text: string, item: DraftItem, words: string, now: Instant): SaidLike =>
  writeLine(provenance, text, item, endSentence(escapeMarkdown(words)), now);

/** @param line Markdown, without a list mark */
function writeLine(provenance: Provenance, text: string, item: DraftItem, line: string, now: Instant): SaidLike {
  const changed = onBoth(provenance, text, (lines, at, idsAt) => {
    const others = (idsAt.get(at) ?? []).filter((id) => id !== item.id);
    return others.length > 0 ? lines : lines.with(at, markOf(lines[at] ?? "") + line);
  }, item.id);
  const commit = commitOf(item);
  return {
    text: changed.text,
    provenance: { ...provenance, rendered: changed.rendered, items: provenance.items.map((other) => (other.id === item.id ? { ...other, text: line } : other)) },
    wordings: commit
      ? [{ ...about(provenance, now), ...part(item.id), how: "say", commit: wordedCommit(commit), text: toPlainText(line), standing: item.standing, ...(item.joined && { joined: item.joined }) }]
      : [],
  };
}

function hide(provenance: Provenance, text: string, items: readonly DraftItem[], reason: string, wordings: readonly Wording[]): SaidLike {
  return items.reduce<SaidLike>((soFar, item) => ({ ...without(soFar.provenance, soFar.text, item, reason), wordings }), { provenance, text, wordings });
}

function without(provenance: Provenance, text: string, item: DraftItem, reason: string): Omit<SaidLike, "wordings"> {
  let cut: Cut = { from: 0, count: 0 };
  const removed = onBoth(provenance, text, (lines, at, idsAt) => {
    if ((idsAt.get(at) ?? []).some((id) => id !== item.id)) return lines;
    cut = cutOf(lines, at, provenance);
    return lines.toSpliced(cut.from, cut.count);
  }, item.id);
  // The draft as rendered is edited last: `cut` is what went out of it.
  const up = (other: DraftItem): DraftItem => (other.line !== undefined && other.line > cut.from ? { ...other, line: other.line - cut.count } : other);
  const { section, standing, milestoneId } = item;
  const said = toPlainText(wordsNow(provenance, text, item));
  const left = item.commits.map((commit): DraftLeftOut => ({ commit, itemId: item.id, reason: { id: reason }, text: said, section, standing, ...(milestoneId !== undefined && { milestoneId }) }));
  return {
    text: removed.text,
    provenance: { ...provenance, rendered: removed.rendered, items: provenance.items.filter(({ id }) => id !== item.id).map(up), leftOut: [...left, ...provenance.leftOut] },
  };
}

interface Cut {
  readonly from: number;
  readonly count: number;
}

/** The line, and with the last line of a list its heading, or what names its milestone. */
function cutOf(lines: readonly string[], at: number, { headings }: Provenance): Cut {
  const above = lines[at - 1] ?? "";
  const key = (line: string | undefined) => lineKey(toPlainText(line ?? ""));
  const isOfList = (line: string | undefined) => key(line) !== "" && [headings?.live, headings?.ready, headings?.inProgress].some((heading) => key(heading) === key(line));
  if (!isBlank(lines[at + 1] ?? "")) return { from: at, count: 1 };
  if (isOfList(above)) return { from: at - 1, count: 3 };
  if (!/:\s*$/.test(above) || isListLine(above) || !isBlank(lines[at - 2] ?? "")) return { from: at, count: 1 };
  const alone = isOfList(lines[at - 3]) && isHeading(lines[at + 2] ?? "**");
  return alone ? { from: at - 3, count: 5 } : { from: at - 1, count: 3 };
}

/** The line as it is now goes before the next one as that is now: what was edited by hand in either stays. */
function merge(provenance: Provenance, text: string, item: DraftItem, now: Instant): SaidLike {
  const next = nextItem(provenance, text, item.id);
  const to = next && commitOf(next);
  if (!next || !to || item.folded) return { provenance, text, wordings: [] };
  const both = `${endSentence(wordsNow(provenance, text, item))} ${endSentence(wordsNow(provenance, text, next))}`;
  const own = commitOf(item);
  const joins = item.commits.map(
    (commit): Wording => ({ ...about(provenance, now), how: "join", commit: wordedCommit(commit), ...(commit === own ? part(item.id) : {}), to: wordedCommit(to), ...(partOf(next.id) > 0 && { toPart: partOf(next.id) }) }),
  );
  const joined: Joined = [...(item.joined ?? []), ...(own ? [{ commit: wordedCommit(own), ...part(item.id) }] : []), ...(next.joined ?? [])];
  const gone = without(provenance, text, item, "work.leftOut.hidden");
  const commits = [...item.commits, ...next.commits.filter(({ scopeId, hash }) => !item.commits.some((other) => other.scopeId === scopeId && other.hash === hash))];
  const after = { ...gone.provenance, leftOut: provenance.leftOut, items: gone.provenance.items.map((other) => (other.id === next.id ? { ...other, commits, joined } : other)) };
  const said = writeLine(after, gone.text, after.items.find(({ id }) => id === next.id) ?? next, both, now);
  // These words were made of what every one of the commits says: told without one of them, they would say too much.
  const others = [...namesOf(item), ...namesOf(next)].filter((name) => !isSameLine(name, { commit: wordedCommit(to), ...part(next.id) }));
  return { ...said, wordings: [...joins, ...said.wordings.map((wording): Wording => (wording.how === "say" ? { ...wording, joined: others } : wording))] };
}

/** The lines of commits that an item is made of. Which line of a squash each commit behind it stands for is known of its first line only. */
function namesOf(item: DraftItem): Joined {
  const own = commitOf(item);
  const named: Joined = [...(own ? [{ commit: wordedCommit(own), ...part(item.id) }] : []), ...(item.joined ?? [])];
  if (named.some((name) => name.part !== undefined)) return named;
  const rest = item.commits.map((commit) => ({ commit: wordedCommit(commit) })).filter((name) => !named.some((other) => isSameLine(name, other)));
  return [...named, ...rest];
}

const isSameLine = (a: Joined[number], b: Joined[number]): boolean => keyOfCommit(a.commit) === keyOfCommit(b.commit) && (a.part ?? 0) === (b.part ?? 0);

type Edit = (lines: readonly string[], at: number, idsAt: LineItems) => readonly string[];

/** The same edit to the document and to the draft as rendered, each where the item is there. */
function onBoth(provenance: Provenance, text: string, edit: Edit, itemId: string): { readonly text: string; readonly rendered: string } {
  const apply = (document: string, idsAt: LineItems) => {
    const at = [...idsAt].find(([, ids]) => ids.includes(itemId))?.[0];
    const end = document.includes("\r\n") ? "\r\n" : "\n";
    return at === undefined ? document : edit(splitLines(document), at, idsAt).join(end);
  };
  const here = apply(text, traceLines(provenance, text));
  return { text: here, rendered: apply(provenance.rendered, itemsByLine(provenance)) };
}

const markOf = (line: string): string => /^\s*(?:[-*+•]|[0-9০-৯]{1,9}[.)])\s+/.exec(line)?.[0] ?? "";

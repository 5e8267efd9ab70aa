import { endSentence } from "../language/sentences";
import type { Instant } from "../time/types";
import { peel } from "../work/parse/prefix";
import { wordedCommit, type Wording } from "../work/wordings";
import { projectOf, type DraftItem, type DraftLeftOut, type Provenance } from "./draft";
import { escapeMarkdown } from "./escape";
import { isBlank, lineKey, splitLines } from "./lines";
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
      return hide(provenance, text, [item], "work.leftOut.hidden", item.commits.map((commit) => ({ ...about(provenance, item, now), how: "hide", commit: wordedCommit(commit) })));
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
  const next = lines[at + 1]?.[1].map((id) => byId.get(id)).find((other) => other !== undefined);
  return at >= 0 && next && !next.folded && next.standing === item?.standing ? next : undefined;
}

/** One commit may give several items; the number of each stands behind its hash. */
function about(provenance: Provenance, { id }: DraftItem, at: Instant): { readonly projectId: string; readonly at: Instant; readonly part?: number } {
  const part = Number(/-(\d+)$/.exec(id)?.[1] ?? 1) - 1;
  return { projectId: projectOf(provenance), at, ...(part > 0 && { part }) };
}

function reword(provenance: Provenance, text: string, item: DraftItem, words: string, now: Instant): SaidLike {
  const line = endSentence(escapeMarkdown(words));
  const changed = onBoth(provenance, text, (lines, at, idsAt) => {
    const others = (idsAt.get(at) ?? []).filter((id) => id !== item.id);
    return others.length > 0 ? lines : lines.with(at, markOf(lines[at] ?? "") + line);
  }, item.id);
  // The oldest commit is what the item is known by; one is enough, and a later fix-up does not make it two.
  const commit = item.commits.at(-1);
  return {
    text: changed.text,
    provenance: { ...provenance, rendered: changed.rendered, items: provenance.items.map((other) => (other.id === item.id ? { ...other, text: line } : other)) },
    wordings: commit ? [{ ...about(provenance, item, now), how: "say", commit: wordedCommit(commit), text: toPlainText(line) }] : [],
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
  const { text: said, section, standing } = item;
  const left = item.commits.map((commit): DraftLeftOut => ({ commit, reason: { id: reason }, text: toPlainText(said), section, standing }));
  return {
    text: removed.text,
    provenance: { ...provenance, rendered: removed.rendered, items: provenance.items.filter((other) => other !== item).map(up), leftOut: [...left, ...provenance.leftOut] },
  };
}

interface Cut {
  readonly from: number;
  readonly count: number;
}

/** The line, and with the last line of a list its heading. */
function cutOf(lines: readonly string[], at: number, { headings }: Provenance): Cut {
  const key = lineKey(toPlainText(lines[at - 1] ?? ""));
  const underHeading = key !== "" && Object.values(headings ?? {}).some((heading) => lineKey(toPlainText(heading)) === key);
  const last = isBlank(lines[at + 1] ?? "");
  return underHeading && last ? { from: at - 1, count: 3 } : { from: at, count: 1 };
}

function merge(provenance: Provenance, text: string, item: DraftItem, now: Instant): SaidLike {
  const next = nextItem(provenance, text, item.id);
  const to = next?.commits.at(-1);
  const nothing = { provenance, text, wordings: [] };
  if (!next || !to || item.folded) return nothing;
  const both = `${toPlainText(item.text)} ${toPlainText(next.text)}`;
  const gone = without(provenance, text, item, "work.leftOut.hidden");
  const joined = {
    ...gone.provenance,
    leftOut: provenance.leftOut,
    items: gone.provenance.items.map((other) => (other.id === next.id ? { ...other, commits: [...item.commits, ...other.commits] } : other)),
  };
  const said = reword(joined, gone.text, joined.items.find(({ id }) => id === next.id) ?? next, both, now);
  const joins = item.commits.map((commit): Wording => ({ projectId: projectOf(provenance), at: now, how: "join", commit: wordedCommit(commit), to: wordedCommit(to) }));
  return { ...said, wordings: [...joins, ...said.wordings] };
}

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

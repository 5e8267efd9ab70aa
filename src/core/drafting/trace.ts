import { overlap, shareOf, without } from "./alike";
import type { Provenance } from "./draft";
import { isBlank, isHeading, isListLine, lineKey, splitLines, wordsOf } from "./lines";
import { matchLines, type Pairs } from "./matchLines";

/** Line numbers of the current text, from 0, with the ids of the items that each rests on. */
export type LineItems = ReadonlyMap<number, readonly string[]>;

/** A line of the draft as it was rendered that tells items, and the lines of the current text between which it should be. */
interface Told {
  readonly key: string;
  readonly words: readonly string[];
  readonly ids: readonly string[];
  readonly after: number;
  readonly before: number;
}
/** A line of the current text: the items it was found to tell, and its words that none of them explains. */
interface Line {
  readonly at: number;
  readonly text: string;
  readonly words: readonly string[];
  readonly tells: readonly string[];
  readonly unexplained: readonly string[];
}
interface State {
  readonly lost: readonly Told[];
  /** Lines that were not in the draft as rendered. */
  readonly changed: readonly Line[];
}

/** How much of its words a line must share with another to be it, reworded: in its own place, and anywhere else. */
const alikeInPlace = 0.4;
const alikeElsewhere = 0.6;
/** How much of a line's words another must hold, beyond what it tells already, to have taken it in. */
const takenIn = 0.6;

/**
 * Which line of the edited document rests on which items. A line that stayed is found at once; one that was moved, by its
 * text; a reworded one, by its words; a rewritten one, by its place, where as many lines stand between the same neighbours as
 * before. What was deleted has no line; what was merged shares one.
 */
export const traceLines = (provenance: Provenance, currentText: string): LineItems => trace(provenance.rendered, itemsByLine(provenance), currentText);

/** True while a line of the draft as rendered is still there, moved or reworded. */
export function isStillThere(provenance: Provenance, line: string, currentText: string): boolean {
  const at = splitLines(provenance.rendered).findIndex((other) => lineKey(other) === lineKey(line));
  const id = "\0line";
  return at >= 0 && [...trace(provenance.rendered, new Map([...itemsByLine(provenance), [at, [id]]]), currentText).values()].some((ids) => ids.includes(id));
}

function trace(rendered: string, idsAt: LineItems, currentText: string): LineItems {
  const before = splitLines(rendered);
  const now = splitLines(currentText);
  const pairs = matchLines(before.map(lineKey), now.map(lineKey));
  const stayed = new Map(pairs);
  const unchanged = [...idsAt].flatMap(([line, ids]) => {
    const at = stayed.get(line);
    return at === undefined ? [] : [[at, ids] as const];
  });
  if (unchanged.length === idsAt.size) return inOrder(unchanged);

  const lost = [...idsAt].filter(([line]) => !stayed.has(line)).map(([line, ids]) => toldAt(before[line] ?? "", ids, line, pairs, now.length));
  const kept = new Set(pairs.map(([, at]) => at));
  const changed = now.flatMap((text, at) => (kept.has(at) || isBlank(text) ? [] : [newLine(text, at)]));
  const steps = [moved, reworded(alikeInPlace, true), reworded(alikeElsewhere, false), rewritten, merged];
  const end = steps.reduce<State>((state, step) => step(state), { lost, changed });
  return inOrder([...unchanged, ...end.changed.filter((line) => line.tells.length > 0).map((line) => [line.at, line.tells] as const)]);
}

const inOrder = (entries: readonly (readonly [number, readonly string[]])[]): LineItems =>
  new Map([...entries].sort(([a], [b]) => a - b));

const newLine = (text: string, at: number): Line => ({ at, text, words: wordsOf(text), tells: [], unexplained: wordsOf(text) });

/** The lines of the draft as it was rendered. */
export function itemsByLine({ items }: Provenance): LineItems {
  const byLine = new Map<number, string[]>();
  for (const { id, line } of items) {
    if (line !== undefined) byLine.set(line, [...(byLine.get(line) ?? []), id]);
  }
  return byLine;
}

function toldAt(text: string, ids: readonly string[], line: number, pairs: Pairs, end: number): Told {
  const after = pairs.findLast(([a]) => a < line)?.[1] ?? -1;
  const before = pairs.find(([a]) => a > line)?.[1] ?? end;
  return { key: lineKey(text), words: wordsOf(text), ids, after, before };
}

const isBetween = (at: number, told: Told) => at > told.after && at < told.before;
const isFree = (line: Line) => line.tells.length === 0;

/** Lets a line tell what was lost. */
const give = ({ lost, changed }: State, told: Told, line: Line): State => ({
  lost: lost.filter((other) => other !== told),
  changed: changed.map((other) =>
    other.at === line.at
      ? { ...other, tells: [...other.tells, ...told.ids], unexplained: without(other.unexplained, told.words) }
      : other,
  ),
});

/** The same text in another place. */
function moved(state: State): State {
  return state.lost.reduce((now, told) => {
    const line = now.changed.find((candidate) => isFree(candidate) && lineKey(candidate.text) === told.key);
    return line ? give(now, told, line) : now;
  }, state);
}

/** The same in other words: the best pairs first. */
const reworded =
  (least: number, onlyInPlace: boolean) =>
  (state: State): State => {
    const candidates = state.changed.filter((line) => isFree(line) && !isHeading(line.text));
    const scored = state.lost
      .flatMap((told) => candidates.map((line) => ({ told, line, score: overlap(told.words, line.words) })))
      .filter(({ told, line, score }) => score >= least && (!onlyInPlace || isBetween(line.at, told)))
      .sort((a, b) => b.score - a.score);
    const used = new Set<Told | number>();
    return scored.reduce((now, { told, line }) => {
      if (used.has(told) || used.has(line.at)) return now;
      used.add(told).add(line.at);
      return give(now, told, line);
    }, state);
  };

/** The same number of lines of a list between the same neighbours, so they are taken in order. */
function rewritten(state: State): State {
  const gaps = new Set(state.lost.map((told) => told.after));
  return [...gaps].reduce((now, after) => {
    const group = state.lost.filter((told) => told.after === after);
    const lines = state.changed.filter((line) => isFree(line) && isListLine(line.text) && group.every((told) => isBetween(line.at, told)));
    if (lines.length !== group.length) return now;
    return group.reduce((then, told, index) => {
      const line = lines[index];
      return line ? give(then, told, line) : then;
    }, now);
  }, state);
}

/** A changed line that took in the words of another, besides what it tells already. */
function merged(state: State): State {
  return state.lost.reduce((now, told) => {
    const best = now.changed
      .filter((line) => !isFree(line) && line.at >= told.after && line.at <= told.before)
      .map((line) => ({ line, share: shareOf(told.words, line.unexplained) }))
      .sort((a, b) => b.share - a.share)[0];
    return best && best.share >= takenIn ? give(now, told, best.line) : now;
  }, state);
}

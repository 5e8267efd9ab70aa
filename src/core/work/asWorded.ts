import type { Standing } from "./commit";
import { makeSets } from "./group/sets";
import type { Line } from "./lines";
import { ownSentence } from "./wording/sentence";
import { keyOfCommit, wordedCommit, type Saying, type Wordings } from "./wordings";

/** "Merge with the next": only what is as far, and told itself, so that nothing is called done that is not. Then the user's own words. */
export function asWorded(lines: readonly Line[], wordings: Wordings): readonly Line[] {
  const byName = new Map(lines.flatMap((each, at) => namesIn(each).map((name) => [name, at] as const)));
  const sets = makeSets(lines.length);
  lines.forEach((from, at) => {
    for (const { entry, part } of from.hidden ? [] : from.sources) {
      const join = wordings.joins(entry.ref)?.get(part);
      const to = join && byName.get(nameOf(join.key, join.part));
      if (to !== undefined && lines[to]?.standing === from.standing) sets.join(at, to);
    }
  });
  const joined = new Map<number, Line[]>();
  lines.forEach((each, at) => {
    const leader = sets.leader(at);
    const parts = joined.get(leader);
    if (parts) parts.push(each);
    else joined.set(leader, [each]);
  });
  return [...joined].map(([at, parts]) => {
    const leader = lines[at] as Line;
    const joined = parts.filter((each) => each !== leader).map(({ oldest, part }) => ({ commit: wordedCommit(oldest.ref), ...(part > 0 && { part }) }));
    return { ...leader, sources: parts.flatMap((each) => each.sources), text: inOwnWords(parts, wordings), ...(joined.length > 0 && { joined }) };
  });
}

const namesIn = ({ sources }: Line): readonly string[] => sources.map(({ entry, part }) => nameOf(keyOfCommit(entry.ref), part));
const nameOf = (key: string, part: number): string => `${key}\0${part}`;

/** The user's words that still hold, the newest first; of what they do not tell, its own words beside them. */
function inOwnWords(parts: readonly Line[], wordings: Wordings): string {
  const byName = new Map(parts.flatMap((each, at) => namesIn(each).map((name) => [name, at] as const)));
  const said = parts
    .flatMap((each, at) => each.sources.flatMap(({ entry, part }) => wordings.says(entry.ref)?.get(part) ?? []).map((saying) => ({ saying, at })))
    .sort((a, b) => (a.saying.at < b.saying.at ? 1 : -1));
  const texts: string[] = [];
  const told = new Set<number>();
  for (const { saying, at } of said) {
    const tells = tellsOf(saying, at, parts, byName);
    const text = ownSentence(saying.text);
    if (text === "" || !tells || tells.some((each) => told.has(each))) continue;
    for (const each of tells) told.add(each);
    texts[at] = text;
  }
  return parts.flatMap((each, at) => texts[at] ?? (told.has(at) ? [] : [each.text])).join(" ");
}

/**
 * The lines that words tell of. Undefined where they no longer hold: what was in progress is done by now, or a line that they
 * tell of is elsewhere. Words of which that is not known tell of all.
 */
function tellsOf({ standing, joined = [] }: Saying, at: number, parts: readonly Line[], byName: ReadonlyMap<string, number>): readonly number[] | undefined {
  if (standing === undefined) return [...parts.keys()];
  const tells = [at, ...joined.map(({ commit, part }) => byName.get(nameOf(keyOfCommit(commit), part ?? 0)))].filter((each) => each !== undefined);
  return tells.length === joined.length + 1 && isDone(standing) === isDone((parts[at] as Line).standing) ? tells : undefined;
}

const isDone = (standing: Standing): boolean => standing !== "inProgress";

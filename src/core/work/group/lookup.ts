import { subjectKey } from "../parse/plainText";
import { keyOf, type Entry } from "./entry";

/** Finds commits of the period by what other messages call them. Places are those of Entry.at. */
export interface Lookup {
  byHash(scopeId: string, hash: string): Entry | undefined;
  /** The newest one older than `than` whose subject, or pull request's title, reads like this. */
  bySubject(scopeId: string, subject: string, than: number): Entry | undefined;
}

/** The shortest abbreviation that git prints. */
const shortest = 7;

export function lookupOf(entries: readonly Entry[]): Lookup {
  const full = new Map<string, Entry>();
  const short = new Map<string, Entry[]>();
  const subjects = new Map<string, Entry[]>();
  const file = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    const list = map.get(key);
    if (list) list.push(entry);
    else map.set(key, [entry]);
  };
  for (const entry of entries) {
    const { scopeId, hash } = entry.commit;
    full.set(keyOf(scopeId, hash), entry);
    file(short, keyOf(scopeId, hash.slice(0, shortest)), entry);
    const names = new Set([entry.message.subject, entry.message.merge?.title].flatMap((name) => (name ? [subjectKey(name)] : [])));
    for (const name of names) file(subjects, keyOf(scopeId, name), entry);
  }
  return {
    byHash(scopeId, hash) {
      const exact = full.get(keyOf(scopeId, hash));
      if (exact || hash.length < shortest) return exact;
      const near = (short.get(keyOf(scopeId, hash.slice(0, shortest))) ?? []).filter(({ commit }) => commit.hash.startsWith(hash));
      return near.length === 1 ? near[0] : undefined;
    },
    bySubject: (scopeId, subject, than) => firstAfter(subjects.get(keyOf(scopeId, subjectKey(subject))) ?? [], than),
  };
}

/** By halving, so that thousands of equal subjects stay cheap. */
function firstAfter(list: readonly Entry[], than: number): Entry | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Entry).at > than) high = middle;
    else low = middle + 1;
  }
  return list[low];
}

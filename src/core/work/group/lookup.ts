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

/** Filed when first asked for: many periods have nothing that names another commit. */
export function lookupOf(entries: readonly Entry[]): Lookup {
  let hashes: ReturnType<typeof byHashes> | undefined;
  let subjects: ReadonlyMap<string, readonly Entry[]> | undefined;
  return {
    byHash(scopeId, hash) {
      hashes ??= byHashes(entries);
      const exact = hashes.full.get(keyOf(scopeId, hash));
      if (exact || hash.length < shortest) return exact;
      const near = (hashes.short.get(keyOf(scopeId, hash.slice(0, shortest))) ?? []).filter(({ commit }) => commit.hash.startsWith(hash));
      return near.length === 1 ? near[0] : undefined;
    },
    bySubject(scopeId, subject, than) {
      subjects ??= bySubjects(entries);
      return firstAfter(subjects.get(keyOf(scopeId, subjectKey(subject))) ?? [], than);
    },
  };
}

function byHashes(entries: readonly Entry[]) {
  const full = new Map<string, Entry>();
  const short = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { scopeId, hash } = entry.commit;
    full.set(keyOf(scopeId, hash), entry);
    file(short, keyOf(scopeId, hash.slice(0, shortest)), entry);
  }
  return { full, short };
}

function bySubjects(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const subjects = new Map<string, Entry[]>();
  for (const entry of entries) {
    const own = subjectKey(entry.message.subject);
    const title = entry.message.merge?.title === undefined ? own : subjectKey(entry.message.merge.title);
    if (own !== "") file(subjects, keyOf(entry.commit.scopeId, own), entry);
    if (title !== own && title !== "") file(subjects, keyOf(entry.commit.scopeId, title), entry);
  }
  return subjects;
}

function file(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
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

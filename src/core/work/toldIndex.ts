import type { SentRecord, ToldCommit } from "../book/sentRecord";
import { tripleOf } from "./group/entry";
import { subjectKey } from "./parse/plainText";

/** A commit that was told for good, with the latest record that did. */
export interface Told {
  readonly commit: ToldCommit;
  readonly record: SentRecord;
}

/** What was told for good, by everything that a commit can be recognised by. Told "in progress" is not in here. */
export interface ToldIndex {
  readonly byHash: ReadonlyMap<string, Told>;
  /** By author, author date and subject: told hashes differ, oldest record first. */
  readonly byTriple: ReadonlyMap<string, readonly Told[]>;
  /** By author and author date alone. */
  readonly byMoment: ReadonlyMap<string, readonly Told[]>;
  /** By subject, for the lists in squashes. */
  readonly bySubject: ReadonlyMap<string, Told>;
}

export const triple = (commit: Pick<ToldCommit, "authorEmail" | "authorDate" | "subject">): string => tripleOf(commit, subjectKey(commit.subject));
export const moment = (commit: Pick<ToldCommit, "authorEmail" | "authorDate">): string => tripleOf(commit, "");

/** @param history standing records of one project, oldest first */
export function indexTold(history: readonly SentRecord[]): ToldIndex {
  const byHash = new Map<string, Told>();
  for (const record of history) {
    for (const commit of record.told) if (commit.how !== "inProgress") byHash.set(commit.hash, { commit, record });
  }
  const byTriple = new Map<string, Told[]>();
  const byMoment = new Map<string, Told[]>();
  const bySubject = new Map<string, Told>();
  for (const told of byHash.values()) {
    add(byTriple, triple(told.commit), told);
    add(byMoment, moment(told.commit), told);
    bySubject.set(subjectKey(told.commit.subject), told);
  }
  return { byHash, byTriple, byMoment, bySubject };
}

function add(map: Map<string, Told[]>, key: string, told: Told): void {
  const list = map.get(key);
  if (list) list.push(told);
  else map.set(key, [told]);
}

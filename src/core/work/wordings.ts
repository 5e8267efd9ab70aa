import * as v from "valibot";
import { id, instant, words, type Id } from "../book/fields";
import { asBefore, type Upgrade } from "../book/upgrades";
import type { Instant } from "../time/types";
import { standings, type CommitRef, type Standing } from "./commit";
import { tripleOf } from "./group/entry";
import { subjectKey } from "./parse/plainText";

// "Say it like this": what the user decided about a line of a draft. Kept for its commits by what survives a rebase.

const commit = v.object({ authorEmail: v.string(), authorDate: v.string(), subject: v.string() });
/** Which of several lines that one commit gives, from 0; absent: the only one. */
const part = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)));
const common = { projectId: id, at: instant };
const standing = v.exactOptional(v.picklist(standings));
/** The lines that "Merge with next" brought into one, each by the commit that names it. */
export const joinedSchema = v.pipe(v.array(v.object({ commit, part })), v.readonly());

export const wordingSchema = v.variant("how", [
  v.object({ ...common, how: v.literal("hide"), commit, part }),
  /** `standing`: how far its line was then. `joined`: what else the words tell of. Both absent of what was said before they were kept. */
  v.object({ ...common, how: v.literal("say"), commit, part, text: words, standing, joined: v.exactOptional(joinedSchema) }),
  /** Its line is part of the line of the other commit, which may be another line of the same one. */
  v.object({ ...common, how: v.literal("join"), commit, part, to: commit, toPart: part }),
  v.object({ ...common, how: v.literal("hideScope"), scope: words }),
]);
/** From each version of a stored wording to the next: the first takes version 1 to 2. */
export const wordingUpgrades: readonly Upgrade[] = [
  // To 2: lines that are joined may be parts of one commit; words know how far their line was, and what they tell of.
  asBefore,
];
export type Wording = Readonly<v.InferOutput<typeof wordingSchema>>;
export type WordedCommit = Pick<CommitRef, "authorEmail" | "authorDate" | "subject">;

export type Joined = Readonly<v.InferOutput<typeof joinedSchema>>;

export const wordedCommit = ({ authorEmail, authorDate, subject }: WordedCommit): WordedCommit => ({ authorEmail, authorDate, subject });
export const keyOfCommit = (ref: WordedCommit): string => tripleOf(ref, subjectKey(ref.subject));

/** A later wording of the same kind for the same thing takes the place of the earlier one. */
export function wordingKey(wording: Wording): string {
  if (wording.how === "hideScope") return `${wording.projectId}\0scope\0${wording.scope.toLowerCase()}`;
  const how = wording.how === "join" ? "join" : "line";
  return [wording.projectId, how, keyOfCommit(wording.commit), ("part" in wording ? wording.part : undefined) ?? 0].join("\0");
}

/** The wordings of one project, looked up by commit and, in each, by the number of the line. */
export interface Wordings {
  /** The lines of this commit that are not told. */
  readonly hides: (ref: WordedCommit) => ReadonlySet<number> | undefined;
  readonly says: (ref: WordedCommit) => ReadonlyMap<number, Saying> | undefined;
  readonly joins: (ref: WordedCommit) => ReadonlyMap<number, LineName> | undefined;
  readonly hidesScope: (scope: string | undefined) => boolean;
}
export interface Saying {
  readonly text: string;
  readonly at: Instant;
  readonly standing?: Standing;
  readonly joined?: Joined;
}
interface LineName {
  /** As keyOfCommit makes it. */
  readonly key: string;
  readonly part: number;
}

export function wordingsOf(all: readonly Wording[], projectId: Id): Wordings | undefined {
  const own = all.filter((wording) => wording.projectId === projectId);
  if (own.length === 0) return undefined;
  const hides = new Map<string, Set<number>>();
  const says = new Map<string, Map<number, Saying>>();
  const joins = new Map<string, Map<number, LineName>>();
  const scopes = new Set<string>();
  for (const wording of own) {
    if (wording.how === "hideScope") {
      scopes.add(wording.scope.toLowerCase());
      continue;
    }
    const key = keyOfCommit(wording.commit);
    const line = wording.part ?? 0;
    if (wording.how === "join") joins.set(key, (joins.get(key) ?? new Map<number, LineName>()).set(line, { key: keyOfCommit(wording.to), part: wording.toPart ?? 0 }));
    else if (wording.how === "hide") hides.set(key, (hides.get(key) ?? new Set()).add(line));
    else says.set(key, (says.get(key) ?? new Map<number, Saying>()).set(line, wording));
  }
  return {
    hides: (ref) => hides.get(keyOfCommit(ref)),
    says: (ref) => says.get(keyOfCommit(ref)),
    joins: (ref) => joins.get(keyOfCommit(ref)),
    hidesScope: (scope) => scope !== undefined && scopes.has(scope.toLowerCase()),
  };
}

/**
 * What hid a line, to be forgotten when it is put back. Other lines of the same commits stay hidden, and what else was said of
 * these commits stays said.
 * @param part which line of the first commit; the other commits were hidden as a whole
 */
export function hidingOf(all: readonly Wording[], projectId: Id, [first, ...others]: readonly WordedCommit[], part = 0): readonly Wording[] {
  const name = (commit: WordedCommit, line: number): string => `${keyOfCommit(commit)}\0${line}`;
  const lines = new Set([...(first ? [name(first, part)] : []), ...others.map((commit) => name(commit, 0))]);
  return all.filter((wording) => wording.projectId === projectId && wording.how === "hide" && lines.has(name(wording.commit, wording.part ?? 0)));
}

export const hidingOfScope = (all: readonly Wording[], projectId: Id, scope: string): readonly Wording[] =>
  all.filter((wording) => wording.projectId === projectId && wording.how === "hideScope" && wording.scope.toLowerCase() === scope.toLowerCase());

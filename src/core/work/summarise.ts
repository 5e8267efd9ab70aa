import type { Glossary } from "../book/glossary";
import type { Milestone } from "../book/milestone";
import type { Instant } from "../time/types";
import type { Commit } from "./commit";
import { lookAhead, type Ahead } from "./ahead";
import type { Reason } from "./decide/reasons";
import { joinAlike } from "./group/alike";
import { entriesOf, type Entry } from "./group/entry";
import { joinFollowUps } from "./group/followUps";
import { lineage } from "./group/lineage";
import { lookupOf } from "./group/lookup";
import { joinMerges } from "./group/mergeGroups";
import { findReverts } from "./group/reverts";
import { makeSets } from "./group/sets";
import { joinTickets } from "./group/tickets";
import { joinSquashed, joinTwins } from "./group/twins";
import { toItems } from "./items";
import { milestoneFinder } from "./milestones";
import type { WorkSummary } from "./summary";
import { isSkip, partsOf, reasonOf, titled, wordsOf } from "./words";
import type { Wordings } from "./wordings";

export interface Period {
  /** Newest first within each scope, as git walks. */
  readonly commits: readonly Commit[];
  /** By hash: when a commit may have been told before. */
  readonly perhaps?: ReadonlyMap<string, Instant>;
  /** Hashes of what the client heard of while it was in progress. */
  readonly heard?: ReadonlySet<string>;
  readonly glossary?: Glossary;
  /** Commits that were taken apart before, with its glossary, which is the one that counts. */
  readonly ahead?: Ahead;
  /** What the user decided about lines of earlier drafts. */
  readonly wordings?: Wordings | undefined;
  /** In the order in which they are to be told. */
  readonly milestones?: readonly Pick<Milestone, "id" | "title" | "commits">[];
}

/**
 * The work of a period in words for a client. Every commit is in an item or is left out with a reason; only a squash that
 * lists its parts is in several items. Near linear in the number of commits.
 */
export function summarise({ commits, perhaps = new Map(), heard = new Set(), glossary = [], ahead = lookAhead(glossary), wordings, milestones = [] }: Period): WorkSummary {
  const entries = entriesOf(commits, ahead.clientWords, ahead.messageOf);
  const lookup = lookupOf(entries);
  const owner = lineage(entries);
  const sets = makeSets(entries.length);

  const reverts = findReverts(entries, lookup, owner, ({ commit }) => perhaps.has(commit.hash) || heard.has(commit.hash));
  const reasons = new Map<number, Reason>();
  for (const at of reverts.reverted) reasons.set(at, "reverted");
  for (const at of reverts.reverting) reasons.set(at, "revert");
  for (const { at, message } of entries) {
    if (message.clientNote !== undefined && isSkip(message.clientNote)) reasons.set(at, "skipped");
    else if (message.clientNote === undefined && wordings?.hidesScope(message.scope) === true) reasons.set(at, "hiddenScope");
  }

  const settled = new Set(reasons.keys());
  const open = entries.filter(({ at }) => !settled.has(at));
  const echoes = new Set(joinTwins(open, sets));
  joinSquashed(open, sets, echoes);
  const isSettled = (at: number): boolean => settled.has(at) || echoes.has(at);
  for (const at of joinFollowUps(entries, lookup, sets, isSettled)) reasons.set(at, "followUp");

  for (const entry of entries) {
    if (sets.leader(entry.at) !== entry.at || reasons.has(entry.at) || wordings?.says(entry.ref) !== undefined) continue;
    const reason = judge(entry, reverts.tookBack.has(entry.at), wordings?.joins(entry.ref) !== undefined);
    if (reason !== undefined) reasons.set(entry.at, reason);
  }
  joinMerges(entries, owner, sets, isSettled, reasons);
  const told = (): readonly Entry[] => entries.filter(({ at }) => sets.leader(at) === at && !reasons.has(at));
  joinAlike(told(), sets);
  joinTickets(told(), sets);

  return toItems({ entries, leader: sets.leader, reasons, echoes, tookBack: reverts.tookBack, perhaps, milestoneOf: milestoneFinder(milestones), wordings });
}

/** @param isJoined the user made it part of another line, so that it is to be told */
function judge(entry: Entry, isTookBack: boolean, isJoined: boolean): Reason | undefined {
  const { message, commit } = entry;
  // A merge tells something only through its branch; that is decided later.
  if (commit.parents.length > 1 || (message.merge !== undefined && message.merge.title === undefined)) return message.clientNote === undefined ? "merge" : undefined;
  if (isJoined) return undefined;
  if (isTookBack) return wordsOf(entry, true).length > 0 ? undefined : "empty";
  const reason = reasonOf(titled(entry), commit);
  // A squash that says nothing may list what it holds.
  if (reason === "unclear" || reason === "wip") return partsOf(entry).length > 0 ? undefined : reason;
  return reason ?? (wordsOf(entry, false).length > 0 ? undefined : "empty");
}

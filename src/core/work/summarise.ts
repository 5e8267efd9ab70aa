import type { Instant } from "../time/types";
import type { Commit, Standing } from "./commit";
import { reasonToLeaveOut } from "./decide/judge";
import { reasonText, type Reason } from "./decide/reasons";
import { joinAlike } from "./group/alike";
import { entriesOf, rank, type Entry } from "./group/entry";
import { joinFollowUps } from "./group/followUps";
import { lineage } from "./group/lineage";
import { lookupOf } from "./group/lookup";
import { joinMerges } from "./group/mergeGroups";
import { findReverts } from "./group/reverts";
import { makeSets } from "./group/sets";
import { joinTickets } from "./group/tickets";
import { joinSquashed, joinTwins } from "./group/twins";
import { inReadingOrder, type Ordered } from "./order";
import type { LeftOut, WorkItem, WorkSummary } from "./summary";
import { isSkip, partsOf, titled, wordsIfPutBack, wordsOf } from "./words";

export interface Period {
  /** Newest first within each scope, as git walks. */
  readonly commits: readonly Commit[];
  /** By hash: when a commit may have been told before. */
  readonly perhaps?: ReadonlyMap<string, Instant>;
}

/**
 * The work of a period in words for a client. Every commit is in an item or is left out with a reason; only a squash that
 * lists its parts is in several items. Near linear in the number of commits.
 */
export function summarise({ commits, perhaps = new Map() }: Period): WorkSummary {
  const entries = entriesOf(commits);
  const lookup = lookupOf(entries);
  const owner = lineage(entries);
  const sets = makeSets(entries.length);

  const reverts = findReverts(entries, lookup, owner, ({ commit }) => perhaps.has(commit.hash));
  const reasons = new Map<number, Reason>();
  for (const at of reverts.reverted) reasons.set(at, "reverted");
  for (const at of reverts.reverting) reasons.set(at, "revert");
  for (const { at, message } of entries) if (message.clientNote !== undefined && isSkip(message.clientNote)) reasons.set(at, "skipped");

  const settled = new Set(reasons.keys());
  const echoes = new Set(joinTwins(entries.filter(({ at }) => !settled.has(at)), sets));
  joinSquashed(entries.filter(({ at }) => !settled.has(at)), sets, echoes);
  const isSettled = (at: number): boolean => settled.has(at) || echoes.has(at);
  for (const at of joinFollowUps(entries, lookup, sets, isSettled)) reasons.set(at, "followUp");

  for (const entry of entries) {
    if (sets.leader(entry.at) !== entry.at || reasons.has(entry.at)) continue;
    const reason = judge(entry, reverts.tookBack.has(entry.at));
    if (reason !== undefined) reasons.set(entry.at, reason);
  }
  joinMerges(entries, owner, sets, isSettled, reasons);
  joinAlike(entries.filter(({ at }) => sets.leader(at) === at && !reasons.has(at)), sets);
  joinTickets(entries.filter(({ at }) => sets.leader(at) === at && !reasons.has(at)), sets);

  return build(entries, sets.leader, reasons, echoes, reverts.tookBack, perhaps);
}

function judge(entry: Entry, isTookBack: boolean): Reason | undefined {
  const { message, commit } = entry;
  // A merge tells something only through its branch; that is decided later.
  if (commit.parents.length > 1 || (message.merge !== undefined && message.merge.title === undefined)) return message.clientNote === undefined ? "merge" : undefined;
  if (isTookBack) return wordsOf(entry, true).length > 0 ? undefined : "empty";
  const reason = reasonToLeaveOut({ message: titled(message, commit.body), files: commit.files, author: commit.author });
  // A squash that says nothing may list what it holds.
  if (reason === "unclear" || reason === "wip") return partsOf(entry).length > 0 ? undefined : reason;
  return reason ?? (wordsOf(entry, false).length > 0 ? undefined : "empty");
}

function build(
  entries: readonly Entry[],
  leader: (at: number) => number,
  reasons: ReadonlyMap<number, Reason>,
  echoes: ReadonlySet<number>,
  tookBack: ReadonlySet<number>,
  perhaps: ReadonlyMap<string, Instant>,
): WorkSummary {
  const leftOut: LeftOut[] = [];
  const groups = new Map<number, Entry[]>();
  for (const entry of entries) {
    const lead = leader(entry.at);
    const reason = reasons.get(entry.at) ?? reasons.get(lead);
    if (reason !== undefined) leftOut.push({ commit: entry.ref, reason: reasonText(reason), ...wordsIfPutBack(entry), standing: entry.commit.standing });
    else if (groups.has(lead)) groups.get(lead)?.push(entry);
    else groups.set(lead, [entry]);
  }
  const lines = new Map<string, { readonly members: Entry[]; readonly lead: Entry; readonly part: number; text: string; section: WorkItem["section"]; standing: Standing }>();
  for (const [lead, members] of groups) {
    const speaker = entries[lead] as Entry;
    const standing = leastOf(members.filter(({ at }) => at === lead || !echoes.has(at)));
    const said = wordsOf(voiceOf(speaker, members), tookBack.has(lead));
    const words = said.length > 0 ? said : [wordsIfPutBack(speaker)];
    words.forEach(({ text, section }, part) => {
      // The same words twice are one line; but one commit's several lines stay apart from each other.
      const key = words.length > 1 ? `${lead}\0${part}` : `${standing}\0${text.normalize("NFC").toLowerCase()}`;
      const same = lines.get(key);
      if (same) same.members.push(...members);
      else lines.set(key, { members: [...members], lead: speaker, part, text, section, standing });
    });
  }
  const items: Ordered[] = [...lines.values()].map((line) => {
    const ordered = line.members.sort((a, b) => a.at - b.at);
    const newest = ordered[0] as Entry;
    const oldest = ordered.at(-1) as Entry;
    const told = ordered.map(({ commit }) => perhaps.get(commit.hash)).filter((at) => at !== undefined).sort().at(-1);
    const item: WorkItem = {
      id: line.part === 0 ? oldest.commit.hash : `${oldest.commit.hash}-${line.part + 1}`,
      text: line.text,
      section: line.section,
      standing: line.standing,
      commits: ordered.map(({ ref }) => ref),
      ...(told !== undefined && { perhapsToldAt: told }),
    };
    return { item, at: newest.at, weight: (line.lead.message.breaking ? 2 : 0) + (ordered.length > 2 ? 1 : 0) };
  });
  return { items: inReadingOrder(items), leftOut };
}

/** What is as far as its least advanced part. */
const leastOf = (members: readonly Entry[]): Standing =>
  members.reduce<Standing>((least, { commit }) => (rank(commit.standing) < rank(least) ? commit.standing : least), "live");

/** The user's own wording counts wherever in the group it stands; the leader's before the newest. */
const voiceOf = (speaker: Entry, members: readonly Entry[]): Entry =>
  speaker.message.clientNote !== undefined ? speaker : (members.find(({ message }) => message.clientNote !== undefined) ?? speaker);

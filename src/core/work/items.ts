import type { Instant } from "../time/types";
import type { Standing } from "./commit";
import { reasonText, type Reason } from "./decide/reasons";
import { rank, type Entry } from "./group/entry";
import type { MilestoneOf } from "./milestones";
import { inReadingOrder, type Ordered } from "./order";
import type { LeftOut, WorkItem, WorkSummary } from "./summary";
import { ownSentence } from "./wording/sentence";
import { wordsIfPutBack, wordsOf, type Words } from "./words";
import type { Wordings } from "./wordings";

/** All that was decided about the commits of a period. */
export interface Decided {
  readonly entries: readonly Entry[];
  /** The place that speaks for a place. */
  readonly leader: (at: number) => number;
  readonly reasons: ReadonlyMap<number, Reason>;
  /** Places that repeat another one, and do not hold its standing back. */
  readonly echoes: ReadonlySet<number>;
  readonly tookBack: ReadonlySet<number>;
  readonly perhaps: ReadonlyMap<string, Instant>;
  readonly milestoneOf: MilestoneOf;
  readonly wordings?: Wordings | undefined;
}

interface Line extends Words {
  readonly members: Entry[];
  readonly lead: Entry;
  readonly part: number;
  readonly standing: Standing;
}

/** Puts what was decided into items, and what is left out beside them. */
export function toItems(decided: Decided): WorkSummary {
  const { entries, leader, reasons, echoes } = decided;
  const leftOut: LeftOut[] = [];
  const leave = (entry: Entry, reason: Reason): void =>
    void leftOut.push({ commit: entry.ref, reason: reasonText(reason), ...wordsIfPutBack(entry), standing: entry.commit.standing });
  const groups = new Map<number, Entry[]>();
  for (const entry of entries) {
    const lead = leader(entry.at);
    const reason = reasons.get(entry.at) ?? reasons.get(lead);
    if (reason !== undefined) leave(entry, reason);
    else if (groups.has(lead)) groups.get(lead)?.push(entry);
    else groups.set(lead, [entry]);
  }
  const lines = new Map<string, Line>();
  for (const [at, members] of groups) {
    const lead = entries[at] as Entry;
    const standing = leastOf(members.filter((each) => each.at === at || !echoes.has(each.at)));
    const words = linesOf(lead, members, decided);
    if (words.length === 0) members.forEach((entry) => leave(entry, "hidden"));
    for (const { text, section, part, of } of words) {
      // The same words twice are one line; but one commit's several lines stay apart from each other.
      const key = of > 1 ? `${at}\0${part}` : `${standing}\0${text.normalize("NFC").toLowerCase()}`;
      const same = lines.get(key);
      if (same) same.members.push(...members);
      else lines.set(key, { members: [...members], lead, part, text, section, standing });
    }
  }
  return { items: inReadingOrder([...lines.values()].map((line) => toItem(line, decided))), leftOut };
}

/** What a group says, in the user's wording where there is one. */
function linesOf(lead: Entry, members: readonly Entry[], { tookBack, wordings }: Decided): readonly (Words & { readonly part: number; readonly of: number })[] {
  const found = wordsOf(voiceOf(lead, members), tookBack.has(lead.at));
  const words = found.length > 0 ? found : [wordsIfPutBack(lead)];
  const all = words.map((line, part) => ({ ...line, part, of: words.length }));
  if (!wordings) return all;
  const hidden = new Set(members.flatMap(({ ref }) => [...(wordings.hides(ref) ?? [])]));
  const said = new Map(members.flatMap(({ ref }) => [...(wordings.says(ref) ?? [])]));
  return all.filter(({ part }) => !hidden.has(part)).map((line) => ({ ...line, text: ownSentence(said.get(line.part) ?? "") || line.text }));
}

function toItem(line: Line, { perhaps, milestoneOf }: Decided): Ordered {
  const ordered = line.members.sort((a, b) => a.at - b.at);
  const newest = ordered[0] as Entry;
  const oldest = ordered.at(-1) as Entry;
  const told = ordered.map(({ commit }) => perhaps.get(commit.hash)).filter((at) => at !== undefined).sort().at(-1);
  const milestone = milestoneOf(line.lead) ?? ordered.map(milestoneOf).find((found) => found !== undefined);
  const item: WorkItem = {
    id: line.part === 0 ? oldest.commit.hash : `${oldest.commit.hash}-${line.part + 1}`,
    text: line.text,
    section: line.section,
    standing: line.standing,
    ...(milestone && { milestoneId: milestone.id }),
    commits: ordered.map(({ ref }) => ref),
    ...(told !== undefined && { perhapsToldAt: told }),
  };
  return { item, at: newest.at, milestone: milestone?.order ?? Infinity, weight: weightOf(line) };
}

/** What its author marked as important comes first: a break, a note to the client, a line in the change log. */
function weightOf({ lead, members }: Line): number {
  const noted = members.some(({ message }) => message.clientNote !== undefined);
  const logged = members.some(({ commit }) => commit.files.some((file) => /(?:^|\/)change(?:s|log)\b[^/]*$/i.test(file)));
  return (lead.message.breaking ? 2 : 0) + (noted ? 2 : 0) + (logged ? 1 : 0) + (members.length > 2 ? 1 : 0);
}

/** What is as far as its least advanced part. */
const leastOf = (members: readonly Entry[]): Standing =>
  members.reduce<Standing>((least, { commit }) => (rank(commit.standing) < rank(least) ? commit.standing : least), "live");

/** The user's own wording counts wherever in the group it stands; the leader's before the newest. */
const voiceOf = (speaker: Entry, members: readonly Entry[]): Entry =>
  speaker.message.clientNote !== undefined ? speaker : (members.find(({ message }) => message.clientNote !== undefined) ?? speaker);

import type { Instant } from "../time/types";
import { asWorded } from "./asWorded";
import type { CommitRef } from "./commit";
import { reasonText, type Reason } from "./decide/reasons";
import { hasChangeLog } from "./decide/paths";
import type { Entry } from "./group/entry";
import { linesOf, type Line, type Telling } from "./lines";
import type { MilestoneOf } from "./milestones";
import { inReadingOrder, type Ordered } from "./order";
import type { LeftOut, WorkItem, WorkSummary } from "./summary";
import { wordsIfPutBack } from "./words";

/** All that was decided about the commits of a period. */
export interface Decided extends Telling {
  readonly entries: readonly Entry[];
  /** The place that speaks for a place. */
  readonly leader: (at: number) => number;
  readonly reasons: ReadonlyMap<number, Reason>;
  readonly perhaps: ReadonlyMap<string, Instant>;
  readonly milestoneOf: MilestoneOf;
}

/** Puts what was decided into items, and what is left out beside them. */
export function toItems(decided: Decided): WorkSummary {
  const { entries, leader, reasons, wordings } = decided;
  const leftOut: LeftOut[] = [];
  const groups = new Map<number, Entry[]>();
  for (const entry of entries) {
    const lead = leader(entry.at);
    const reason = reasons.get(entry.at) ?? reasons.get(lead);
    if (reason !== undefined) {
      const { text, section } = wordsIfPutBack(entry);
      leftOut.push({ commit: entry.ref, reason: reasonText(reason), standing: entry.commit.standing, text, section });
      continue;
    }
    const group = groups.get(lead);
    if (group) group.push(entry);
    else groups.set(lead, [entry]);
  }
  const found = [...groups].flatMap(([at, members]) => linesOf(entries[at] as Entry, members, decided));
  const lines = new Map<string, Line>();
  for (const line of wordings ? asWorded(found, wordings) : found) {
    if (line.hidden) {
      for (const entry of newestFirst(line)) leftOut.push({ ...left(entry, "hidden"), text: line.text, section: line.section, itemId: idOf(line) });
      continue;
    }
    // The same words twice are one line; but one commit's several lines stay apart from each other.
    const key = line.of > 1 ? `${line.lead.at}\0${line.part}` : `${line.standing}\0${line.text.normalize("NFC").toLowerCase()}`;
    const same = lines.get(key);
    const oldest = same && same.oldest.at > line.oldest.at ? same.oldest : line.oldest;
    lines.set(key, same ? { ...same, oldest, sources: [...same.sources, ...line.sources] } : line);
  }
  const items = inReadingOrder([...lines.values()].map((line) => toItem(line, decided)));
  return { items, leftOut: onceEach(leftOut, items) };
}

/** A project may have a repository twice, whole and in part or in two copies: a commit is one all the same, by its hash. */
const byHash = (refs: readonly CommitRef[]): readonly CommitRef[] => (refs.length < 2 ? refs : [...new Map(refs.toReversed().map((ref) => [ref.hash, ref] as const)).values()].toReversed());

/** What one copy of the repository leaves out and the other tells is told. Lines that the user hid are lines of their own. */
function onceEach(leftOut: readonly LeftOut[], items: readonly WorkItem[]): readonly LeftOut[] {
  const told = new Set(items.flatMap(({ commits }) => commits.map(({ hash }) => hash)));
  const seen = new Set<string>();
  return leftOut.filter(({ commit: { hash }, itemId }) => {
    const key = `${hash}\0${itemId ?? ""}`;
    if (seen.has(key) || (itemId === undefined && told.has(hash))) return false;
    seen.add(key);
    return true;
  });
}

const left = ({ ref, commit }: Entry, reason: Reason): Omit<LeftOut, "text" | "section"> => ({ commit: ref, reason: reasonText(reason), standing: commit.standing });
const idOf = ({ oldest, part }: Line): string => (part === 0 ? oldest.commit.hash : `${oldest.commit.hash}-${part + 1}`);
const newestFirst = ({ sources }: Line): readonly Entry[] =>
  sources.length === 1 ? sources.map(({ entry }) => entry) : [...new Set(sources.map(({ entry }) => entry))].sort((a, b) => a.at - b.at);

function toItem(line: Line, { perhaps, milestoneOf }: Decided): Ordered {
  const ordered = newestFirst(line);
  const told = perhaps.size === 0 ? undefined : ordered.map(({ commit }) => perhaps.get(commit.hash)).filter((at) => at !== undefined).sort().at(-1);
  const milestone = milestoneOf(line.lead) ?? ordered.map(milestoneOf).find((found) => found !== undefined);
  const item: WorkItem = {
    id: idOf(line),
    text: line.text,
    section: line.section,
    standing: line.standing,
    ...(milestone && { milestoneId: milestone.id }),
    commits: byHash(ordered.map(({ ref }) => ref)),
    ...(line.joined && { joined: line.joined }),
    ...(told !== undefined && { perhapsToldAt: told }),
  };
  return { item, at: (ordered[0] as Entry).at, milestone: milestone?.order ?? Infinity, weight: weightOf(line.lead, ordered) };
}

/** What its author marked as important comes first: a break, a note to the client, a line in the change log. */
function weightOf(lead: Entry, members: readonly Entry[]): number {
  const noted = members.some(({ message }) => message.clientNote !== undefined);
  const logged = members.some(({ commit }) => hasChangeLog(commit.files));
  return (lead.message.breaking ? 2 : 0) + (noted ? 2 : 0) + (logged ? 1 : 0) + (members.length > 2 ? 1 : 0);
}

import type { Standing } from "./commit";
import { reasonToLeaveOut } from "./decide/judge";
import { rank, type Entry } from "./group/entry";
import { titled, wordsIfPutBack, wordsOf, type Words } from "./words";
import type { Joined, Wordings } from "./wordings";

/** A commit, and which of its lines is meant. */
interface Source {
  readonly entry: Entry;
  readonly part: number;
}

/** What one line of the summary will say, and of which commits. */
export interface Line extends Words {
  readonly lead: Entry;
  /** Its oldest commit, which names it. What the user joined to it does not. */
  readonly oldest: Entry;
  /** Which of `of` lines that its leader gives, from 0. */
  readonly part: number;
  readonly of: number;
  readonly sources: readonly Source[];
  readonly standing: Standing;
  /** What the user joined to it. */
  readonly joined?: Joined;
  /** The user does not want it told. */
  readonly hidden: boolean;
}

export interface Telling {
  /** Places that repeat another one, and do not hold its standing back. */
  readonly echoes: ReadonlySet<number>;
  readonly tookBack: ReadonlySet<number>;
  readonly wordings?: Wordings | undefined;
}

/** The lines of a group: one, or several where its leader is a squash that lists its parts; and what was hidden of it beside a line that stays. */
export function linesOf(lead: Entry, members: readonly Entry[], telling: Telling): readonly Line[] {
  const { tookBack, wordings } = telling;
  const found = wordsOf(voiceOf(lead, members), tookBack.has(lead.at));
  if (found.length > 1) {
    const hides = wordings?.hides(lead.ref);
    return found.map((words, part) => line(lead, members, words, telling, { part, of: found.length, hidden: hides?.has(part) === true }));
  }
  const single = (leader: Entry, all: readonly Entry[], hidden: boolean): Line => {
    const words = leader === lead && all === members ? found[0] : wordsOf(voiceOf(leader, all), tookBack.has(leader.at))[0];
    return line(leader, all, words ?? wordsIfPutBack(leader), telling, { part: 0, of: 1, hidden });
  };
  const hidden = members.filter(({ ref }) => wordings?.hides(ref)?.has(0) === true);
  if (hidden.length === 0) return [single(lead, members, false)];
  const shown = members.filter((entry) => !hidden.includes(entry));
  const speaker = speakerOf(lead, shown, hidden, telling);
  return speaker ? [single(speaker, shown, false), single(hidden.at(-1) as Entry, hidden, true)] : [single(lead, members, true)];
}

/**
 * Who speaks for what is left of a group when some of it is hidden. None where nothing of its own is left: a merge or a squash
 * brings in what others did, and a correction goes with what it corrects.
 */
function speakerOf(lead: Entry, shown: readonly Entry[], hidden: readonly Entry[], { echoes, wordings }: Telling): Entry | undefined {
  const own = shown.filter(
    (entry) =>
      !echoes.has(entry.at) &&
      entry.commit.parents.length < 2 &&
      entry.message.fixes === undefined &&
      (entry === lead || wordings?.says(entry.ref) !== undefined ||
        reasonToLeaveOut({ message: titled(entry), files: entry.commit.files, author: entry.commit.author }) === undefined),
  );
  const brought = Math.max(lead.commit.squashOf?.length ?? 0, lead.message.listed.length);
  const squashed = brought > 0 && hidden.filter(({ at }) => echoes.has(at)).length >= brought;
  const rest = squashed ? own.filter((entry) => entry !== lead) : own;
  if (rest.length === 0) return undefined;
  return shown.includes(lead) && !squashed ? lead : (rest.findLast(({ message }) => message.kind === "feature") ?? rest.at(-1));
}

function line(lead: Entry, members: readonly Entry[], words: Words, { echoes }: Telling, rest: Pick<Line, "part" | "of" | "hidden">): Line {
  const { part, of, hidden } = rest;
  const oldest = members.reduce((older, entry) => (entry.at > older.at ? entry : older), lead);
  const standing = leastOf(members.length === 1 && members[0] === lead ? members : members.filter((each) => each === lead || !echoes.has(each.at)));
  const sources = members.map((entry) => ({ entry, part }));
  return { text: words.text, section: words.section, lead, oldest, sources, standing, part, of, hidden };
}

/** What is as far as its least advanced part. */
const leastOf = (members: readonly Entry[]): Standing =>
  members.reduce<Standing>((least, { commit }) => (rank(commit.standing) < rank(least) ? commit.standing : least), "live");

/** The user's own wording counts wherever in the group it stands; the leader's before the newest. */
const voiceOf = (speaker: Entry, members: readonly Entry[]): Entry =>
  speaker.message.clientNote !== undefined ? speaker : (members.find(({ message }) => message.clientNote !== undefined) ?? speaker);

import type { PlainDate } from "../../time/types";
import type { CheckInput } from "../input";
import type { FoundDate } from "./dates";
import type { Part } from "../reading";
import { isQuestion } from "./sentences";

/** The days of a message about a delay: those that are given up, and those that take their place. */
export interface MovedDates {
  readonly old: readonly FoundDate[];
  readonly now: readonly FoundDate[];
}

const givenUp = /(?:was|were)(?: \w+)? (?:due|planned|promised|meant|to (?:be|come)|scheduled|agreed|supposed)\b[^,;:.]*$|\b(?:due|planned|promised|scheduled) (?:for|on|by)(?: \w+,?)?\s*$|\b(?:instead of|rather than|from|originally|not (?:ready|finished|done|possible) (?:by|on)|won't be (?:ready|done|finished) (?:by|on)|(?:will not|won't|cannot|can't|unable to|not going to) (?:\w+ ){0,5}(?:by|on|for|keep|meet|make|hold|manage)|original(?:ly)? \w+)(?: \w+,?)?\s*$/i;
const givenUpAfter = /^(?:ের|র|-এর)?,?\s*(?:বদলে|পরিবর্তে|থেকে|জায়গায়|[^।,;]{0,24}(?:কথা ছিল|কথা থাকলেও|(?:দিতে |শেষ করতে )?পারব না|হবে না|দিতে পারছি না|হচ্ছে না|সম্ভব নয়|সম্ভব হচ্ছে না)|[^।,;:]{0,36}[\p{L}\p{M}]+ (?:না|নয়|নেই)(?=\s*[।,;]|\s*$))/u;
/** A day by which an answer is asked for, or on which something else happened. */
const other = /\b(?:tell me|let me know|answer|reply|hear|decide|since|yesterday|changed|arrived|came|sent|told|matters|happened)\b[^,;:.]*$/i;
const otherAfter = /^(?:ের|র)?\s*(?:মধ্যে\s*)?(?:জানাবেন|জানালে|বললে|পেয়েছি|এসেছে|বদলেছে|[^।,;:]{0,36}[\p{L}\p{M}]েছ(?:ে|ি|েন|িল|িলাম|িলেন)(?=\s*[।,;:]|\s*$))/u;

export function movedDates(input: CheckInput): MovedDates {
  const { reading, dates, today, provenance } = input;
  const moved = provenance.effects?.flatMap((effect) => (effect.do === "moveMilestone" && effect.due.by === "date" ? [effect.due.on] : [])) ?? [];
  const placed = dates.map((date) => ({ date, sentence: reading.sentences.find(({ start, end }) => start <= date.start && date.end <= end) }));
  const old = placed.filter(({ date, sentence }) => sentence !== undefined && isGivenUp(date, sentence)).map(({ date }) => date);
  const now = placed
    .filter(({ date, sentence }) => !old.includes(date) && (moved.includes(date.date) || (date.date >= today && date.by !== "fromToday" && sentence !== undefined && !isQuestion(sentence) && !isOther(date, sentence))))
    .map(({ date }) => date);
  return { old, now };
}

const isGivenUp = ({ start, end }: FoundDate, sentence: Part): boolean => givenUp.test(before(start, sentence)) || givenUpAfter.test(after(end, sentence));
const isOther = ({ start, end }: FoundDate, sentence: Part): boolean => other.test(before(start, sentence)) || otherAfter.test(after(end, sentence)) || /^if\b/i.test(sentence.text);
const before = (at: number, { start, text }: Part) => text.slice(Math.max(0, at - start - 60), at - start);
const after = (at: number, { start, text }: Part) => text.slice(at - start, at - start + 45);

/** Working days of the reader between the day given up and the new one; undefined where either is not told. */
export function daysMoved({ old, now }: MovedDates, { theirs }: Pick<CheckInput, "theirs">): number | undefined {
  const from = old[0]?.date;
  const to = now.map(({ date }) => date).find((date: PlainDate) => from !== undefined && date > from);
  return from === undefined || to === undefined ? undefined : theirs.workingDaysBetween(from, to);
}

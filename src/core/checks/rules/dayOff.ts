import type { CheckInput } from "../input";
import { writeDay } from "../../language/dates";
import { writingIn } from "../../language/writing";
import { has, words } from "../find/patterns";
import { datesIn, promises } from "../find/sentences";
import { defineRule, type Found } from "../finding";
import type { PlainDate } from "../../time/types";
import { addDays } from "../../time/zoned";
import type { FoundDate } from "../find/dates";
import type { Part } from "../reading";

// What falls due on the reader's weekend is read two days late, and a promise for my own leave is broken when it is made.
// Source: the working days, holidays and absences of the book.

/** A day by which something is promised or asked for. */
const deadline = words("by", "until", "before", "due", "latest", "deadline", "launch", "delivery", "on", "next", "expected?", "ready", "মধ্যে", "আগে", "পর্যন্ত", "এরপর", "তারপর", "শেষ", "চালু");
/** The days off themselves are named for what they are. */
const offDays = words("away", "I'm off", "I am off", "(?:am|is|be) off (?:on|from)", "(?:is|it's|being) (?:a )?(?:saturday|sunday|friday|monday)", "my weekend", "on leave", "out of (?:the )?office", "holidays?", "vacation", "day off", "days off", "closed", "weekend", "back on", "not (?:be )?working", "eid", "christmas", "new year", "victory day", "last working day", "ছুটি", "ছুটিতে", "বন্ধ", "ঈদ", "ঈদের", "সাপ্তাহিক ছুটি", "ফিরে", "ফিরব", "অনুপস্থিত");
/** Others are spoken to, whose days are their own. */
const withOthers = words("(?:call|ask|meet|visit|phone|chase|write to|speak to|talk to) (?:them|him|her|the [a-z]+)", "তাদের (?:ফোন|জিজ্ঞেস)[\\p{L}\\p{M} ]*", "ফোন করব");
/** It has been. */
const past = words("was", "were", "had", "did", "went", "sent", "yesterday", "ছিল", "ছিলাম", "গতকাল", "হয়েছে", "দিয়েছি", "পাঠিয়েছি", "করেছি");

export const dayOff = defineRule({
  id: "dayOff",
  level: "warning",
  // A charter tells of every week.
  appliesTo: (kind) => kind !== "charter",
  find: (input) => input.reading.sentences.flatMap((sentence) => inSentence(sentence, input)),
});

function inSentence(sentence: Part, input: CheckInput): readonly Found[] {
  const { text } = sentence;
  if (has(text, offDays) || has(text, withOthers)) return [];
  const isDeadline = promises(text) || has(text, deadline) || /^[-*•\d.)\s]*[^:]{1,40}:/.test(text);
  if (!isDeadline) return [];
  return datesIn(input, sentence).flatMap((named) => {
    if (named.date <= input.today || (named.by === "weekday" && has(text, past)) || isOld(named, sentence) || isSpan(named, sentence)) return [];
    const why = reasonOff(named.date, input);
    return why === undefined ? [] : [found(named, why, input)];
  });
}

/** "was due on Friday", "instead of Friday": the day that is given up. */
function isOld({ start, end }: FoundDate, sentence: Part): boolean {
  const before = sentence.text.slice(Math.max(0, start - sentence.start - 40), start - sentence.start);
  const after = sentence.text.slice(end - sentence.start, end - sentence.start + 30);
  return /(?:was|were)(?: \w+)? (?:due|planned|promised|meant|to be)\b[^,;:]*$|(?:instead of|rather than|from|originally|not)(?: \w+,?)? *$/i.test(before) || /^(?:ের|র)? ?(?:বদলে|পরিবর্তে|থেকে|[^।,;]{0,20}কথা ছিল)/u.test(after);
}

/** "Sunday to Thursday", "every Friday": no day, but a week's shape. */
function isSpan({ start, end, by }: FoundDate, sentence: Part): boolean {
  const before = sentence.text.slice(0, start - sentence.start);
  const after = sentence.text.slice(end - sentence.start);
  return by === "weekday" && (/^ ?(?:to|till|until|through|[-–]) ?[a-z]*day\b|^ ?(?:থেকে|[-–])|^s\b/i.test(after) || /(?:every|each|প্রতি|day (?:to|till|until|through)|day ?[-–]|থেকে) *$/iu.test(before));
}

type Why = "weekend" | "holiday" | "absence";

/** Why the day is no good; the reader's reasons before mine. */
function reasonOff(date: PlainDate, { theirs, holidays, absences }: Pick<CheckInput, "theirs" | "holidays" | "absences">): Why | undefined {
  const covers = (holiday: { readonly from: PlainDate; readonly to?: PlainDate }) => holiday.from <= date && date <= (holiday.to ?? holiday.from);
  if (holidays.theirs.some(covers)) return "holiday";
  if (absences.some(covers)) return "absence";
  if (holidays.mine.some(covers)) return "holiday";
  return theirs.isWorkingDay(date) ? undefined : "weekend";
}

/** A year of days off has none to offer. */
const farthest = 60;
/** The first day from `date` on that is good for both of us. */
function goodDay(date: PlainDate, input: CheckInput): PlainDate | undefined {
  for (let ahead = 1; ahead <= farthest; ahead++) {
    const day = addDays(date, ahead);
    if (reasonOff(day, input) === undefined && input.mine.isWorkingDay(day)) return day;
  }
  return undefined;
}

function found(named: FoundDate, why: Why, input: CheckInput): Found {
  const { reading, language, today } = input;
  const range = reading.range(named.start, named.end);
  const next = goodDay(named.date, input);
  const values = { on: { time: "day", on: named.date, today } as const };
  const message = { id: `check.dayOff.${why}`, values } as const;
  if (next === undefined) return { range, message };
  const writing = writingIn(language, /[০-৯]/.test(reading.original) ? "bangla" : "latin");
  const ending = language === "bn" ? (/(?:বার)((?:ের|ে|কে)?)$/u.exec(reading.original.slice(range.start, range.end))?.[1] ?? "") : "";
  const words = writeDay(next, writing, { today, weekday: named.weekday !== undefined || named.by !== "date" });
  return { range, message, fixes: [{ title: { id: "check.fix.nextDay", values: { on: { time: "day", on: next, today } } }, edits: [{ range, text: words + ending }] }] };
}

import { writingIn } from "../../language/writing";
import { writeNumber } from "../../language/digits";
import type { CheckInput } from "../input";
import { firstOfBody, lastOfBody } from "../find/bodyEnd";
import { addAfter } from "../find/fixes";
import { daysMoved, movedDates, type MovedDates } from "../find/movedDate";
import { has, pattern, words } from "../find/patterns";
import { apologises, datesIn, isClosing, isGreeting, isQuestion } from "../find/sentences";
import { defineRule, type Fix, type Found } from "../finding";

// A delay is told with its reason, the days that it costs and a word of regret: what is left out, the client fills in, and
// worse. Source: our practice, "tell a delay with its reason and the days it needs, at once".

const reason = words(
  "because", "since", "reason", "due to(?! be)", "owing to", "so (?:that|it|the|this|I|we)", "as (?:the|a|an|my|your|it|they|there|we|two|some)", "which", "had to", "has to", "have to(?! move)", "needs?", "takes? (?:more|longer)", "took", "caused", "turned out", "underestimated", "changed(?! the date)", "depends?", "failed", "broke", "arrived", "came", "missing", "waiting",
  "কারণ", "কারণে", "জন্য", "যেহেতু", "ফলে", "তাই", "বলে", "বদলেছে", "এসেছে", "লাগছে", "করতে হচ্ছে", "বাকি", "পাইনি", "পেয়েছি",
);
const days = pattern(
  "(?<![\\p{L}\\p{N}])(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|half a) (?:of (?:your|my|our) )?(?:more |extra |full )?(?:working |business |calendar )?(?:days?|weeks?)(?![\\p{L}])|(?:\\d{1,3}|এক|দুই|দু|তিন|চার|পাঁচ|ছয়|সাত|আট|নয়|দশ)(?:টি|টা)? ?(?:কর্ম ?দিবস|কাজের দিন|কার্যদিবস|দিন|সপ্তাহ)",
);

export const delayPlain = defineRule({
  id: "delayPlain",
  level: "warning",
  appliesTo: (kind) => kind === "delay",
  find: (input) => {
    const moved = movedDates(input);
    return [...missingReason(input), ...missingDays(input, moved), ...missingApology(input)];
  },
});

const at = ({ reading }: CheckInput) => {
  const line = firstOfBody(reading);
  return line ? reading.range(line.start, line.end) : { start: 0, end: 0 };
};

/** No word that gives one, and no sentence besides those on the dates, the regret and what is asked. */
function missingReason(input: CheckInput): readonly Found[] {
  const { sentences, prose } = input.reading;
  if (has(prose, reason)) return [];
  // "… three of your working days later: the provider wants to check the name first."
  if (sentences.some((one) => datesIn(input, one).length > 0 && datesIn(input, { ...one, start: one.start + afterColon(one.text) }).every(({ by }) => by !== "date") && /:\s+(?:\S+\s+){4}\S/.test(one.text))) return [];
  const others = sentences.filter((one) => !isGreeting(one) && !isClosing(one) && !isQuestion(one) && !apologises(one.text) && datesIn(input, one).length === 0 && !/\b(?:move|tell) (?:a|you)|তারিখ (?:বদলা|পেছা)/u.test(one.text));
  return others.length > 0 ? [] : [{ range: at(input), message: { id: "check.delay.reason" } }];
}

const afterColon = (text: string): number => Math.max(0, text.lastIndexOf(": "));

function missingDays(input: CheckInput, moved: MovedDates): readonly Found[] {
  if (has(input.reading.prose, days)) return [];
  const count = daysMoved(moved, input);
  const last = moved.now[0];
  const sentence = last && input.reading.sentences.find(({ start, end }) => start <= last.start && last.end <= end);
  const fixes: readonly Fix[] = count === undefined || count < 1 || !sentence ? [] : [addAfter(input.reading.range(sentence.start, sentence.end).end, thatIs(count, input), { id: "check.fix.days" })];
  return [{ range: at(input), message: { id: "check.delay.days" }, fixes }];
}

function thatIs(count: number, { language, reading }: CheckInput): string {
  if (language === "en") return count === 1 ? " That is one of your working days later." : ` That is ${count} of your working days later.`;
  const writing = writingIn("bn", /[০-৯]/.test(reading.original) ? "bangla" : "latin");
  return ` আপনার ${writeNumber(count, writing)} কর্মদিবস পরে।`;
}

function missingApology(input: CheckInput): readonly Found[] {
  if (apologises(input.reading.prose)) return [];
  const last = lastOfBody(input.reading);
  const end = last ? input.reading.range(last.start, last.end).end : input.reading.original.length;
  const text = input.language === "bn" ? "\n\nএই পরিবর্তনের জন্য আমি দুঃখিত।" : "\n\nI am sorry for the change of plan.";
  return [{ range: at(input), message: { id: "check.delay.apology" }, fixes: [addAfter(end, text, { id: "check.fix.apology" })] }];
}

import { removeSentence } from "../find/fixes";
import { apart, has, matchesIn, pattern } from "../find/patterns";
import { aboutCustomers, isQuestion } from "../find/sentences";
import { defineRule } from "../finding";
import { causesBangla } from "../tone/excuseBangla";
import { causesEnglish } from "../tone/excuseEnglish";
import { isForceMajeure, isLate } from "../tone/lateness";

// What kept me busy changes nothing for the client and sounds as if they came last. A reason names what happened to the work;
// an excuse tells of the writer. Source: our practice for delays, the reason in a sentence and no more.

/** To own a mistake is to say what I did. */
const forgot = pattern("forgot|ভুলে");

export const excuse = defineRule({
  id: "excuse",
  level: "warning",
  // What happened to me is the reason for which I cannot come to a meeting.
  appliesTo: (kind) => kind !== "meeting" && kind !== "touch" && kind !== "leave",
  find: (input) => {
    const { reading, kind, dates } = input;
    if (!isLate(input)) return [];
    const found = reading.sentences
      .filter((sentence) => !isQuestion(sentence) && !aboutCustomers(sentence.text) && !isForceMajeure(sentence.text, dates.filter(({ date }) => date > input.today).length))
      .flatMap(({ start, text }) => [...causesEnglish, ...causesBangla].flatMap((one) => matchesIn(text, one, start)));
    return apart(found)
      .filter(({ text }) => kind !== "mistake" || !has(text, forgot))
      .map(({ start, end, text }) => ({ range: reading.range(start, end), message: { id: "check.excuse", values: { found: text } }, fixes: [removeSentence(reading, start)] }));
  },
});

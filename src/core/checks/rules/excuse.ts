import { removeSentence } from "../find/fixes";
import { apart, has, matchesIn, pattern, words } from "../find/patterns";
import { aboutCustomers, isQuestion } from "../find/sentences";
import { defineRule } from "../finding";
import { causesBangla, nobodyCouldBangla } from "../tone/excuseBangla";
import { causesEnglish, nobodyCouldEnglish } from "../tone/excuseEnglish";
import { isBangla, isEnglish } from "../tone/form";
import { isLate, isPlain } from "../tone/lateness";

// What kept me busy changes nothing for the client and sounds as if they came last. A reason names what happened to the work;
// an excuse tells of the writer. Source: our practice for delays, the reason in a sentence and no more.

const perhaps = words("perhaps", "maybe", "may have", "might have", "হয়তো");
/** My other customers are no customers of the client's. */
const mine = words("(?:my|other|another|different) (?:\\w+ )?(?:customers?|users?|people|members?|buyers?)");
/** To own a mistake is to say what I did. */
const forgot = pattern("forgot|ভুলে");

export const excuse = defineRule({
  id: "excuse",
  level: "warning",
  // What happened to me is the reason for which I cannot come to a meeting.
  appliesTo: (kind) => kind !== "meeting" && kind !== "touch" && kind !== "leave",
  find: (input) => {
    const { reading, kind, dates } = input;
    const late = isLate(input);
    const found = apart(
      reading.sentences
        .filter((sentence) => !isQuestion(sentence) && !has(sentence.text, perhaps) && !aboutCustomers(sentence.text.replace(mine, "")))
        .flatMap(({ start, text }) => causesIn(text, late).flatMap((one) => matchesIn(text, one, start))),
    );
    // Said once and plainly, with the new day beside it, it is the reason and no more.
    if (dates.some(({ date }) => date > input.today) && found.every(({ start }) => isPlain(input, start))) return [];
    return found
      .filter(({ text }) => kind !== "mistake" || !has(text, forgot))
      .map(({ start, end, text }) => ({ range: reading.range(start, end), message: { id: "check.excuse", values: { found: text } }, fixes: [removeSentence(reading, start)] }));
  },
});

const causesIn = (text: string, late: boolean): readonly RegExp[] => [
  ...(isEnglish(text) ? [nobodyCouldEnglish, ...(late ? causesEnglish : [])] : []),
  ...(isBangla(text) ? [nobodyCouldBangla, ...(late ? causesBangla : [])] : []),
];

import { firstOfBody } from "../find/bodyEnd";
import { addAfter } from "../find/fixes";
import { movedDates } from "../find/movedDate";
import { DATE, defineRule } from "../finding";

// A delay without a new date leaves the client with nothing to plan by, and with the next question. Source: what a message of
// this kind must hold.

export const delayDate = defineRule({
  id: "delayDate",
  level: "error",
  appliesTo: (kind) => kind === "delay",
  find: (input) => {
    const { reading, language } = input;
    const { old, now } = movedDates(input);
    if (now.length > 0) return [];
    const at = old[0]?.start ?? firstOfBody(reading)?.start ?? 0;
    const sentence = reading.sentences.find(({ start, end }) => start <= at && at < end);
    const range = sentence ? reading.range(sentence.start, sentence.end) : reading.range(0, 0);
    const text = language === "bn" ? ` নতুন তারিখ ${DATE}।` : ` The new date is ${DATE}.`;
    return [{ range, message: { id: "check.delayDate" }, fixes: [addAfter(range.end, text, { id: "check.fix.newDate" }, "date")] }];
  },
});

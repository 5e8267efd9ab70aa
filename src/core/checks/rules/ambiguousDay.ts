import { inProse, has, words } from "../find/patterns";
import { replaceWith } from "../find/fixes";
import { promises } from "../find/sentences";
import { defineRule } from "../finding";

// কাল is yesterday and tomorrow, পরশু the day before one and the day after the other: in speech the verb tells, in a message
// read in haste it does not. Source: both words have both meanings in any dictionary of Bangla.

const both = words("কাল(?:কে|কেই|ই|কের)?", "পরশু(?:দিন|র)?");

export const ambiguousDay = defineRule({
  id: "ambiguousDay",
  level: "warning",
  find: ({ reading, language }) =>
    language !== "bn"
      ? []
      : inProse(reading, both).map(({ start, end, text }) => {
          const range = reading.range(start, end);
          const sentence = reading.sentences.find((one) => one.start <= start && end <= one.end);
          const tomorrow = "আগামীকাল";
          const yesterday = "গতকাল";
          const likely = sentence && !promises(sentence.text) && has(sentence.text, past) ? yesterday : tomorrow;
          const other = likely === tomorrow ? yesterday : tomorrow;
          const fixes = text.startsWith("কাল") ? [replaceWith(range, likely), replaceWith(range, other)] : [];
          return { range, message: { id: "check.ambiguousDay", values: { found: text } }, fixes };
        }),
});
const past = words("ছিল", "ছিলাম", "হয়েছে", "হয়েছিল", "করেছি", "দিয়েছি", "পাঠিয়েছি", "হচ্ছিল");

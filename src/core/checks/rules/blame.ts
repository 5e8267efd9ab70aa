import { removeSentence } from "../find/fixes";
import { defineRule } from "../finding";
import { blameBangla } from "../tone/blameBangla";
import { blameEnglish } from "../tone/blameEnglish";
import { saidIn } from "../tone/form";

// Days spent waiting are told as facts ("I had the photos on Wednesday"); whose fault it was costs more than it wins, and a word
// against whoever worked there before is read as a word about the next one. Source: our practices on delays and mistakes.

export const blame = defineRule({
  id: "blame",
  level: "warning",
  find: (input) =>
    saidIn(input, { english: blameEnglish, bangla: blameBangla }).map(({ start, end, text }) => ({ range: input.reading.range(start, end), message: { id: "check.blame", values: { found: text } }, fixes: [removeSentence(input.reading, start)] })),
});

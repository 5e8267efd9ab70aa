import { removeSentence } from "../find/fixes";
import { defineRule } from "../finding";
import { defensiveBangla } from "../tone/defensiveBangla";
import { defensiveEnglish } from "../tone/defensiveEnglish";
import { saidIn } from "../tone/form";

// To defend oneself is to argue with the client about their own impression. Source: our practice on mistakes, "do not defend
// yourself"; an apology for how somebody feels is none (Lewicki, Polin and Lount, 2016: taking responsibility counts most).

export const defensive = defineRule({
  id: "defensive",
  level: "warning",
  find: (input) =>
    saidIn(input, { english: defensiveEnglish, bangla: defensiveBangla }).map(({ start, end, text }) => ({ range: input.reading.range(start, end), message: { id: "check.defensive", values: { found: text } }, fixes: [removeSentence(input.reading, start)] })),
});

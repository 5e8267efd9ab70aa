import { removeSentence } from "../find/fixes";
import { defineRule, type Fix } from "../finding";
import { saidAnywhere } from "../tone/form";
import { softenedBangla } from "../tone/softenedBangla";
import { softenedEnglish } from "../tone/softenedEnglish";

// "A tiny delay" asks the client to feel less about it than they do. They see the new date themselves, and how small it is.
// Source: our practice, be honest about a delay at once.

const smaller = /(?:just |only )?(?:an? )?(?:very |rather )?\b(tiny|slight|small|little|minor|short|brief|wee|negligible|insignificant) |^(?:একটু|সামান্য|অল্প|খানিকটা|কিছুটা|ছোট|ছোটখাটো|ছোট্ট|টুকটাক) /iu;
/** What is left names the trouble, once the small word is gone. */
const named = /^(?:an? )?(?:delay|mistake|problem|error|issue|change|bug|fault|slip|setback|outage|interruption)s?\b|^(?:দেরি|বিলম্ব|ভুল|সমস্যা|ত্রুটি|গোলমাল|ঝামেলা|বদল|পরিবর্তন)/iu;

export const softened = defineRule({
  id: "softened",
  level: "warning",
  appliesTo: (kind) => kind === "delay" || kind === "mistake" || kind === "problem",
  find: (input) =>
    saidAnywhere(input, { english: softenedEnglish, bangla: softenedBangla }).map(({ start, end, text }) => {
      const range = input.reading.range(start, end);
      const plain = text.replace(smaller, (found) => (/^(?:just |only )?an? /i.test(found) ? "a " : ""));
      const fixes: readonly Fix[] = plain === text || !named.test(plain) ? [removeSentence(input.reading, start)] : [{ title: { id: "check.fix.replace", values: { words: plain } }, edits: [{ range, text: plain }] }];
      return { range, message: { id: "check.softened", values: { found: text } }, fixes };
    }),
});

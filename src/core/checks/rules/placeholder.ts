import { removeLine } from "../find/fixes";
import { matchesIn, pattern, words } from "../find/patterns";
import { defineRule } from "../finding";

// A place that nobody has filled in tells the client that the message was made from a form, and not read before it went.
// Source: our own templates' marks, what programs print for nothing, and the marks that people leave for themselves.

const marks = [
  pattern("\\{\\{[^{}\\n]*\\}\\}|\\{%[^%\\n]*%\\}|\\$\\{\\w+\\}|%[A-Z_]{3,}%"),
  // [date], <name>; not a link, a tick box or a tag
  pattern("\\[(?:[a-z']{1,12} ){0,3}(?:name|client|date|day|time|hour|link|url|amount|price|sum|number|project|company|milestone|reason|here|details?|text|placeholder|todo|xx+|tbd|\\.{2,}|…|_+)(?: [a-z' ]{0,30})?\\](?!\\()"),
  pattern("<(?:(?:your|their|my|the|client'?s?|insert|enter|add|project) ?)*(?:name|client|date|day|time|hour|link|url|amount|price|sum|number|project|company|milestone|reason|here|details?)(?: [a-z' ]{0,30})?>"),
  pattern("[\\[<(](?:[\\p{L}\\p{M}]{1,12} ){0,3}(?:নাম|তারিখ|দিন|সময়|লিংক|দাম|টাকা|পরিমাণ|নম্বর|ক্লায়েন্ট|প্রজেক্ট|ধাপ|কারণ)(?: লিখুন| বসান| দিন)?[\\]>)](?!\\()"),
  pattern("এখানে [^।\\n()]{0,30}(?:লিখুন|বসান|লিখতে হবে)"),
  pattern("_{3,}|\\?{3,}|\\[object Object\\]|lorem ipsum|Invalid Date"),
  words("undefined", "NaN"),
];
/** Left by the writer for themselves. In capitals only: a to-do list is a feature. */
const own = /(?<![\w-])(?:TODO|TBD|TBA|TBC|FIXME|XXX+)(?![\w-])/g;

export const placeholder = defineRule({
  id: "placeholder",
  level: "error",
  find: ({ reading }) =>
    [...marks, own]
      .flatMap((mark) => matchesIn(reading.text, mark))
      // A round bracket alone is ordinary writing in Bangla, too: "(সময়)" is a mark only where it tells what to do.
      .filter(({ text }) => !text.startsWith("(") || /লিখুন|বসান|দিন\)/u.test(text))
      .map(({ start, end, text }) => ({ range: reading.range(start, end), message: { id: "check.placeholder", values: { found: text } }, fixes: [removeLine(reading, start)] })),
});

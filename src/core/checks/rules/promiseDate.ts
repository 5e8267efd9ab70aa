import type { MessageKind } from "../../book/messageKind";
import type { CheckInput } from "../input";
import { addAfter } from "../find/fixes";
import { matchesIn, has, pattern, type Match } from "../find/patterns";
import { datesIn, isConditional, isQuestion, promises } from "../find/sentences";
import { DATE, defineRule, type Found } from "../finding";
import type { Part } from "../reading";
import { assured, banglaDeliver, banglaNow, banglaVague, banglaWillDo, deliver, someTime, vague, whenDone, willDo } from "../tone/promiseWords";

// "Soon" is heard as tomorrow and meant as next week. A promise with a date can be kept, and planned by. Source: "deliver on
// time; promise what is realistic" of our practices.

/** They tell how the work would go; its days stand where its stages do. */
const plans: ReadonlySet<MessageKind> = new Set(["proposal", "requirements", "kickoff"]);

export const promiseDate = defineRule({
  id: "promiseDate",
  level: "warning",
  // A charter tells how I always work; what it says has no day.
  appliesTo: (kind) => kind !== "charter",
  find: (input) => input.reading.sentences.flatMap((sentence) => inSentence(sentence, input)),
});

function inSentence(sentence: Part, input: CheckInput): readonly Found[] {
  const { text } = sentence;
  if (isQuestion(sentence) || datesIn(input, sentence).length > 0) return [];
  const [word] = [vague, banglaVague].flatMap((one) => matchesIn(text, one, sentence.start));
  const [done] = matchesIn(text, whenDone, sentence.start);
  if (done && (has(text, deliver) || has(text, banglaDeliver) || has(text, banglaNow) || /[\p{L}\p{M}]ব(?:ো)?\s*[।!]*$/u.test(text))) return [found(done, sentence, input)];
  const [sure] = matchesIn(text, assured, sentence.start);
  if (sure && !has(text, someTime) && !isConditional(text)) return [found(sure, sentence, input)];
  if (word && (promises(text) || has(text, saysComing))) return [found(word, sentence, input)];
  const acts = plans.has(input.kind) ? [deliver, banglaDeliver] : [deliver, banglaDeliver, willDo, ...banglaWillDo];
  const [act] = acts.flatMap((one) => matchesIn(text, one, sentence.start));
  return act && !has(text, someTime) && !isConditional(text) ? [found(act, sentence, input)] : [];
}
/** "Coming soon", "next few days" need no verb of their own. */
const saysComing = pattern("\\b(?:coming|will|more|planning|going)\\b[^.\\n]{0,60}\\b(?:soon|shortly|asap|bit|later|round to)\\b|শিগগির|ইনশাআল্লাহ|চেষ্টা কর|সম্ভব [^।\\n]{0,30}(?:করছি|দিচ্ছি|পাঠাচ্ছি|আনছি|দেখছি)|\\b(?:expect|hope|plan|aim)(?:ing|s)?\\b[^.\\n]{0,60}\\b(?:soon|shortly|asap|a bit|a while|before (?:too |very )?long|future|course|possible)\\b|\\bshould (?:land|arrive|reach|go out|drop|be (?:up|back|there|in))\\b");

function found({ start, end, text }: Match, sentence: Part, { reading, language }: CheckInput): Found {
  const range = reading.range(start, end);
  const isVague = [vague, banglaVague, whenDone].some((one) => has(text, one));
  const dated = isVague
    ? { title: { id: "check.fix.date" } as const, edits: [{ range, text: language === "bn" ? `${DATE}ের মধ্যে` : `by ${DATE}` }], asks: "date" as const }
    : addAfter(beforeMark(sentence, reading), language === "bn" ? `, ${DATE}ের মধ্যে` : ` by ${DATE}`, { id: "check.fix.date" }, "date");
  return { range, message: { id: isVague ? "check.promiseVague" : "check.promiseDate", values: { found: text } }, fixes: [dated] };
}

/** The end of the sentence, before its full stop. */
function beforeMark(sentence: Part, { range }: CheckInput["reading"]): number {
  const mark = /[.!…।]+["')\]*]*$/.exec(sentence.text)?.[0].length ?? 0;
  return range(sentence.start, sentence.end - mark).end;
}

import type { MessageKind } from "../../book/messageKind";
import type { CheckInput } from "../input";
import { addAfter } from "../find/fixes";
import { matchesIn, words, has, pattern, type Match } from "../find/patterns";
import { datesIn, isConditional, isQuestion, promises } from "../find/sentences";
import { DATE, defineRule, type Found } from "../finding";
import type { Part } from "../reading";

// "Soon" is heard as tomorrow and meant as next week. A promise with a date can be kept, and planned by. Source: "deliver on
// time; promise what is realistic" of our practices.

/** A promise that hangs on my own work being done hangs on nothing that the client can see. */
const whenDone = words("(?:when|once|as soon as) (?:it|this|that|they|everything|all|the [a-z]+)(?:'s| is| are)? (?:ready|done|finished|complete|off my (?:desk|plate|hands|list)|out of the way|behind me|over)", "(?:শেষ|তৈরি|রেডি|ঠিক|সম্পন্ন|প্রস্তুত) (?:হলে|হলেই)", "হয়ে গেলে(?:ই)?");
const vague = words(
  "soon(?:er or later|ish)?", "shortly", "asap", "as soon as (?:possible|I can|we can)", "as quickly as (?:possible|I can)", "(?:in|within|over) (?:the )?(?:next|coming) (?:few |couple of )?(?:hours|days|weeks|months)", "in (?:a |the next )?(?:few|couple of|some) (?:more )?(?:hours|days|weeks)", "one of these (?:days|evenings|weeks|mornings)", "more on (?:that|this|it) (?:later|soon)",
  "some ?time(?: (?:soon|next|this|later|in)(?: (?:week|month|year))?)?", "in due course", "before long", "in no time", "eventually", "(?:when|whenever) I (?:can|get (?:a chance|to it|around to it|time)|have (?:a moment|time)|find (?:the )?time)", "or so", "later on", "at some point",
  "any (?:day|time|moment|minute) now", "the near future", "(?:give me|allow me|I need|need) (?:just )?(?:a |some )?(?:little |short |bit of )?(?:while|bit|moment|time)",
  "in (?:a bit|a while|a little while|a moment|a jiffy|good time|a short time)", "(?:when|once|after|as soon as) (?:\\S+ ){1,4}(?:calms?|settles?|quietens?|slows?|eases?|lets?|dies?|clears?)(?: (?:down|up|off))?", "(?:before|not) (?:too |very )?long", "(?:in )?the (?:not[- ](?:too[- ]|so[- ])?distant|foreseeable) future", "as (?:quickly|fast|soon|early|promptly) as (?:\\w+ ){0,3}(?:possible|can|feasible|able)", "in due (?:course|time)", "when (?:the )?time (?:allows|permits)", "(?:time|energy|workload) permitting", "at (?:my|the) (?:earliest|first) (?:convenience|opportunity|chance)", "when I'm (?:done|through|finished) with", "down the (?:line|road)", "before (?:you|we) know it", "(?:get|getting) (?:a)?round to (?:it|this|that|them)", "(?:as |is |it's )?(?:my |the )?next (?:thing|job|task|item|up|in line)(?: on my list)?", "over the (?:coming|next) \\w+", "as soon as I (?:have|know|hear|find|learn)(?: \\w+)?",
);
const banglaVague = words(
  "(?:খুব )?(?:শিগগির|শিগগিরই|শীঘ্র|শীঘ্রই|শিগ্‌গির|শিগ্‌গিরই|জলদি|তাড়াতাড়ি|তাড়াতাড়িই)", "(?:যত|যতটা) (?:দ্রুত|তাড়াতাড়ি|শিগগির) সম্ভব", "(?:খুব )?দ্রুতই", "খুব দ্রুত", "(?:কয়েক|দু-এক|দুই-এক|দুয়েক|দু-চার|অল্প কিছু|কিছু|কিছু) ?(?:দিন|সপ্তাহ|ঘণ্টা)(?:ের|র)? মধ্যে(?:ই)?", "(?:কয়েক|কয়|দু-এক|দুই-এক|দুয়েক|দু-চার|অল্প) ?(?:দিনে|ঘণ্টায়|সপ্তাহে)(?:ই)?", "কিছুদিন(?:ের মধ্যে|পর)(?:ই)?", "অল্প দিনে(?:র মধ্যে)?(?:ই)?", "অচিরেই", "অদূর ভবিষ্যতে",
  "সময় (?:পেলে|পেলেই|হলে|করে)", "(?:একটু )?পরে(?:ই)? (?:জানাব|জানাচ্ছি|দেব|পাঠাব|পাঠাচ্ছি|দিচ্ছি)", "(?:কোনো|যেকোনো) ?এক সময়(?:ে)?", "কোনো একদিন", "ঝটপট", "চটজলদি", "চটপট", "তড়িঘড়ি", "চোখের পলকে(?:ই)?", "অবসর(?: পেলে|ে|মতো)(?:ই)?", "(?:একটু |কিছুটা |আরেকটু )?(?:এগোলে|গুছিয়ে উঠলে|ফাঁকা হলে|হাত খালি হলে|সুযোগ পেলে|সুযোগ হলে|ফুরসত পেলে|ফ্রি হলে)(?:ই)?", "(?:সামনে|ভবিষ্যতে) কোনো (?:এক )?(?:সময়|দিন)(?:ে)?", "(?:দুই|দু)-(?:তিন|চার|এক) দিনে(?:র মধ্যে)?(?:ই)?",
  "(?:বেশি|আর বেশি|খুব বেশি|খুব একটা) (?:দেরি|সময়|দিন) (?:হবে না|লাগবে না|নেব না|নেই)", "(?:যত|যতটা|যতটুকু) (?:দ্রুত|তাড়াতাড়ি|শিগগির|জলদি|আগে) (?:পারা যায়|পারি|পারব|সম্ভব)", "(?:সামনে|আগামীতে|ভবিষ্যতে|পরবর্তীতে|পরবর্তী সময়ে|পরে কখনো|কোনো এক ফাঁকে|এক ফাঁকে|ফাঁকে ফাঁকে)(?:ই)?", "(?:চাপ|ঝামেলা|ভিড়|ব্যস্ততা|কাজ)(?:টা)? (?:একটু |কিছুটা |খানিকটা )?(?:কমলে|কমে এলে|হালকা হলে|নামলে|মিটলে|সারলে|গোছালে)(?:ই)?", "(?:তাড়াতাড়ি|দ্রুত|জলদি|শিগগির) (?:[\\p{L}\\p{M}]+ ){0,2}(?:যাবে|হবে|দেব|দিব|করব|জানাব|পাঠাব|ফেলব)(?:ো)?",
  "ইনশাআল্লাহ", "ইনশা আল্লাহ", "আল্লাহ চাইলে", "চেষ্টা (?:করব|করবো|করছি|থাকবে)",
);
/** What is handed over or told: it has a day. */
const deliver = words("(?:(?:I|we)(?:'ll| will| shall| am going to|'m going to| are going to)|and will) (?:also |then |now |just |certainly |definitely |surely )?(?:send|deliver|finish|complete|show|hand (?:it |them )?over|get (?:back|you|it|this|that|on)|let you know|write (?:again|back|to you)|call|ring|ping|text|message|mail|e-?mail|upload|share|report|inform|notify|keep you|update you|follow up|come back|be back|be in touch|wrap (?:it|this|that|things|them) up|get (?:it|this|that|them) (?:done|sorted|fixed|finished)|take care of (?:it|this|that)|deal with (?:it|this|that)|see to (?:it|this|that)|reply|respond|answer|launch|release|publish|submit|provide|forward|pass|fix|repair|correct|resolve|solve|sort (?:it|this|that|them)(?: out)?|sort out|have a look|take a look|start|begin|look (?:into|at)|investigate|check|give you|have (?:it|this|that)|do (?:it|this|that))", "you(?:'ll| will| should| can) (?:have|get|receive|expect) (?:it|this|that|these|those|them|both|all|everything|the [a-z]+)");
const banglaDeliver = words(
  "(?:পাঠাব|পাঠিয়ে দেব|জানাব|জানিয়ে দেব|দেখাব|শেষ করব|শেষ করে দেব|শুরু করব|লিখে জানাব|লিখব|ফোন করব|তুলে দেব|দিয়ে দেব|জমা দেব|ঠিক করে দেব)(?:ো)?",
);
const banglaNow = words("জানাচ্ছি", "পাঠাচ্ছি", "দেখাচ্ছি", "দিচ্ছি");
/**
 * Whatever I say that I will do, and whatever is said to be there then. Being away, being glad and leaving things as they are is
 * no work that somebody waits for.
 */
const willDo = words(
  "(?:I|we)(?:'ll| will| shall|'m going to| am going to| are going to)(?: \\w+ly| also| then| now| just| both)? (?!be |need |keep |leave |stay |remain |remember |have to |continue |miss |take |assume |charge |never |not |mend |go on|go with|work |always |use |show |talk |discuss |speak |put |tell |hear )[a-z]{2,}(?: \\w+){0,2}",
  "(?:will|'ll|shall|should) be (?:\\w+ly )?(?:done|ready|finished|fixed|back|there|up|live|online|sorted|delivered|sent|added|built|tested|completed?|repaired|solved|resolved|in place|handled|taken care of)", "(?:will|'ll|shall|should) (?:land|follow|arrive|appear|go (?:out|up|live)|come (?:next|later|too|as well|after)|drop)(?: \\w+)?",
  "(?:I|we)(?:'m|'re| am| are)? (?:also |now |still )?(?:hop(?:e|ing)|aim(?:ing)?|plan(?:ning)?|intend(?:ing)?|expect(?:ing)?|about) to (?!be |keep |leave |stay |hear |see )[a-z]+(?: \\w+)?", "(?:more|the rest|details|news)(?: \\w+){0,3} (?:to follow|to come|to be confirmed)", "(?:should|ought to) have (?:it|that|this|them|the \\w+|everything)(?: \\w+){0,2} (?:done|ready|fixed|finished|working|sorted|for you)",
  "(?:leave|trust) (?:it|that|this|them) (?:with|to) me", "you(?:'ll| will) hear (?:back|from me|more)", "I'm on (?:it|to it|the case)", "(?:is|are|it's|that's) (?:\\w+ )?on my (?:list|radar|desk|plate|agenda|to-?do list)", "(?:what|which|that) I(?:'ll|'m)? (?:tackle|do|start|turn to|take on|get to|work on|look at|doing|tackling|starting)(?: \\w+)? (?:next|then|after that|afterwards|after)",
);
const banglaWillDo = [
  // A verb in the first person, at the end: the nouns that look like it are left out.
  pattern("(?<![\\p{L}\\p{M}])(?!সব|খুব|সম্ভব|হিসাব|জবাব|প্রস্তাব|অভাব|স্বভাব|প্রভাব|ভাব|উৎসব|বিলম্ব|ক্লাব|ওয়েব|গর্ব|যাব|ট্যাব|থাকব|রাখব|ধরে নেব)[\\p{L}\\p{M}]{1,12}ব(?:ো)?(?=\\s*[।!]*\\s*$)"),
  words("(?:দেখে|খুঁজে|ভেবে|খোঁজ নিয়ে|জেনে) (?:জানাচ্ছি|বলছি|জানাব|বলব)", "(?:এর|তার|এটার|ওটার) (?:পরেই|পরই|পরে) (?:ধরছি|ধরব|করছি|শুরু করছি|হাত দিচ্ছি|হাত দেব)", "(?:মাথায়|খেয়ালে|তালিকায়|লিস্টে) (?:আছে|রেখেছি)", "(?:মিটে|হয়ে|ঠিক হয়ে|চলে|পেয়ে|এসে|শেষ হয়ে) (?:যাবে|আসবে|যাবেন)", "যোগ হবে"),
];
/** A time that is no day of the calendar, and yet one. */
const someTime = words(
  "\\d{1,2}[:.]\\d\\d", "(?:at|by|until) (?:noon|midnight|\\d{1,2} ?(?:am|pm)?)", "(?:in|within) (?:\\d+|an?|one|two|three|four|five|half an) (?:minutes?|hours?|days?|weeks?|working days?)", "(?:the )?same day", "this (?:morning|afternoon|evening|week)", "next week", "(?:every|each|after each|after every) [a-z]+", "now", "right away", "the (?:end of the day|weekly)", "the next update",
  "\\d{1,2}(?:টা|টায়|টার)", "সেদিনই", "সেই দিনই", "প্রতি[\\p{L}\\p{M}]*", "দিনে একবার", "পরপর", "এখনই", "এখন", "(?:\\d+|এক|দুই|তিন|চার|পাঁচ|আধা) (?:মিনিট|ঘণ্টা|দিন|কর্মদিবস|সপ্তাহ)(?:ের|র)? (?:মধ্যে|পর|পরে)", "আগামী সপ্তাহে", "সাপ্তাহিক",
);

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

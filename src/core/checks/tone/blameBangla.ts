import { has, words } from "../find/patterns";
import { isQuestion } from "../find/sentences";
import { all, told, unkind, withTrouble, type Around, type Form } from "./form";
import { trouble } from "./cues";
import { asked, byDoing, client, more, number, some, theyDid, theyDidNot, therefore, word, would, you, youDidNot, yours } from "./wordsBangla";

// The same in Bangla, by its own grammar. The one who did it is often left out: the verb's ending tells that it was the reader.
// "এগোতে হলে ছবিগুলো লাগবে" asks for the same and blames nobody.

const theirPeople = "(?:লোক|ড্রাইভার|টিম|স্টাফ|কর্মী|কর্মচারী|অফিস|রিসেপশন|ম্যানেজার|হোস্টিং|কোম্পানি|প্রতিষ্ঠান|ডিজাইনার|হিসাব|অ্যাকাউন্ট|সহকারী|বিভাগ|পার্টনার|ব্যাংক|ভাই|বস|ডেভেলপার|সরবরাহকারী|এজেন্সি|কেউ|প্রতিনিধি|দোকানের লোক|মার্কেটিং|ফটোগ্রাফার|লেখক|কপিরাইটার|আইটি)[\\p{L}\\p{M}]*";
const asks = ({ sentence }: Around): boolean => isQuestion(sentence);

const undone: readonly Form[] = [
  { says: words(`${you}${more} ${youDidNot}`), when: all(told, unkind) },
  { says: words(`আপনা(?:র|দের)(?: ${word}){0,2}? ?${theirPeople}${more} ${theyDidNot}`), when: all(told, unkind) },
  { says: words(`(?:এখনো|এখনও|আজও|আজ পর্যন্ত|এখন পর্যন্ত|একবারও|কখনো|কখনোই|কোনো দিন|কোনোদিন|আর)(?: ${word}){0,5}? ${youDidNot}`), when: all(told, unkind) },
  { says: words(`আপনা(?:র|দের) (?:কাছ |তরফ |দিক |পক্ষ |ওখান |টিম |অফিস )?থেকে(?: ${word}){0,3}? (?:কোনো|কিছুই|কোন|এখনো|এখনও|আজও|একটা|একটিও)(?: ${word}){0,4}? (?:পাইনি|আসেনি|মেলেনি|পাচ্ছি না|আসছে না|নেই|পেলাম না|এল না)`), when: told },
  { says: words(`কেন${more} (?:${youDidNot}|${word}(?:েনি|য়নি))`, `(?:${youDidNot}) কেন`) },
];

const lateness = "(?:দেরি|ভুল|বদল|বদলানো|পরিবর্তন|সিদ্ধান্ত|সিদ্ধান্তহীনতা|অনুমোদন|উত্তর|সাড়া|টিম|অফিস|লোক|লোকজন|সার্ভার|হোস্টিং|অবহেলা|নীরবতা|মত বদল|মত|আপত্তি|ফাইল|ছবি|লেখা|ডেটা|তথ্য|লোগো|পেমেন্ট|গাফিলতি|অভ্যাস|কথা|কাজ)[\\p{L}\\p{M}]*";
const cause: readonly Form[] = [
  { across: true, says: words(`আপনা(?:র|দের) (?:জন্যই|কারণে|কারণেই|ঠেলায়|সৌজন্যে)(?: তো)?`, `আপনা(?:র|দের)(?: ${word}){0,3}? ${lateness} (?:কারণে|কারণেই|জন্য|জন্যই|ফলে|দরুন)(?! অপেক্ষা| ধন্যবাদ)`), when: all(unkind, withTrouble) },
  { across: true, says: words(`${client}${more} ${byDoing}`, `${client}${more} (?:${youDidNot}|${theyDidNot}|${theyDid}) (?:বলে|বলেই|বিধায়|দেখে)`), when: all(unkind, withTrouble) },
  { across: true, says: words(`${client}[^।?\\n]{3,80}?,? ${therefore}`), when: all(unkind, ({ match }) => !has(match.text, mild) && has(match.text, did), follows) },
  { says: words(`(?:দোষ|দায়|গাফিলতি|অবহেলা)(?:টা|টি|টুকু)?(?: ${word}){0,3}? আপনা(?:র|দের)(?:ই|ও)?`, `(?:সমস্যা|ভুল|দেরি|গোলমাল|গড়বড়|ঝামেলা)(?:টা|টি|টুকু)?(?: ${word}){0,2}? আপনা(?:র|দের)(?:ই)? (?:দিক|ওখান|তরফ|পক্ষ|সার্ভার|হোস্টিং|টিম|অফিস|লোক|ফাইল)[\\p{L}\\p{M}]*`, `আপনা(?:র|দের)(?:ই|ও)?(?: ${word}){0,3}? (?:দোষ|গাফিলতি|অবহেলা|উদাসীনতা|খামখেয়ালি|টালবাহানা|গড়িমসি|সিদ্ধান্তহীনতা|ঢিলেমি|অব্যবস্থাপনা|ভুলেই|ভুলের)[\\p{L}\\p{M}]*`), when: all(told, unkind) },
  { says: words(`${client}${more} (?:ফেলে|আটকে|ঝুলিয়ে|বসিয়ে|থামিয়ে|ভোগা|ঘোরা)(?: রেখে| দিয়ে)?[\\p{L}\\p{M}]*(?:ছেন|ছে|লেন|ল|ায়)`, `${client}[^।?\\n]{2,60} ${number} ?(?:দিন|সপ্তাহ|মাস|ঘণ্টা|সময়)[\\p{L}\\p{M}]* (?:${word} ){0,2}(?:লাগিয়ে|লাগাল|নিয়ে|নিল|কাটি|পার কর|ফেলে|লেগে|লাগল|চলে গে|গেল|নষ্ট)[\\p{L}\\p{M}]*`), when: all(told, unkind) },
];
const mild = words("চেয়েছেন", "চেয়েছিলেন", "বলেছিলেন", "বলেছেন", "পছন্দ করেছেন", "জানিয়েছেন", "জানিয়েছিলেন", "বেছেছেন", "বেছেছিলেন", "অনুমোদন দিয়েছেন", "যা যা", "চাইলে", "জন্য একটা", "দেখতে পারেন");
/** Something was done or left undone, or came late. */
const did = words(theyDid, theyDidNot, youDidNot, `${word}(?:ল|লো)`, "দেরি(?:তে)?", "ছিল", "ছিল না", "নেই", "ভুল", "(?:করেন|দেন|বলেন|পাঠান|চান|জানান)(?: না)?");
function follows({ sentence, match }: Around): boolean {
  return has(sentence.text.slice(match.end - sentence.start), trouble);
}

const reproach: readonly Form[] = [
  { says: words(`${client}${some} (?:বারবার|বার বার|বারে বারে|একেকবার|একেক বার|একেক সময়|প্রতিবার|প্রতিবারই|ঘন ঘন|রোজ রোজ|বারংবার|দফায় দফায়|শেষ মুহূর্তে|শেষ সময়ে|হুট করে|হুটহাট|হঠাৎ করে|মাঝপথে|না জানিয়ে|না বলে|আবারও|সব সময়|সবসময়|কথায় কথায়)${more} ${word}(?:চ্ছেন|ছেন|েন|লেন|ান|েছে|চ্ছে)`, `(?:একেকবার|একেক বার|একবার এক|আজ এক|একদিন এক)${more} ${word}(?:চ্ছেন|েন|লেন|ান|ছেন)`), when: all(told, unkind) },
  { says: words(`(?:${word} ){0,4}?${word}(?:া|ো|োটা|াটা) (?:উচিত|দরকার|প্রয়োজন) ছিল`, `আপনা(?:র|দের)(?:ই)? (?:তো )?${word}(?:ার|োর) কথা ছিল`, `${word}তে পারতেন`, `${word}(?:লেই|লে) (?:তো )?(?:পারতেন|হতো|হত|চলত)`, `আপনা(?:র|দের)${more} উচিত(?: ছিল)?`), when: ({ clause, sentence, input }) => !isQuestion(sentence) && !has(clause.text, words("আমার", "আমাদের", "আমি", "আমরা")) && !(input.kind === "mistake" && !has(clause.text, words(you, "আপনা(?:র|দের)"))) },
  { across: true, says: words(`(?:${word} ){0,6}?${word}(?:লে|লেই)(?: ${word}){0,2}?[^।?\\n]{0,60} ${would}(?: না)?`), when: ({ sentence, match }) => !isQuestion(sentence) && !has(match.text, words("আমি", "আমরা", "আমার", "আমাদের", "চাইলে", "প্রয়োজন হলে")) },
  { across: true, says: words(`আপনা(?:র|দের)(?: ${word}){0,5}? (?:অপেক্ষায়|অপেক্ষাতে|জন্য অপেক্ষা|পথ চেয়ে|আশায়|দিকে তাকিয়ে)(?: ${word}){0,3}`), when: (around) => !asks(around) && has(around.sentence.text, since) },
  { says: words(`(?:তৃতীয়|চতুর্থ|পঞ্চম|কত|এত|${number}) ?(?:বার|দফা)[\\p{L}\\p{M}]*(?: ${word}){0,4}? ${asked}`, `(?:আর )?(?:কতবার|কত বার|কত দিন|কতদিন|কত)(?: ${word}){0,3}? (?:বলব|বলতে হবে|লিখব|অপেক্ষা|বসে থাকব|মনে করাব|মনে করিয়ে|তাগাদা|চাইব)[\\p{L}\\p{M}]*`) },
  { says: words(`${client}${more} (?:ভুলে|গুলিয়ে|হারিয়ে|নষ্ট করে|এড়িয়ে|উল্টে|তালগোল পাকিয়ে|গোলমাল করে|গুবলেট করে) (?:গেছেন|গেছে|গিয়েছেন|গিয়েছে|ফেলেছেন|ফেলেছে|দিয়েছেন|দিয়েছে|যাচ্ছেন|যান|যায়|গেলেন|দিলেন|ফেললেন)`, `${client}${more} (?:পাত্তা|গুরুত্ব|খেয়াল|মাথা)(?:ই)? (?:${youDidNot}|${theyDidNot}|দেন না|করেন না|ঘামান না)`), when: all(told, unkind) },
];
const since = words("(?:\\d+|তারিখ|[\\p{L}\\p{M}]*বার|গতকাল|পরশু|দিন|সপ্তাহ|মাস|কবে)(?:ের|টি|টা)? (?:থেকে|ধরে)", `${word}(?:বার|কাল|তারিখ) থেকে`, "বসে", "কত ?দিন", "এত ?দিন", "আর কত", `${number} ?(?:দিন|সপ্তাহ|মাস)`);

export const blameBangla: readonly Form[] = [...undone, ...cause, ...reproach];

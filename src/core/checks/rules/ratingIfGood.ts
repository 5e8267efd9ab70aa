import { replaceWith, removeSentence } from "../find/fixes";
import { apart, has, matchesIn, pattern, words } from "../find/patterns";
import { ratingsAsked } from "../find/ratings";
import { aboutCustomers } from "../find/sentences";
import { defineRule } from "../finding";

// To ask only those who liked it is called review gating. Source: Fiverr's and Upwork's rules on honest reviews
// (book/marketplaces.ts); the FTC's rule on reviews, 16 CFR 465.7.

const rating = "(?:reviews?|ratings?|stars?|testimonials?|recommendations?|feedback)";
const good = [
  words(
    "(?:rather than|instead of|and not|but not|not)(?: \\S+){0,4} (?:in|on|into|through|with) (?:the|a|your|any) (?:public )?(?:review|rating|feedback|stars)", `(?:should|if|provided|assuming|as long as|when|since|now that)(?: \\S+){0,8} (?:liking|taste|satisfaction|expectations?|happy|pleased|satisfied|proud|delighted|content|glad|enjoyed|liked|loved|worth it|good enough|impressed|thrilled)(?:[,;]? \\S+){0,14} ${rating}`, `${rating}(?: \\S+){0,8} (?:should|if|provided|assuming|as long as) (?:\\S+ ){0,6}(?:liking|taste|satisfaction|expectations?|happy|pleased|satisfied|proud|delighted|content|glad|enjoyed|liked|loved|impressed|thrilled)`,
  ),
  words(
    // Any condition but one that leaves the answer open.
    `if (?!you (?:have|find|could|would|can|don't mind|like to|want|wish|agree|prefer|get|feel like)|you'd (?:like|rather)|possible|that's|it's (?:ok|fine|no))(?:\\S+ ){1,14}${rating}`, `if (?:you|everything|all)(?:'re| are| were| have| is| was)?(?: \\w+){0,3} (?:happy|satisfied|pleased|liked?|enjoyed|loved?|great|good|well|perfect|fine)[,;]?(?: \\S+){0,12} ${rating}`, `${rating}(?: \\S+){0,6} if (?:you|everything|all)(?: \\S+){0,4} (?:happy|satisfied|pleased|liked?|enjoyed|loved?|good|well)`, "(?:5|five)[- ]?stars?(?: \\w+)?", "(?:5|five) ?\\*(?: rating| review)?", "5/5(?: rating| review)?", `(?:positive|good|great|nice|excellent|glowing|kind|favou?rable|perfect|top) ${rating}`, "(?:anything )?(?:less|lower|fewer|below|under) (?:than )?(?:5|five|4|four) ?stars?", "before (?:you )?(?:leaving|leave|giving|give|writing|write)(?: \\S+){0,4} (?:negative|bad|low|less|anything)", "(?:negative|bad|low) (?:reviews?|ratings?)(?: \\w+)?",
    "(?:if|should) you (?:have |did |do )?(?:enjoy|lik|lov|appreciat)\\w*(?:[,;]? \\S+){0,14} (?:lines?|words?|on (?:Google|Trustpilot|LinkedIn|Facebook|your page)|say so|share it|spread)(?: or two)?",
    // Praise by another name, and whoever is unhappy sent elsewhere.
    "(?:kind|nice|good|positive|warm|friendly) words?(?: on \\w+)?", "(?:so that it (?:can|will|could) be|make it|to (?:give|leave) (?:me |us )?)(?: a)? (?:5|five|10|ten)(?: out of (?:5|five|10|ten))?", "(?:short of|less than|not) (?:perfect|happy|satisfied|100 ?%)(?:[,;]? \\S+){0,8} (?:before|first)(?: \\w+){0,3}", "(?:otherwise|if not|if (?:anything|something|you|it)(?: \\S+){1,8})[,;]? (?:please )?(?:come|talk|write|speak|turn|reach out|get in touch|tell|contact)(?: \\w+){0,3} (?:me|us) (?:first|instead|privately)",
  ),
];
const bangla = [
  pattern("(?:রিভিউ|রেটিং)(?:য়ে|তে|ে|-এ)? (?:কিছু )?(?:না (?:লিখে|দিয়ে|বলে)|(?:লেখার|দেওয়ার|বলার) (?:বদলে|আগে))|(?:মনের মতো|মনমতো|পছন্দ|ভালো|খুশি|সন্তুষ্ট|প্রত্যাশা|আশানুরূপ|মুগ্ধ)[^।\\n]{0,24}(?:লে|থাকলে|লেই)(?![\\p{L}\\p{M}])[^।\\n]{0,40}(?:রিভিউ|রেটিং|তারা|স্টার)[\\p{L}\\p{M}]*"),
  pattern("মন (?:ভরলে|ভরে থাকলে|ভরে গেলে)[^।\\n]{0,40}(?:রিভিউ|রেটিং|তারা|স্টার)[\\p{L}\\p{M}]*|(?:(?:দুটো|দুটি|দুই|কয়েকটা|কয়েকটি|কিছু|একটু) )?(?:ভালো|ভাল|সুন্দর|প্রশংসার) (?:কথা|দু-চার কথা)(?: [\\p{L}\\p{M}]+){0,2} (?:লিখ|বল)[\\p{L}\\p{M}]*|(?:ঠিকঠাক|মনমতো|মনের মতো|পছন্দসই)[^।\\n]{0,12}(?:লাগলে|হলে|মনে হলে|হয়ে থাকলে|থাকলে)[^।\\n]{0,50}(?:রিভিউ|রেটিং|তারা|স্টার|লিখ)[\\p{L}\\p{M}]*|(?:খারাপ|মন্দ|অসন্তুষ্ট|অপছন্দ|সমস্যা)[^।\\n]{0,12}(?:লাগলে|হলে|থাকলে)[^।\\n]{0,20}আগে আমাকে"),
  pattern("(?:ভালো|ভাল) লাগলে[^।\\n]{0,40}(?:রিভিউ|রেটিং|তারা|স্টার)[\\p{L}\\p{M}]*|(?:খুশি|সন্তুষ্ট|পছন্দ|ভালো|ভাল)(?: হলে| হয়ে থাকলে| হয়)[^।\\n]{0,40}(?:রিভিউ|রেটিং|তারা|স্টার)[\\p{L}\\p{M}]*|(?:5|পাঁচ|ফাইভ) ?-?(?:স্টার|তারা)[\\p{L}\\p{M}]*|(?:ভালো|ভাল|পজিটিভ|ইতিবাচক|সুন্দর|দারুণ) (?:একটা |একটি )?(?:রিভিউ|রেটিং)[\\p{L}\\p{M}]*|(?:খারাপ|নেগেটিভ|কম) (?:রিভিউ|রেটিং|তারা)[\\p{L}\\p{M}]*"),
];

export const ratingIfGood = defineRule({
  id: "ratingIfGood",
  level: "error",
  source: "https://www.ecfr.gov/current/title-16/chapter-I/subchapter-D/part-465",
  find: ({ reading, language, kind }) => {
    const asks = kind === "review" || ratingsAsked(reading).length > 0;
    if (!asks) return [];
    const found = reading.sentences
      .filter(({ text }) => !aboutCustomers(text) || has(text, words("me", "my", "আমাকে")))
      .flatMap(({ start, text }) => [...good, ...bangla].flatMap((one) => matchesIn(text, one, start)));
    return apart(found).map(({ start, end, text }) => {
      const range = reading.range(start, end);
      const sentence = reading.sentences.find((one) => one.start <= start && end <= one.end);
      const whole = sentence && reading.range(sentence.start, sentence.end);
      const neutral = language === "bn" ? "আপনার সৎ মতামত জানিয়ে রিভিউ দিলে উপকৃত হব।" : "An honest review would help me, whatever it says.";
      return { range, message: { id: "check.ratingIfGood", values: { found: text } }, fixes: [...(whole ? [replaceWith(whole, neutral)] : []), removeSentence(reading, start)] };
    });
  },
});

import type { Part, Reading } from "../reading";
import { aboutCustomers } from "./sentences";
import { has, matchesIn, pattern, words, type Match } from "./patterns";

// Asking for a rating, and offering something: what marketplaces forbid to come near each other.

const rating = "(?:reviews?|ratings?|stars?|testimonials?|recommendations?|(?:a |your )?feedback)";
const asked = [
  words(
    "(?:once|when|after|as soon as|the moment|if|for) (?:\\S+ ){0,4}(?:reviews?|ratings?|stars|testimonials?)(?: \\S+){0,3}", "rate (?:\\w+ ){0,3}(?:work|job|order|project|me|us|experience|collaboration|service|gig)",
  ),
  words(
    `(?:leave|write|give|post|share|submit|drop|add) (?:\\w+[ -]){0,5}${rating}`, `(?:please|would you|could you|can you|may I|will you|I'd|I would|if you)(?: \\S+){0,12} ${rating}`, `rate (?:me|us|my|our|the (?:order|work|project|experience))`, `(?:${rating})(?: \\S+){0,4} (?:would|will|means?|helps?|is (?:always )?(?:welcome|appreciated)|matters?|from you)`, `(?:a |an |your |honest |for a ){1,4}(?:review|rating|testimonial)`, "(?:5|five)[- ]?stars?", "(?:5|five) ?\\* ?(?:rating|review)?", "asks? you for (?:\\w+ )?feedback", `(?:looking forward|look forward|hop(?:e|ing)|waiting) (?:to|for)(?: \\S+){0,4} ${rating}`,
  ),
];
const banglaAsked = [pattern("(?:5|পাঁচ|ফাইভ) ?-?(?:তারা|স্টার)[\\p{L}\\p{M}]*"), pattern("(?:রিভিউ|রেটিং|তারা|স্টার|সুপারিশ)[^।\\n]{0,40}(?:দেবেন|দিবেন|দিন|দিয়েন|দিলে|দিতে পারেন|লিখবেন|লিখলে|লিখুন|পেলে|জানালে|চাই|কাজে লাগ)[\\p{L}\\p{M}]*|(?:মতামত|অভিজ্ঞতা)[^।\\n]{0,20}রিভিউ")];

/** Words by which the client is asked for a rating. Ratings that customers give are a feature. */
export const ratingsAsked = ({ sentences }: Pick<Reading, "sentences">): readonly Match[] =>
  sentences.filter(isTheirs).flatMap(({ start, text }) => [...asked, ...banglaAsked].flatMap((one) => matchesIn(text, one, start)));

/** About the two of us, not about what the shop's customers do. */
const isTheirs = ({ text }: Part): boolean => !aboutCustomers(text) || has(text, words("me", "my", "আমাকে", "আমার", "other (?:buyers|clients)"));

const given = "(?:free|for free|gift|discount|refund|bonus|voucher|cash ?back|no (?:extra )?(?:cost|charge)|on the house|complimentary|rebate|coupon)";
const reward = "(?:vouchers?|gifts?|discounts?|coupons?|bonus(?:es)?|surprise|credit|freebie|present|reward|treat)";
const offered = [
  words(
    `(?:there's|there is|here's|comes with|get|gets|find|enjoy|claim|expect|receive)(?: \\S+){0,4} ${reward}(?: \\S+){0,3}`, `${reward}(?: \\S+){0,3} (?:for you|waiting|is yours|from me|on me|on its way|coming your way)`, "(?:I|we)(?:'ll|'d| will| would)? (?:throw in|chuck in|add|waive|skip the (?:fee|charge)|not charge|won't charge|cover|do)(?: \\S+){0,6} (?:extra|free|on top|gratis|for nothing|(?:month|week|hour|round|day)s? of)(?: \\w+)?", "(?:won't|will not|don't|not going to) charge(?: \\S+){0,4}", "as (?:a|my|our) (?:little |small )?(?:thank[- ]you|token|gesture|reward)(?: \\S+){0,4}", "(?:cheaper|reduced|lower|special|half) (?:rate|price)(?: \\w+)?", "(?:gratis|at no (?:extra )?(?:cost|charge)|without charge|my treat)",
  ),
  words(
    "\\d{1,3} ?% (?:off|discount|less|cheaper)", "(?:take|knock|cut|shave) (?:\\S+ ){0,2}[$€£৳]?\\d\\S* (?:\\S+ ){0,2}off", `(?:I|we)(?:'ve| have|'ll|'d| will| would| can| could)?(?: also| gladly| happily)? (?:give|offer|refund|add|added|throw in|send|include|take off|return|pay back|do)(?: \\S+){0,10} ${given}`, "(?:I|we)(?:'ll|'d| will| would| can)?(?: like to)?(?: also| gladly)? (?:give you (?:\\S+ )?[$€£৳]\\S+|refund|reimburse)", "like to refund", `you(?:'ll|'d| will| would| can)? (?:also )?(?:get|have|receive|pay)(?: \\S+){0,8} (?:${given}|off|less)`, "(?:is|are|be|comes?|would be) (?:on me|on the house|free(?: of charge)?|complimentary)(?! (?:to|from|on (?:mon|tues|wednes|thurs|fri|satur|sun)))", "refund (?:you|\\S+ to you)",  `thank you with(?: \\S+){0,4} ${given}`, "free (?:month|week|year|hour|day)s?", "as a (?:\\w+ )?(?:thank[- ]you|gift|returning client)(?: \\S+){0,8}",
    "(?:in return|in exchange) (?:for|you)(?: \\S+){0,4}", "free of charge", `(?:next|first|extra|another|one) (?:\\S+ ){1,4}(?:for free|is free|free)`, "a (?:small )?(?:gift|discount)(?: for you)?", "for free", "at my own cost",
  ),
];
/** Work under warranty is owed, and not given. */
const owedAnyway = words("put (?:it |them )?right", "fix(?:ed)?", "correct(?:ed)?", "mistakes of mine", "does not work as agreed", "support (?:period|window)", "ঠিক করে", "সাপোর্টে");
/** …unless it is the next one, which nobody owes. */
const onTop = words("next", "extra", "additional", "bonus", "পরের", "বাড়তি", "অতিরিক্ত");
const banglaOffered = [
  pattern("\\d{1,3} ?(?:%|শতাংশ)[^।\\n]{0,20}(?:কমিয়ে|কমাব|কম নেব|কম রাখব|ছেড়ে)|(?:দাম|বিল|খরচ|টাকা)[\\p{L}\\p{M}]*[^।\\n]{0,20}(?:কমিয়ে (?:দেব|রাখব)|কম (?:নেব|রাখব)|ছেড়ে দেব)|(?:কিছু|কিছুই|টাকা|পয়সা|আলাদা খরচ|আলাদা টাকা|বাড়তি টাকা)[^।\\n]{0,12}(?:নেব না|লাগবে না|ধরব না|দিতে হবে না)|(?:কৃতজ্ঞতা|ধন্যবাদ|ভালোবাসা|শুভেচ্ছা)(?:স্বরূপ| হিসেবে)|(?:ভাউচার|কুপন|উপহার|বোনাস|গিফট|পুরস্কার|চমক)[\\p{L}\\p{M}]*[^।\\n]{0,20}(?:রাখা|রেখেছি|অপেক্ষা|থাকছে|পাঠিয়ে|দিচ্ছি)|আমার (?:তরফ|পক্ষ|দিক) থেকে[^।\\n]{0,16}(?:উপহার|ফ্রি|দিচ্ছি)"),
  pattern("\\d{1,3} ?(?:%|শতাংশ) ?(?:ছাড়|কমে|কম)|(?:ছাড়|উপহার|বোনাস|ভাউচার|ক্যাশব্যাক)[^।\\n]{0,20}(?:দেব|দিব|পাবেন|থাকবে|পাঠাব|আছে আপনার)|উপহার হিসেবে|(?:ফ্রি|বিনা মূল্যে|বিনামূল্যে|বিনা খরচে)(?![\\p{L}\\p{M}])|(?:টাকা|টাকাটা|ডলার)[^।\\n]{0,30}ফেরত (?:দেব|দিতে চাই|পাবেন)"),
];

/** What gives the client something they are not owed: a discount, a gift, a refund, free work. */
export function incentivesOffered({ sentences }: Pick<Reading, "sentences">): readonly Match[] {
  return sentences
    .filter(({ text }) => (!has(text, owedAnyway) || has(text, onTop)) && (!aboutCustomers(text) || has(text, words("you'd", "you'll", "you get", "আপনার জন্য", "আপনি পাবেন"))))
    .flatMap(({ start, text }) => [...offered, ...banglaOffered].flatMap((one) => matchesIn(text, one, start)));
}

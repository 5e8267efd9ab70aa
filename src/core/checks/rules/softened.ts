import { apart, inProse, words } from "../find/patterns";
import { defineRule, type Fix } from "../finding";
import { removeSentence } from "../find/fixes";

// "A tiny delay" asks the client to feel less about it than they do. They see the new date themselves, and how small it is.
// Source: our practice, be honest about a delay at once.

const what = "(?:delays?|hiccups?|issues?|problems?|mistakes?|glitch(?:es)?|changes? of plans?|slips?|bugs?|errors?|setbacks?|bumps?|inconvenience|mix-?up|oversights?|misunderstanding|slip-?ups?|blunders?|mishaps?|snags?|outages?|interruptions?|complications?|shifts?|matter|thing|adjustments?|amendments?|tweaks?|deviations?|reshuffles?|postponements?|extensions?|confusion|wrinkles?|blips?|corrections?|re-?schedul\\w+|updates? to|changes? (?:to|in) (?:the|our|my|your) (?:plan|date|schedule|timeline|calendar)\\w*)";
const english = words(
  `(?:just |only )?(?:a |an |some |one )?(?:very |rather )?(?:tiny|slight|small|little|minor|short|brief|wee|teeny|negligible|insignificant) (?:\\w+ )?${what}`, `(?:just )?a (?:bit|touch|spot) of an? (?:\\w+ )?${what}`, "(?:an? )?hiccups?", "(?:just |only )?(?:slightly|a (?:little|bit|tad|touch|little bit)) (?:late|later|behind|delayed|longer|off|wrong)", "slips? (?:a (?:little|bit|tad)|slightly)",
  "in the (?:grand|big|bigger|great) (?:scheme|picture)(?: of things)?", "(?:could|might) have been (?:far |much |a lot )?worse", "(?:hardly|barely|scarcely) (?:matters?|affects?|noticed)(?: \\w+)?", "(?:won't|doesn't|didn't) (?:really |even )?(?:matter|hurt)(?: \\w+)?", "(?:easily|quickly) (?:fixed|sorted|mended|solved)",
  "by (?:just |only )?an? (?:tiny |little |wee |small )?(?:bit|touch|tad|whisker|smidge|fraction)", "(?:just |only )?a (?:tiny|little|wee) bit", "(?:all in all|overall|all things considered|on the whole|by and large|on the (?:bright|plus) side),?(?: \\S+){0,5} (?:great|good|excellent|fantastic|perfect|wonderful|brilliant|superb)(?: \\w+)?", "(?:great|excellent|fantastic|brilliant) (?:shape|news|progress)",
  "no (?:real |big |great )?harm(?: was)? done", "nothing (?:serious|to worry about|dramatic|major|big)", "no (?:big|huge) deal", "don't worry(?: about it)?", "no (?:need to )?worr(?:y|ies)", "it could have been worse", "hardly (?:anyone|anybody) noticed", "(?:only|just|merely) a (?:few|couple of|handful of) (?:days|hours|\\w+s)",
  "(?:it|that|this)(?:'s| is| was)? (?:really )?(?:not|hardly|isn't|wasn't|nowhere near) (?:such |too |that |so |really )?(?:a |an )?(?:big|huge|serious|bad|major|terrible|dramatic|important|grave)(?: deal| problem| issue| thing| one)?", "isn't (?:such )?a (?:big|huge|serious|major) \\w+", "no (?:drama|panic|stress|biggie)", "not the end of the world", "(?:just |only )?a handful of", "(?:barely|hardly) (?:noticeable|worth)(?: \\w+)?", "(?:nobody|no one) (?:will|would|has|even)?(?: even)? notice[ds]?", "(?:just|only|merely) (?:a |an )?(?:formality|detail|trifle|cosmetic \\w+)",
);
const bangla = words(
  "(?:একটু|সামান্য|অল্প|খানিকটা|কিছুটা|ছোট|ছোটখাটো|ছোট্ট|টুকটাক) (?:একটা |একটি )?(?:দেরি|বিলম্ব|গোলমাল|ভুল|সমস্যা|ত্রুটি|ঝামেলা|অসাবধান|অসতর্ক|বেখেয়াল|হেরফের|গরমিল|পিছিয়ে|পেছা|পিছা|বেশি সময়|সময় বেশি|এদিক-ওদিক|অসুবিধা)[\\p{L}\\p{M}]*", "(?:একটু|সামান্য|অল্প|খানিকটা|কিছুটা) (?:কয়েকটা|কয়েকটি|কয়েক|কিছু|কটা|কটি)? ?(?:দিন|সময়|ঘণ্টা|সপ্তাহ) (?:বেশি|পরে|দেরি|লাগ|পিছ|পেছ)[\\p{L}\\p{M}]*", "তেমন (?:কিছু|কোনো সমস্যা|বড় কিছু|ক্ষতি) (?:না|নয়|হয়নি|নেই)", "চিন্তার (?:কিছু|কোনো কারণ) নেই", "(?:কোনো )?চিন্তা করবেন না", "বড় কোনো (?:সমস্যা|ক্ষতি) (?:না|নয়|হয়নি|নেই)", "কারও কোনো ক্ষতি হয়নি",
  "(?:একটু|সামান্য|খানিকটা|কিছুটা|ছোট্ট|ছোট|একটুখানি) (?:একটা |একটি )?(?:রদবদল|এলোমেলো|ওলটপালট|উল্টাপাল্টা|অদলবদল|নড়চড়|বিভ্রাট|বিভ্রান্তি|গুলিয়ে|তালগোল|সমন্বয়|ঘষামাজা)[\\p{L}\\p{M}]*", "(?:সময়সূচি|তারিখ|পরিকল্পনা|সময়|সূচি)[\\p{L}\\p{M}]* (?:একটু|সামান্য|ছোট্ট|ছোট|কিছুটা) (?:একটা |একটি )?(?:পরিবর্তন|রদবদল|বদল|এদিক)[\\p{L}\\p{M}]*", "(?:সব মিলিয়ে|মোটের ওপর|এমনিতে|সার্বিকভাবে|বাকি সব)(?: [\\p{L}\\p{M}]+){0,4} (?:দারুণ|চমৎকার|খুব ভালো|অসাধারণ|দুর্দান্ত|ভালোই)(?: [\\p{L}\\p{M}]+)?", "ভাগ্য ভালো(?: যে)?", "খুব একটা (?:ক্ষতি|সমস্যা|প্রভাব|অসুবিধা|কিছু)(?: [\\p{L}\\p{M}]+)?", "(?:এটা|এ|তা) (?:কোনো |তেমন কোনো )?(?:ব্যাপার|বিষয়) (?:না|নয়)", "(?:আরও|এর চেয়ে) খারাপ (?:হতে পারত|হতে পারতো)", "(?:ভাগ্যিস|কপাল ভালো)",
  "(?:একটুখানি|একটু-আধটু|যৎসামান্য|নামমাত্র|খানিক|হালকা) (?:দেরি|বিলম্ব|গোলমাল|ভুল|সমস্যা|ত্রুটি|ঝামেলা|পিছি|পেছা|পেছ|পিছা|সময়|অসুবিধা)[\\p{L}\\p{M}]*", "তেমন (?:কোনো |বড় |গুরুতর )?(?:কিছু|সমস্যা|ব্যাপার|বিষয়|ক্ষতি|ঝামেলা)(?:ই)? (?:না|নয়|হয়নি|নেই)", "(?:গুরুতর|মারাত্মক|বড়) (?:কোনো )?(?:কিছু|ব্যাপার|বিষয়|ঝামেলা)(?:ই)? (?:না|নয়|নেই)", "ভাববেন না", "এমন (?:কোনো )?কিছু(?:ই)? (?:না|নয়)", "গুটিকয়েক", "হাতে গোনা (?:কয়েকটি|কয়েকটা|কয়েকজন|কয়েক জন)", "কিছু (?:যায়-আসে|যায় আসে|আসে-যায়|আসে যায়) না", "কেউ (?:টেরও পায়নি|টের পায়নি|খেয়ালই করেনি|খেয়াল করেনি|বুঝতেই পারেনি)",
);
const smaller = /(?:just |only )?(?:a )?(?:very |rather )?\b(tiny|slight|small|little|minor|short|brief|wee|negligible|insignificant) |^(?:একটু|সামান্য|অল্প|খানিকটা|কিছুটা|ছোট|ছোটখাটো|ছোট্ট|টুকটাক) /iu;

export const softened = defineRule({
  id: "softened",
  level: "warning",
  appliesTo: (kind) => kind === "delay" || kind === "mistake" || kind === "problem",
  find: ({ reading }) =>
    apart([english, bangla].flatMap((one) => inProse(reading, one)))
      .map(({ start, end, text }) => {
        const range = reading.range(start, end);
        const plain = text.replace(smaller, (found) => (/^(?:just |only )?an? /i.test(found) ? "a " : ""));
        const fixes: readonly Fix[] = plain === text ? [removeSentence(reading, start)] : [{ title: { id: "check.fix.replace", values: { words: plain } }, edits: [{ range, text: plain }] }];
        return { range, message: { id: "check.softened", values: { found: text } }, fixes };
      }),
});

import { removeSentence } from "../find/fixes";
import { apart, has, inProse, pattern, words } from "../find/patterns";
import { defineRule } from "../finding";

// What kept me busy changes nothing for the client and sounds as if they came last. A reason names what happened to the work;
// an excuse tells of the writer. Source: our practice for delays, the reason in a sentence and no more.

const kin = "(?:(?:mother|father|brother|sister|son|daughter)-in-law|in-laws|mother|father|mum|mom|dad|parents?|wife|husband|son|daughter|kids?|child(?:ren)?|baby|brother|sister|cousin|uncle|aunt|nephew|niece|grand(?:mother|father|ma|pa|parents)|family|girlfriend|boyfriend|neighbours?|flatmate|landlord)";
const device = "(?:laptop|computer|pc|mac(?:book)?|phone|router|internet|connection|wi-?fi|broadband|electricity|power|keyboard|screen|monitor|hard (?:disk|drive)|car|bike|generator)";
const english = [
  words(
    // Whose life it was: family, health, machines, study, a move, and all the other work. A reason would name the client's own.
    `my (?:\\w+ )?${kin}(?:'s)?(?: \\w+){0,3}`, `my (?:\\w+ )?${device}(?: \\w+)? (?:gave (?:up|out)|died|dies|broke|crashed|failed|froze|burnt?|got|is gone|was (?:stolen|gone|out|dead|down|in)|went|stopped|quit|kept|refused|has been)(?: \\w+)?`,
    "my (?:\\w+ )?(?:exams?|finals|thesis|semester|university|college|degree|wedding|honeymoon|surgery|operation|illness|migraine|holidays?|vacation|day job)(?: \\w+)?", "(?:exam|wedding|flu|holiday|moving|harvest) (?:season|week|time|period)", "(?:moving|moved|changing|changed) (?:flats?|house|home|apartments?|cit(?:y|ies))",
    "(?:I|we)(?:'ve| have|'d| had)? (?:barely|hardly|scarcely) (?:looked|touched|slept|opened|been|had|sat|seen|eaten|left)(?: \\w+)?", "(?:way |far |simply |just )?(?:too|so) (?:many|much)(?: (?!of)\\w+){0,2} (?:on my (?:plate|hands|desk|mind)|going on|at once|at (?:my|this) end|in my life|to juggle)(?: \\w+)?", "(?:everything|it all|things|work|jobs|orders|tasks)(?: \\w+)? (?:piled up|came (?:at once|together|crashing)|got on top of me|snowballed)", "(?:two|three|four|several|some|my) other (?:\\w+ )?(?:clients?|projects?|customers?|jobs?|contracts?)(?: \\w+){0,3}", "(?:didn't|couldn't|haven't|could not|did not|never|wasn't able to) (?:really )?(?:get|got|gotten) to (?:more|it|that|this|the rest|any|much|everything|anything)",
    // Nobody could have done better.
    "(?:no|nobody|none|not (?:a|one))(?: \\w+){0,5} (?:could|would) (?:\\w+ )?have (?:seen|known|foreseen|predicted|guessed|expected|anticipated|caught|noticed|thought)(?: \\w+){0,2}", "(?:impossible|no way|not possible) (?:for \\w+ )?to (?:foresee|predict|know|see (?:it|this|that) coming|anticipate)", "unforeseeable", "I(?:'m| am) (?:the only one who|all alone|just one person|only one person|a one-(?:man|woman))(?: \\w+)?", "(?:travelling|on the road|on a (?:trip|plane|train)|stuck in traffic|out of town|without (?:internet|power|signal))(?: \\w+)?",
  ),
  words(
    "I(?:'ve| have| was|'m| am|'d| had)(?: been)?(?: \\w+){0,2} (?:busy|swamped|overloaded|overwhelmed|snowed under|slammed|flooded|stressed)", "(?:it's|it has|it was|this was|has) (?:been )?(?:a |such a )?(?:very |really |super )?(?:hectic|busy|crazy|mad|rough|tough) (?:week|day|time|month|period)",
    "(?:things|it) (?:have been|has been|were|was|are|got) (?:very |really |a bit )?(?:crazy|hectic|busy|chaotic)(?: \\w+)?", "(?:I |we )?(?:didn't|did not|couldn't|could not|don't|haven't|hadn't) (?:have|find|get|had|found) (?:the |any |enough )?time", "(?:I )?(?:had|have|found) no time", "(?:I )?ran out of time",
    "(?:I )?(?:couldn't|could not|didn't|did not|never|haven't) (?:manage to )?(?:get|got) (?:around|round) to", "my (?:laptop|computer|internet|pc|connection|power|electricity|phone|wi-?fi) (?:was|is|has|broke|crashed|died|went|kept)", "power cuts?", "load[- ]shedding",
    "(?:these|such) things (?:can )?happen", "(?:things?|stuff) like (?:this|that|these) (?:\\w+ ){0,2}happens?", "happens? (?:to|in|with|on) (?:every|any|all|each|the best)(?:\\w+)?(?: \\w+){0,2}", "(?:I|we)(?:'ve| have| had)? (?:was|were|been|fell|got) (?:\\w+ ){0,2}(?:ill|sick|unwell|poorly|in (?:hospital|bed))", "(?:it(?:'s| is| was| has been)|things (?:are|were|have been)) (?:\\w+ ){0,2}(?:chaos|chaotic|madness|a nightmare|a circus)(?: here)?", "my (?:internet|connection|network|line|electricity) (?:kept|went|was|has been) (?:\\w+ )?(?:down|off|out)", "(?:out of|beyond) my control", "slipped (?:my|through my) (?:mind|fingers)", "I (?:simply |totally |completely |just )?forgot", "personal (?:issues|reasons|problems|matters)", "other (?:projects|clients|work|jobs?) (?:kept|took|came|had|got)", "(?:lots?|too much) (?:of )?(?:other )?(?:work|things|stuff) (?:on my plate|going on|to do|came up)", "a lot on my plate", "hope you (?:can )?understand", "bear with me", "my (?:kids?|son|daughter|wife|husband|mother|father|family|baby|car|flat|landlord)(?:'s)? (?:was|were|is|has|had|got|came|broke|needed|kept)", "I (?:moved (?:house|flat)|overslept|had (?:exams|visitors|guests)|was travelling)", "(?:another|other|a different) clients?(?:'s)?(?: \\w+){0,2} (?:kept|took|needed|had|came|wanted|called)",
    // Time, health, family and the rest of life, as people tell of them.
    "time (?:simply |just )?(?:got away|flew|ran away|escaped|slipped)(?: \\w+){0,3}", "(?:juggling|drowning in|buried (?:in|under)|up to my (?:neck|ears|eyes)(?: in)?|spread (?:too |myself too )?thin|stretched thin|took on too much|bitten off more)(?: \\w+){0,3}", "under the weather", "had (?:a |the )?(?:\\w+ )?(?:flu|fever|cold|covid|migraine|headache|toothache|operation)", "(?:hardly|barely|not|haven't|didn't) (?:slept|sleep)(?: \\w+)?", "(?:bigger|other|another|urgent|more important|new|large) (?:job|client|project|order|commission)s? (?:\\w+ )?(?:came|popped|landed|arrived|turned) (?:in|up|along)", "(?:give|gave|given|take|took|taken|had|has|have) (?:it |that |them |this )?(?:priority|precedence)", "not (?:been |feeling )?(?:quite |very )?(?:myself|well) (?:lately|this week|these days)", "(?:my|a) (?:\\w+(?:'s)? ){1,2}(?:wedding|funeral|birthday|exams?|party|visit) (?:came|was|got|took|kept)(?: \\w+)?", "(?:couldn't|could not|can't|wasn't able to) (?:really )?(?:concentrate|focus|sit down)", "(?:slipped|fell) through the cracks", "life (?:got|gets|came) in the way(?: \\w+)?", "(?:other|more urgent) (?:commitments|obligations|deadlines|customers)", "(?:it|things|work|life)(?:'s| has| have| is| are)? (?:just )?(?:been )?(?:so |too |really |very )?(?:much|hectic|mad|crazy|full on|overwhelming)(?: (?:here|lately|for me))?",
  ),
];
const bangla = [
  words(
    "(?:খুব |অনেক |ভীষণ |বেশ )?ব্যস্ত (?:ছিলাম|আছি|থাকায়|থাকার|ছিল)", "ব্যস্ততার (?:কারণে|জন্য)", "সময় (?:পাইনি|পাই নাই|পাচ্ছি না|হয়নি|করতে পারিনি|করে উঠতে পারিনি|বের করতে পারিনি|ছিল না|পেলাম না)", "(?:অন্য )?কাজের (?:অনেক )?চাপ(?:ে|ের|)?", "(?:কারেন্ট|বিদ্যুৎ|ইন্টারনেট|নেট)(?:ও)? (?:ছিল না|নেই|চলে|ছিলো না)", "লোডশেডিং(?:য়ের|ের)?", "(?:ল্যাপটপ|কম্পিউটার)(?:টা|টি)? (?:নষ্ট|খারাপ|স্লো)", "ভুলে (?:গিয়েছিলাম|গেছি|গেছিলাম)", "মনে ছিল না", "এমন(?:টা)? হতেই পারে", "(?:আমার )?হাতে ছিল না", "ব্যক্তিগত (?:কারণে|সমস্যা|সমস্যায়)", "(?:বাচ্চা|ছেলে|মেয়ে|স্ত্রী|বাবা|মা)(?:র|টা)? (?:অসুস্থ|শরীর)(?: [\\p{L}\\p{M}]+)?", "বাসা(?:ও)? (?:বদলেছি|বদলাতে|বদলানো)", "(?:মেহমান|পরীক্ষা) (?:ছিল|এসেছিল)", "আশা করি বুঝবেন", "একটু বুঝবেন", "পারিবারিক (?:কারণে|সমস্যা|সমস্যায়)",
    "মন (?:দিয়ে )?(?:বসতে|বসাতে|দিতে)(?:ই)? পারিনি", "শরীর(?:টা)?(?:ও)? (?:ভালো (?:ছিল না|যাচ্ছিল না|যাচ্ছে না|নেই)|খারাপ (?:ছিল|যাচ্ছিল|লাগছিল))", "(?:জ্বরে|অসুখে|মাথাব্যথায়|সর্দিতে) (?:ভুগ|পড়|কাতর|কাহিল)[\\p{L}\\p{M}]*", "(?:বিয়েতে|গ্রামে|গ্রামের বাড়িতে|বাড়িতে|বেড়াতে|হাসপাতালে|দাওয়াতে|অনুষ্ঠানে) (?:[\\p{L}\\p{M}]+ ){0,2}(?:ছিলাম|গিয়েছিলাম|গেছিলাম|গেলাম|যেতে হয়েছিল)", "বসতে(?:ই)? পারিনি", "(?:বিয়ে|বিয়ের দাওয়াত|দাওয়াত|অনুষ্ঠান|জ্বর)(?:ও)? ছিল", "(?:দৌড়ের|দৌড়ঝাঁপের) (?:ওপর|মধ্যে) (?:ছিলাম|আছি)", "ঝামেলায় (?:ছিলাম|পড়ে|আছি)", "(?:অনেক|এত|এতগুলো|অনেকগুলো|বেশি) কাজ (?:একসঙ্গে )?(?:হাতে )?(?:নিয়ে|জমে|পড়ে)", "(?:দৌড়াদৌড়ি|দৌড়ঝাঁপ|ছোটাছুটি|ছুটোছুটি)[\\p{L}\\p{M}]*", "দম ফেলার (?:সময়|ফুরসত)", "(?:মাথায়|খেয়ালে) ছিল না", "খেয়াল (?:করা হয়নি|করিনি|ছিল না)",
  ),
  pattern("অন্য (?:ক্লায়েন্ট|প্রজেক্ট|কাজ)ের (?:জন্য|কারণে|চাপ)"),
  // Whose life it was: family, health, machines, study, a move, and all the other work.
  pattern("(?<![\\p{L}\\p{M}])(?:শাশুড়ি|শ্বশুর|মা|বাবা|আব্বা|আম্মা|আব্বু|আম্মু|স্ত্রী|বউ|স্বামী|ছেলে|মেয়ে|বাচ্চা|ভাই|বোন|চাচা|মামা|খালা|ফুফু|নানা|নানি|দাদা|দাদি|কাজিন|আত্মীয়|বাসা|বাড়ি|পরিবার)(?:র|ের|রা|টা|টি|টার|তে|তেও|ও)?(?![\\p{L}\\p{M}])[^।\\n]{0,30}(?:অসুস্থ|হাসপাতাল|অপারেশন|জ্বর|মারা|বিয়ে|ভর্তি|ডাক্তার|শরীর|মেহমান|বদল|পাল্টা|অনুষ্ঠান|ঝামেলা)[\\p{L}\\p{M}]*"),
  pattern("(?:ভার্সিটি|বিশ্ববিদ্যালয়|কলেজ|সেমিস্টার|মাস্টার্স|অনার্স|আমার ফাইনাল|আমার পরীক্ষা)[\\p{L}\\p{M}]*[^।\\n]{0,24}(?:পরীক্ষা|ক্লাস|ফাইনাল|থিসিস|চল|ছিল)[\\p{L}\\p{M}]*"),
  pattern("(?:ল্যাপটপ|কম্পিউটার|পিসি|রাউটার|মনিটর|আমার ফোন|আমার মোবাইল|আইপিএস|জেনারেটর)(?:টা|টি|টাই|টাও|ও)? [^।\\n]{0,16}(?:নষ্ট|খারাপ|বিকল|ভেঙে|চুরি|হ্যাং|বসে|গেল|মরে|কাজ কর)[\\p{L}\\p{M}]*"),
  pattern("(?:অন্য|আরেক|আরও|দুই|তিন) (?:[^।\\n ]+ )?(?:ক্লায়েন্ট|প্রজেক্ট|কাজ)[\\p{L}\\p{M}]* (?:[^।\\n ]+ ){0,2}(?:জরুরি|চাপ|ব্যস্ত|মাঝে|ফাঁকে|সামলা|ঝামেলা)[\\p{L}\\p{M}]*"),
  pattern("(?:কারও|কারো|কোনো [\\p{L}\\p{M}]+) পক্ষে(?:ই)? [^।\\n]{0,24}(?:সম্ভব|যেত না|যায় না)|(?:কেউ|কেউই) [^।\\n]{0,24}(?:ভাবতে|বুঝতে|জানতে|ধরতে) পারত না"),
  pattern("(?:ঘাড়ে|মাথার ওপর|কাঁধে|ঘাড়ের ওপর) (?:[^।\\n ]+ ){0,2}(?:পড়|চেপে|জমে|এস)[\\p{L}\\p{M}]*|একসঙ্গে (?:অনেক|এত|কয়েকটা|অনেকগুলো)[^।\\n]{0,30}(?:পড়|এস|জম|চাপ)[\\p{L}\\p{M}]*"),
];

/** To own a mistake is to say what I did. */
const forgot = pattern("forgot|ভুলে");

export const excuse = defineRule({
  id: "excuse",
  level: "warning",
  // What happened to me is the reason for which I cannot come to a meeting.
  appliesTo: (kind) => kind !== "meeting" && kind !== "touch" && kind !== "leave",
  find: ({ reading, kind }) =>
    apart([...english, ...bangla].flatMap((one) => inProse(reading, one))).filter(({ text }) => kind !== "mistake" || !has(text, forgot)).map(({ start, end, text }) => ({ range: reading.range(start, end), message: { id: "check.excuse", values: { found: text } }, fixes: [removeSentence(reading, start)] })),
});

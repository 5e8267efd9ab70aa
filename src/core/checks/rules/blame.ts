import { removeSentence } from "../find/fixes";
import { apart, inProse, pattern, words } from "../find/patterns";
import { defineRule } from "../finding";

// Days spent waiting are told as facts ("I had the photos on Wednesday"); whose fault it was costs more than it wins, and a word
// against whoever worked there before is read as a word about the next one. Source: our practices on delays and mistakes.

/** The client, and whoever works for them. */
const theirs = "(?:you|your (?:\\w+ ){0,2}(?:team|staff|people|office|colleagues?|manager|assistant|receptionist|accountant|designer|developer|partner|boss|host(?:ing)?(?: company| provider)?|provider|supplier|agency|company|department|bank|side))";

/** Whoever is not me. */
const others = `(?:${theirs}|they|he|she|stripe|paypal|google|aws|cloudflare|shopify|godaddy|whoever \\w+|(?:the|this|that) (?:\\w+ ){0,2}(?:host(?:ing)?(?: company| provider)?|provider|agency|designer|developer|supplier|printer|bank|company|vendor|contractor|photographer|copywriter|translator|plugin author|bureau))`;
const english = [
  words(
    // What they do badly, in whatever words.
    `${others}(?: (?:has|have|had|just|simply|really|completely|again|also|still|clearly|obviously|people)){0,2} (?:mess(?:ed|es)(?: \\w+)? up|screwed(?: \\w+)? up|dropped the ball|let (?:me|us) down|can't (?:decide|make up|agree|be bothered|keep)|couldn't (?:decide|be bothered|agree)|won't (?:answer|reply|decide)|doesn't (?:answer|reply|care|bother)|don't (?:answer|reply|care|bother)|sat on (?:it|them|the \\w+|my \\w+)|(?:has|have) ignored|ignored|dragged)(?: \\w+){0,2}`,
    "(?:again|once more|yet again),? as (?:usual|always|ever)", "(?:full of|riddled with|littered with|crammed with) (?:\\w+ )?(?:errors|mistakes|typos|gaps|holes|nonsense)", "you people", "(?:nothing|no work|little) (?:moves?|happens?|can (?:move|happen|be done)|gets done) (?:until|unless|as long as|while|if) you(?: \\w+){0,3}", "as long as you(?: \\w+)? (?:can't|don't|won't|keep)(?: \\w+){0,2}",
    // Without them it would be done.
    "(?:would|could|'d|might) (?:have been|be|have)(?: \\S+){0,3} (?:by now|already|long (?:ago|since)|on time|weeks ago|days ago|last week)(?: \\S+){0,2},? (?:if|had) (?!I |we )(?:\\S+ ){0,6}\\w+", "(?:if|had) (?!I |we )(?:\\S+ ){1,6}(?:hadn't|had not|hadn't|not) (?:\\S+ ){1,8}(?:would|could|'d) (?:have|be)(?: \\w+)?", "(?:sat|sitting|lay|lying|waited|waiting|stuck|gathering dust)(?: \\w+){0,3} on (?:your|his|her|their) (?:desk|side|table|end)(?: \\w+){0,3}",
    "(?:that's|it's|this is|which is|that is|it is)(?: all| entirely| purely)? (?:down to|because of|thanks to|on) (?:you|your (?:\\w+ )?(?:team|staff|people|office|colleague|manager|designer|developer|host|provider|supplier|agency|company|partner|photographer|copywriter|accountant)|him|her|them)(?![\\w'])", "I(?:'ve| have)?(?: already)? (?:asked|written|reminded|chased|emailed|messaged|begged)(?: \\S+){0,3} (?:twice|(?:two|three|four|five|six|several|many|countless|\\d+) times|again and again|over and over|repeatedly)", "(?:nobody|no one|somebody|someone) (?:there|over there|else)(?: \\w+)? (?:did|does|has|had|bothered|cared|knows|knew)(?: \\w+){0,3}",
  ),
  words(
    "(?:because|since|as|but) you (?:had )?(?:failed|didn't|did not|never|forgot|changed|ignored|refused|were (?:too )?(?:late|slow)|kept|took (?:so|too) long|delayed|haven't|have not|only|still)(?: \\w+){0,4}", "you (?:failed to|forgot to|ignored|should have|should've|never|keep (?:changing|asking|sending|forgetting)|kept (?:changing|asking|forgetting)|refused|neglected|were supposed to)(?: \\w+){0,3}", "you (?:still )?(?:haven't|have not) (?:even )?(?:sent|answered|replied|paid|given)", "(?:it's|it is|it was|this is|this was|that's|that was)(?: \\w+)? your (?:own )?(?:fault|mistake|error|problem|responsibility)", "your (?:own )?(?:fault|delay|late (?:reply|answer|payment)|negligence|slow (?:reply|replies|answers?))",
    "(?:the |your )?(?:previous|last|former|old|other) (?:developer|programmer|agency|freelancer|coder|team)(?:'s)?(?: \\w+){0,3} (?:terrible|bad|awful|horrible|poor|mess|wrong|fault|garbage|nightmare|broke|messed|sloppy|useless)(?: \\w+)?", "because of you", "(?:you|they|he|she|your \\w+|the (?:\\w+ ){1,2})(?: also| really)? (?:should|could|ought to) have (?:\\w+ ){0,2}(?:checked|told|sent|known|said|read|noticed|asked|seen|given|answered)(?: \\w+)?", "if (?:you|they|the \\w+|your \\w+) had(?:n't| not)?(?: only)? (?:sent|told|given|checked|answered|read|paid|said|done)(?: \\w+)?", "(?:this|that|it) (?:would|could) (?:not|never) have happened(?: \\w+)?", "your (?:\\w+ ){1,2}(?:was|is|were|are) (?:such )?(?:a )?(?:total |complete |real |very )?(?:mess|disaster|unusable|terrible|useless|chaotic|awful|garbage)", "thanks to your (?:late|slow)(?: \\w+)?", "blame (?:you|your|them|the)(?: \\w+)?", "you changed your mind(?: again)?", "once again you(?: \\w+){0,2}", "(?:is|was) to blame",
  ),
  // Whoever belongs to the client, and what they did badly.
  words(
    `${theirs}(?:'s)? (?:\\S+ ){0,3}(?:took|take|takes|taking|needed) (?:ages|forever|weeks|(?:so|too|far too|very) long)(?: \\w+)?`, `${theirs} (?:\\S+ ){0,3}(?:ignor(?:ed|es|ing)|neglect(?:ed|s)|messed|forgot|failed|bungled|botched|wasted|refus(?:ed|es)|never (?:answered|replied|sent|told|checked|tested|noticed))(?: \\w+){0,2}`,
    `${theirs} (?:is|are|was|were)(?: \\w+){0,2} (?:useless|incompetent|careless|sloppy|unprofessional|unreliable|lazy|hopeless|impossible|clueless)`, "(?:nobody|no one|none) (?:on your side|of your (?:people|team|staff)|at your (?:end|office|company|place))(?: \\w+){0,2}", "(?:whoever|the (?:person|people|guy|one|company|agency) (?:who|that)) (?:\\S+ ){1,12}(?:terrible|awful|mess|horrible|bad|poor(?:ly)?|badly|carelessly|rubbish|garbage|disaster|wrong)(?: \\w+)?",
    `${theirs} (?:keeps?|kept|are|is|were|was)(?: \\w+)? (?:using|doing|entering|typing|clicking|filling)(?: \\S+){0,4} (?:wrong|wrongly|incorrectly|badly)(?: way)?`, "(?:lost|wasted|cost(?: me| us)?) (?:\\w+ ){0,4}(?:time|days?|hours?|weeks?) (?:\\w+ ){0,2}(?:waiting (?:on|for) you|because of you|over your)(?: \\w+){0,3}", "(?:developer|programmer|freelancer|agency|coder|team|person|guy|people)(?: who \\w+)? before me (?:\\S+ ){0,5}(?:chaos|mess|terrible|awful|bad(?:ly)?|wrong|broken|disaster|state)",
    "your \\w+ (?:\\w+ )?(?:couldn't be bothered|can't (?:decide|be bothered)|keeps? (?:changing|forgetting|losing|mixing)|dragg(?:ed|ing) (?:his|her|their) feet)(?: \\w+){0,3}", "(?:that's|this is|that is) what (?:happens|you get) when(?: \\w+){0,3}",
    // What the client's own people never do as they should, and what somebody there did to the work.
    "your (?:\\w+ ){0,2}\\w+ (?:never|always|didn't|don't|doesn't|did not|do not|does not|won't|can't) (?:\\w+ ){1,6}(?:properly|correctly|right|on time|in time|as agreed|wrong|late|too late)", "(?:someone|somebody|a colleague|one|people|everyone|nobody) (?:of|at|in|from|on) your (?:\\w+ )?(?:office|end|side|team|company|staff|people|place|garage|shop|clinic|department)(?: \\w+)? (?:deleted|changed|removed|broke|touched|switched|entered|clicked|moved|forgot|cancelled|messed|overwrote|edited|blocked)(?: \\w+){0,2}",
    "(?:previous|last|former|old|other|earlier) (?:developer|programmer|agency|freelancer|coder|team|company|guy|person)(?: \\w+){0,2} (?:cut corners|bodged|botched|skipped|hacked|rushed|never|didn't (?:bother|care|test|know)|had no)(?: \\w+){0,2}",
    // What somebody handed over badly, how long they took, and whose doing it was.
    "(?:you|your (?:\\w+ ){0,2}\\w+|they|he|she) (?:sent|gave|entered|typed|uploaded|provided|picked|chose|wrote|told|handed)(?: me| us| over| in)?(?: the| an?| all the)? (?:wrong|incorrect|outdated|incomplete|faulty|unusable|useless)(?: \\w+)?",
    `${theirs} took (?:me |us )?(?:\\w+ ){1,3}(?:days|weeks|months) (?:to|before|just)(?: \\w+){0,2}`, "(?:it(?:'s| is| was)|this is|this was|that's|that is|that was)(?: \\w+)? (?:your|their|his|her|the) (?:\\w+ ){0,3}\\w+'s? (?:own )?(?:doing|fault|mistake|error|problem|responsibility|negligence)",
    "(?:guy|person|people|man|woman|developer|programmer|freelancer|agency|team|company|he|she|they|who)(?: \\S+){0,7} (?:had|have|has) (?:absolutely )?no (?:idea|clue)(?: \\w+){0,4}", "(?:did|do|does)(?:n't| not) (?:really )?know what (?:he|she|they)(?:'s|'re| is| are| was| were)? doing", "(?:clean(?:ing|ed)? up|(?:fix|repair|mend|redo|undo)(?:ing)?) (?:after|the mess of|what) (?:him|her|them|(?:the )?(?:previous|last|former|old|other) \\w+)(?: \\w+)?",
    "had (?:you|they|he|she|your \\w+)(?: only| just)? (?:answered|sent|told|given|checked|read|paid|said|replied|tested|asked|done|approved|decided)(?: \\w+)?",
  ),
];
const theirPeople = "(?:লোক|ড্রাইভার|টিম|স্টাফ|কর্মী|কর্মচারী|অফিস|রিসেপশন|ম্যানেজার|হোস্টিং|কোম্পানি|প্রতিষ্ঠান|ডিজাইনার|হিসাবরক্ষক|সহকারী|বিভাগ|পার্টনার|ব্যাংক)";
const bangla = [
  pattern("আপনি [^।?\\n]{0,40}(?:দেননি|দেন নি|দেন নাই|করেননি|করেন নি|জানাননি|জানান নি|পাঠাননি|পাঠান নি|বলেননি|বলেন নি|দিতে পারেননি|দেরি করলেন|দেরি করেছেন|দেরি করায়|ভুল করেছেন|বদলেছেন বলে|বদলানোয়|উত্তর না দেওয়ায়)"),
  pattern("আপনার(?:ও|ই)? (?:[^।?\\n ]+ )?(?:দোষ|গাফিলতি|অবহেলা|ভুলের|দেরির|দেরিতে|বিলম্বের)|(?:দোষ|ভুল)(?:টা|টি)?(?: কিন্তু| তো)? আপনার(?:ও|ই)?(?![\\p{L}\\p{M}])|আপনার (?:কারণে|জন্যই)(?![\\p{L}\\p{M}])|আপনাদের (?:দোষ|কারণে|গাফিলতি)"),
  pattern("[\\p{L}\\p{M}]+লে (?:এমন|এটা|এই সমস্যা|এ সমস্যা|এত দেরি|এ রকম)(?:টা)? (?:হতো|হত) না"),
  pattern("আগের (?:ডেভেলপার|প্রোগ্রামার|কোম্পানি|এজেন্সি|টিম)(?:ের|টির|টার|রা)? [^।?\\n]{0,40}(?:দোষ|ভুল|খারাপ|বাজে|জগাখিচুড়ি|নষ্ট)[\\p{L}\\p{M}]*"),
  // Neglect is somebody's, whoever it is; mine is owned elsewhere.
  pattern("(?<!আমার )(?<!আমাদের )(?<!নিজের )(?<![\\p{L}\\p{M}])[\\p{L}\\p{M}]+(?:র|দের) (?:[^।?\\n ]+ )?(?:গাফিলতি|অবহেলা|উদাসীনতা|দায়িত্বহীনতা|খামখেয়ালি|অদক্ষতা)[\\p{L}\\p{M}]*"),
  pattern("আপনা(?:র|দের) (?:[^।?\\n ]+ ){1,3}(?:[^।?\\n ]+ ){0,3}(?:ঠিকমতো|ঠিক মতো|ঠিকঠাক|সময়মতো|কখনো|কখনোই|কোনোদিন) [^।?\\n]{2,24}(?: না|নি|নাই)(?![\\p{L}\\p{M}])"),
  pattern("আপনা(?:র|দের) (?:[^।?\\n ]+ ){0,3}(?:কেউ|একজন|কেউ একজন|লোকজন) [^।?\\n]{0,24}(?:মুছে|বদলে|পাল্টে|নষ্ট|সরিয়ে|বন্ধ|উল্টে) (?:দিয়েছে|দিয়েছেন|করেছে|করেছেন|ফেলেছে|ফেলেছেন|দেওয়া)[\\p{L}\\p{M}]*"),
  pattern("(?:আপনি|আপনারা|আপনাদের [^।?\\n ]+) [^।?\\n]{0,30}(?:ভুল|পুরোনো|অসম্পূর্ণ|উল্টো) [^।?\\n ]{1,20} (?:পাঠিয়েছে|দিয়েছে|পাঠিয়েছিলে|দিয়েছিলে|পাঠিয়ে দিয়ে|বলেছিলে)[\\p{L}\\p{M}]*"),
  // Whoever belongs to the client, and what they did badly.
  pattern("আপনা(?:র|দের) (?:[^।?\\n ]+ ){1,4}(?:গাফিলতি|অবহেলা|উদাসীনতা|অদক্ষতা|দোষে|ভুলে(?:র)?(?: কারণে| জন্য))[\\p{L}\\p{M}]*"),
  pattern(`আপনা(?:র|দের) (?:[^।?\\n ]+ ){0,2}${theirPeople}[\\p{L}\\p{M}]* [^।?\\n]{0,40}(?:দেরি (?:করে|করা|করল)|ভুল(?:ভাবে)? (?:করে|চালা|লিখে|দিয়ে)|দেয়নি|দেননি|জানায়নি|জানাননি|পাঠায়নি|পাঠাননি|উল্টোপাল্টা|উদাসীন|গড়িমসি|টালবাহানা|(?:এই|এমন) (?:অবস্থা|হাল))[\\p{L}\\p{M}]*`),
  pattern("(?:যে|যারা|যিনি|যাঁরা) (?:[^।?\\n ]+ ){0,5}(?:বানিয়েছে|করেছে|বানিয়েছিল|করেছিল|বানিয়েছেন|করেছেন|লিখেছে)[^।?\\n]{0,24}(?:যাচ্ছেতাই|বাজে|খারাপ|জগাখিচুড়ি|উল্টোপাল্টা|এলোমেলো|নষ্ট|আবর্জনা)[\\p{L}\\p{M}]*"),
  pattern("আপনা?(?:ি|রা) [^।?\\n]{2,45}লে [^।?\\n]{0,35}(?:হতো|হত|যেত|পারতাম|লাগত না|হতো না|থাকত)(?![\\p{L}\\p{M}])"),
  pattern("আপনি (?:আবার|আবারও|বারবার) [^।?\\n]{0,30}(?:দেরি|ভুল|বদল)[^।?\\n]{0,12}"),
  // What others do badly, in whatever words; and without them it would be done.
  pattern("(?:বরাবরের|সব সময়ের|সবসময়ের|প্রতিবারের|আগের) মতো(?:ই)?[^।?\\n]{0,20}(?:গোলমাল|ভুল|দেরি|ঝামেলা|গড়বড়|গণ্ডগোল)[\\p{L}\\p{M}]*|(?:কোম্পানি|হোস্টিং|ব্যাংক|এজেন্সি|প্রোভাইডার|ডিজাইনার|ডেভেলপার|সরবরাহকারী|ওরা|তারা|উনি|ওনারা)(?:টি|টা|র লোক)?(?:ই)? (?:[^।?\\n ]+ ){0,4}(?:গোলমাল|ঝামেলা|গড়বড়|গণ্ডগোল|ভুল|গাফিলতি|অবহেলা|গড়িমসি) (?:কর|পাকি|বাধি)[\\p{L}\\p{M}]*"),
  pattern("আপনা(?:র|দের)[^।?\\n]{2,45}(?:না|পড়ে) (?:থাকলে|হলে|দিলে|করলে|পাঠালে)[^।?\\n]{0,35}(?:যেত|হতো|হত|পারতাম|থাকত|লাগত না)(?![\\p{L}\\p{M}])"),
  pattern("(?:যে|যারা|যিনি|যাঁরা) [^।?\\n]{2,40}(?:কাজ|কাজই|কিছু|কিছুই|মাথামুণ্ডু) (?:জানে|বোঝে|জানেন|বোঝেন|পারে|পারেন) না|(?:তার|তাদের|ওদের|ওর|আগের [\\p{L}\\p{M}]+) (?:জঞ্জাল|আবর্জনা|জগাখিচুড়ি|গোঁজামিল)[\\p{L}\\p{M}]*"),
  pattern("আপনা(?:র|দের) [^।?\\n]{0,40}(?:ভুলে ভরা|ভুলে ভর্তি|ভুলভাল|গোঁজামিল|অসম্পূর্ণ ছিল|ঠিক ছিল না)"),
  pattern("(?:আপনারা|আপনি) (?:[^।?\\n ]+ ){0,2}(?:সিদ্ধান্ত|মন ঠিক|মত ঠিক)[^।?\\n]{0,20}(?:না পারলে|না দিলে|না করলে|পারছেন না|দিচ্ছেন না|নিচ্ছেন না)|(?:দুই|তিন|চার|পাঁচ|কত|কয়েক|বহু|অনেক|বার) ?(?:বার|বারই)? (?:করে )?(?:জিজ্ঞেস|জিজ্ঞাসা|তাগাদা|মনে করিয়ে|অনুরোধ)[\\p{L}\\p{M}]* (?:করেছি|দিয়েছি|করলাম|দিলাম|করতে হয়েছে|করেছিলাম)"),
  pattern("(?:দায়|দোষ|ভুল)(?:টা|টি|টুকু) (?:[^।?\\n ]+ )?(?:আপনা(?:র|দের)|ওদের|তাদের|উনার|ওনার|ওনাদের)(?![\\p{L}\\p{M}])|[\\p{L}\\p{M}]+(?:রও|েরও) (?:জবাব|উত্তর|সাড়া) (?:দেয়নি|দেননি|দেয় না|দেন না|মেলেনি)"),
];

export const blame = defineRule({
  id: "blame",
  level: "warning",
  find: ({ reading }) =>
    apart([...english, ...bangla].flatMap((one) => inProse(reading, one))).map(({ start, end, text }) => ({ range: reading.range(start, end), message: { id: "check.blame", values: { found: text } }, fixes: [removeSentence(reading, start)] })),
});

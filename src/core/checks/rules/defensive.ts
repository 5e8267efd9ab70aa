import { removeSentence } from "../find/fixes";
import { inProse, words } from "../find/patterns";
import { defineRule } from "../finding";

// To defend oneself is to argue with the client about their own impression. Source: our practice on mistakes, "do not defend
// yourself"; an apology for how somebody feels is none (Lewicki, Polin and Lount, 2016: taking responsibility counts most).

const english = words(
  "(?:this |it |that )?(?:was|is|isn't|is not|wasn't|was not)(?: really| actually)? (?:not )?my (?:own )?fault", "not my (?:fault|problem|mistake|job|responsibility)", "(?:this |it |that )?(?:is |was )?not my (?:code|doing|side)", "in (?:all )?fairness", "(?:I|we)(?:'ve| have)? (?:did|done) (?:everything|nothing) (?:right|wrong|correctly)", "to be (?:fair|honest)", "in my defen[cs]e", "as I(?:'ve| have)? (?:already |previously |clearly )?(?:said|told you|mentioned|explained|wrote|stated)(?: before| already| earlier)?", "as per my (?:last|previous|earlier) \\w+", "like I (?:already )?said",
  "(?:it |this |that )?works (?:fine )?(?:on my (?:machine|computer|laptop|side|end)|for me|here)", "I don't (?:think|believe|see why) (?:this|it|that)(?:'s| is| was) (?:a|my|our)(?: \\w+)?", "(?:nobody|no one|no-one) (?:ever )?(?:told|informed|asked|warned) me", "(?:I was|I wasn't|I was not|I've) (?:never |not )?(?:been )?(?:told|informed)", "sorry (?:that |if |to hear that )?you (?:feel|felt|think|thought|got|took|were offended|are upset|misunderstood)(?: \\w+)?", "if (?:I|that|this) (?:have |has )?offended", "with all due respect",
  "I(?:'ve| have)? already told you", "I(?:'ve| have)? (?:did|done|only did|built|made|followed|delivered) (?:it )?(?:exactly |just |only )?(?:what|as|how|the way|like)(?: it was)? you(?:'d| had| have|'ve)? (?:asked|said|wanted|told|ordered|specified|requested|approved|given|described)", "for the record", "I (?:did |had |have )?(?:warn|warned)(?: you| them| about| against)?(?: \\w+){0,2}", "I told you so", "to the letter", "(?:don't|do not|no need to) (?:look at|blame|point at) me", "(?:working|worked|been)(?: \\w+){0,4} (?:day and night|around the clock|round the clock|so hard|very hard|non-?stop)", "surprised (?:by|at) your", "(?:strictly|technically) speaking", "let's not forget", "not (?:a|my) (?:problem|issue|bug|fault) (?:on|at|from) my (?:side|end)", "(?:it's |it is |that's |this is )?not (?:such )?a (?:big|huge|real) (?:deal|problem|issue)", "you (?:must have |have |probably )?misunderstood", "I never (?:said|promised|agreed|told)", "(?:anyone|anybody|everyone|everybody)(?:'d| could| would| might| can)? (?:have )?(?:made|make|makes|missed|miss|happens?|done|do) (?:this|that|such|the same|mistakes?)(?: \\w+)?", "(?:could|can) happen to any(?:one|body)", "nobody is perfect", "I(?:'m| am) only human", "I don't (?:want|mean) to (?:be rude|argue)", "if you had (?:told|asked|read|said)(?: \\w+)?",
  // What was said before, said again with a count.
  "(?:as|like) (?:I|we)(?:'ve| have)?(?: \\w+){0,2} (?:said|told you|mentioned|explained|written|stated|pointed out)", "(?:I|we)(?:'ve| have)? (?:already )?(?:said|told you|mentioned|explained|written|asked)(?: \\w+){0,4} (?:several|many|multiple|countless|three|four|five) times",
  // Understanding that is taken back in the same breath, and a wish held against who wished it.
  "I (?:understand|see|know|realise|realize|get)(?: that)? (?:you(?:'re| are)|your)(?: \\w+){1,4},? but", "(?:but|although|though|however),?(?: \\S+){0,8} (?:the way|what|as|how|like) you (?:asked|wanted|requested|ordered|specified|told|said|approved)(?: \\w+)?",
  // It was not I.
  "(?:don't|do not|can't|cannot|fail to|hardly|nothing)(?: \\w+){0,6} (?:my|our) (?:responsibility|fault|doing|mistake|job)", "(?:can't|cannot|can hardly|could hardly|am not|not be) (?:be )?(?:held |made )?(?:responsible|blamed|accountable)", "you can't (?:really )?expect me", "how (?:was|were|could|should) I (?:supposed to )?(?:know|foresee|guess|have known)(?: \\w+)?", "left me (?:with )?no (?:other )?choice", "(?:having said that|then again|mind you)", "I(?:'ve| have)? (?:explained|said|mentioned|told you)(?: \\w+){0,3} (?:before|already)", "(?:that|this|it) was never (?:part of|in|agreed|my|our)(?: \\w+){0,2}",
);
const bangla = words(
  "(?:এতে |এটা |এখানে )?আমার (?:কোনো |কোন )?(?:দোষ|ভুল) (?:নেই|নাই|নয়|না|ছিল না)", "আমি তো (?:আগেই|বলেছিলাম|জানতাম|ঠিকই)(?: [\\p{L}\\p{M}]+)?", "আগেই তো বলেছিলাম", "(?:আগেই|তখনই|[\\p{L}\\p{M}]+েই) (?:আমি |তো |আপনাকে ){0,2}(?:সাবধান|সতর্ক) (?:করেছিলাম|করে দিয়েছিলাম|করেছি|করে দিয়েছি)", "আগেই বলেছিলাম", "(?:আমাকে )?কেউ (?:আমাকে )?(?:কিছু )?(?:বলেনি|জানায়নি|বলে নাই)", "(?:ভ্যাটের কথা )?আমাকে (?:তো )?(?:কেউ )?(?:বলা|জানানো) হয়নি", "আমার (?:এখানে|কম্পিউটারে|ল্যাপটপে|দিকে|দিক থেকে) (?:তো )?(?:ঠিক|সব ঠিক|কোনো সমস্যা|চলছে|কাজ করছে)(?: [\\p{L}\\p{M}]+)?", "আপনি (?:হয়তো )?(?:ভুল বুঝেছেন|বুঝতে পারেননি|বোঝেননি)", "আমার (?:কিছু )?করার (?:কিছু )?(?:নেই|ছিল না)", "মানুষ মাত্রই ভুল", "(?:এমন|এ রকম|এই) ভুল (?:তো )?(?:সবারই|সবার|যে কারও|হতেই পারে)(?: [\\p{L}\\p{M}]+)?", "ভুল তো (?:হতেই|সবারই)(?: [\\p{L}\\p{M}]+)?", "যা বলেছেন তাই করেছি", "আপনি যা বলেছেন",
  "(?:আগেও|আগেই|বারবার|বহুবার|কতবার|কয়েকবার|অনেকবার)(?: (?:তো|বহুবার|বারবার|অনেকবার|কয়েকবার)){0,2} (?:বলেছি|বলেছিলাম|জানিয়েছিলাম|বুঝিয়েছি|বলা হয়েছে)", "(?:বিরক্তি|রাগ|হতাশা|অসন্তোষ|কষ্ট)(?:টা)? (?:[\\p{L}\\p{M}]+ ){0,3}(?:পারছি|পারি|বুঝি),? (?:কিন্তু|তবে)", "(?:কিন্তু|তবে) (?:[\\p{L}\\p{M}]+ ){0,4}(?:যেভাবে|যা|যেমন|যেটা) (?:[\\p{L}\\p{M}]+ ){0,2}(?:চেয়েছেন|বলেছেন|চেয়েছিলেন|বলেছিলেন)",
  "(?:দায়|দোষ|দায়িত্ব)(?:টা|টি)? (?:[\\p{L}\\p{M}]+ ){0,3}(?:আমার (?:নয়|না|ঘাড়ে|ওপর কেন)|কেন আমার|আমি নেব না)", "(?:আগে থেকে |আগেই )?(?:বোঝা|জানা|ধরা|আন্দাজ করা) (?:তো )?(?:সম্ভব (?:না|নয়|ছিল না)|অসম্ভব)", "কিন্তু (?:[\\p{L}\\p{M}]+ ){0,3}(?:দিয়েছিলেন|চেয়েছিলেন|বলেছিলেন)", "(?:যে ?কারও|যে ?কারো|যে ?কেউ|সবারই|সবার)(?: [\\p{L}\\p{M}]+){0,3} (?:হতে পারত|হতে পারে|করতে পারত|করতে পারে|হতো)",
);
/** Where something went wrong, "I did as you said" puts it on the client; elsewhere it is good news. */
const asYouSaid = words("(?:আপনি|আপনারা) (?:[\\p{L}\\p{M}]+ ){0,3}(?:যেভাবে|যেমন|যা|যেটা|যেরকম) (?:[\\p{L}\\p{M}]+ ){0,3}(?:বলেছি|চেয়েছি|দিয়েছি|লিখেছি|বলে|চেয়ে|দিয়ে)[\\p{L}\\p{M}]*,? (?:[\\p{L}\\p{M}]+ ){0,3}(?:সেভাবেই|তেমনই|তাই|তা-ই|সেটাই|সেরকমই)(?: [\\p{L}\\p{M}]+){0,2}");
/** In an apology আসলে ("actually") begins the defence. */
const actually = words("আসলে", "তবে আসলে");

export const defensive = defineRule({
  id: "defensive",
  level: "warning",
  find: ({ reading, kind }) =>
    [english, bangla, ...(kind === "mistake" || kind === "delay" ? [actually] : []), ...(kind === "mistake" || kind === "delay" || kind === "problem" ? [asYouSaid] : [])]
      .flatMap((one) => inProse(reading, one))
      .map(({ start, end, text }) => ({ range: reading.range(start, end), message: { id: "check.defensive", values: { found: text } }, fixes: [removeSentence(reading, start)] })),
});

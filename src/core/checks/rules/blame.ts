import { removeSentence } from "../find/fixes";
import { inProse, pattern, words } from "../find/patterns";
import { defineRule } from "../finding";

// Days spent waiting are told as facts ("I had the photos on Wednesday"); whose fault it was costs more than it wins, and a word
// against whoever worked there before is read as a word about the next one. Source: our practices on delays and mistakes.

const english = [
  words(
    "(?:because|since|as|but) you (?:had )?(?:failed|didn't|did not|never|forgot|changed|ignored|refused|were (?:too )?(?:late|slow)|kept|took (?:so|too) long|delayed|haven't|have not|only|still)(?: \\w+){0,4}", "you (?:failed to|forgot to|ignored|should have|should've|never|keep (?:changing|asking|sending|forgetting)|kept (?:changing|asking|forgetting)|refused|neglected|were supposed to)(?: \\w+){0,3}", "you (?:still )?(?:haven't|have not) (?:even )?(?:sent|answered|replied|paid|given)", "(?:it's|it is|it was|this is|this was|that's|that was)(?: \\w+)? your (?:own )?(?:fault|mistake|error|problem|responsibility)", "your (?:own )?(?:fault|delay|late (?:reply|answer|payment)|negligence|slow (?:reply|replies|answers?))",
    "(?:the |your )?(?:previous|last|former|old|other) (?:developer|programmer|agency|freelancer|coder|team)(?:'s)?(?: \\w+){0,3} (?:terrible|bad|awful|horrible|poor|mess|wrong|fault|garbage|nightmare|broke|messed|sloppy|useless)(?: \\w+)?", "because of you", "(?:you|they|he|she|your \\w+|the (?:\\w+ ){1,2})(?: also| really)? (?:should|could|ought to) have (?:\\w+ ){0,2}(?:checked|told|sent|known|said|read|noticed|asked|seen|given|answered)(?: \\w+)?", "if (?:you|they|the \\w+|your \\w+) had(?:n't| not)?(?: only)? (?:sent|told|given|checked|answered|read|paid|said|done)(?: \\w+)?", "(?:this|that|it) (?:would|could) (?:not|never) have happened(?: \\w+)?", "your (?:\\w+ ){1,2}(?:was|is|were|are) (?:such )?(?:a )?(?:total |complete |real |very )?(?:mess|disaster|unusable|terrible|useless|chaotic|awful|garbage)", "thanks to your (?:late|slow)(?: \\w+)?", "blame (?:you|your|them|the)(?: \\w+)?", "you changed your mind(?: again)?", "once again you(?: \\w+){0,2}", "(?:is|was) to blame",
  ),
];
const bangla = [
  pattern("আপনি [^।?\\n]{0,40}(?:দেননি|দেন নি|দেন নাই|করেননি|করেন নি|জানাননি|জানান নি|পাঠাননি|পাঠান নি|বলেননি|বলেন নি|দিতে পারেননি|দেরি করলেন|দেরি করেছেন|দেরি করায়|ভুল করেছেন|বদলেছেন বলে|বদলানোয়|উত্তর না দেওয়ায়)"),
  pattern("আপনার(?:ও|ই)? (?:[^।?\\n ]+ )?(?:দোষ|গাফিলতি|অবহেলা|ভুলের|দেরির|দেরিতে|বিলম্বের)|(?:দোষ|ভুল)(?:টা|টি)?(?: কিন্তু| তো)? আপনার(?:ও|ই)?(?![\\p{L}\\p{M}])|আপনার (?:কারণে|জন্যই)(?![\\p{L}\\p{M}])|আপনাদের (?:দোষ|কারণে|গাফিলতি)"),
  pattern("[\\p{L}\\p{M}]+লে (?:এমন|এটা|এই সমস্যা|এ সমস্যা|এত দেরি|এ রকম)(?:টা)? (?:হতো|হত) না"),
  pattern("আগের (?:ডেভেলপার|প্রোগ্রামার|কোম্পানি|এজেন্সি|টিম)(?:ের|টির|টার|রা)? [^।?\\n]{0,40}(?:দোষ|ভুল|খারাপ|বাজে|জগাখিচুড়ি|নষ্ট)[\\p{L}\\p{M}]*"),
  pattern("আপনি (?:আবার|আবারও|বারবার) [^।?\\n]{0,30}(?:দেরি|ভুল|বদল)[^।?\\n]{0,12}"),
];

export const blame = defineRule({
  id: "blame",
  level: "warning",
  find: ({ reading }) => {
    const found = [...english, ...bangla].flatMap((one) => inProse(reading, one)).sort((a, b) => a.start - b.start);
    return found
      .filter(({ start }, at) => !found.slice(0, at).some((other) => start < other.end))
      .map(({ start, end, text }) => ({ range: reading.range(start, end), message: { id: "check.blame", values: { found: text } }, fixes: [removeSentence(reading, start)] }));
  },
});

import { has, words } from "../find/patterns";
import { apologises } from "../find/sentences";
import type { CheckInput } from "../input";

const late = words(
  "late(?:r|ly)?", "delay\\w*", "behind", "overdue", "(?:n't|not|never|nothing|hardly|barely|no)(?: [\\w'-]+){0,5} (?:finish\\w*|read[yi]\\w*|done|sent?|show|report|happen\\w*|answer\\w*|repl\\w+|progress|complet\\w+|start\\w*|begin|begun|began|work\\w*|touch\\w*|mov\\w+|made|make|get|got|join|attend|reach\\w*|call|come|came|writ\\w+|deliver\\w*|there|tested?|upload\\w*|do|did|test|check\\w*|in time|on time|further|far|much|manage\\w*|look\\w*|open\\w*|built|build|add\\w*|be)", "\\w+n't(?: [\\w'-]+){0,5} (?:finish\\w*|ready|done|sent?|show|report|happen\\w*|answer\\w*|repl\\w+|complet\\w+|start\\w*|begin|begun|began|work\\w*|touch\\w*|mov\\w+|made|make|get|got|join|attend|reach\\w*|call|come|came|writ\\w+|deliver\\w*|there|test\\w*|upload\\w*|do|check\\w*|time|much|manage\\w*|look\\w*|open\\w*|built|build|add\\w*|be)", "(?:not|nothing) (?:much|yet|a lot|quite|to show|as far|finished|ready|done)", "little(?: \\w+)? (?:show|report|progress|done|news)", "silence", "quiet", "slow\\w*", "missed", "unable", "instead of", "moves?(?: \\w+){0,3} (?:from|to)", "postpon\\w+", "push\\w* back", "reschedul\\w+", "unfinished", "half[- ]done", "only (?:now|just|half|the|one|saw|a|two|part)", "still (?:open|missing|to (?:do|come)|not|working|unfinished|on it|in progress)", "lost", "less than", "fewer", "thin", "(?:another|more) (?:day|days|week|time|hours)", "took longer", "takes longer", "wait(?:ed|ing)?", "should have been", "was due", "were due", "disappear\\w*", "radio silence", "out of touch", "fell behind", "why", "yesterday", "next week", "excuse",
  "দেরি[\\p{L}\\p{M}]*", "বিলম্ব[\\p{L}\\p{M}]*", "পিছি[\\p{L}\\p{M}]*", "পেছা[\\p{L}\\p{M}]*", "[\\p{L}\\p{M}]+নি", "(?:হয়|পারি|পারছি|হচ্ছে|দেখানোর|পারলাম|হলো|হল|এগোয়|এগোচ্ছে|যাচ্ছে) (?:না|নেই)", "তেমন কিছু", "বাকি", "কম", "সাড়া", "চুপ", "বদলে", "জায়গায়", "পরে", "আটকে", "শুধু", "এইমাত্র", "এখন দেখলাম", "থেমে", "অপেক্ষা[\\p{L}\\p{M}]*", "কিছুই না", "দেখানোর", "ধীর[\\p{L}\\p{M}]*", "হয়ে ওঠে", "কথা ছিল", "সময় লাগ[\\p{L}\\p{M}]*", "পারব না",
);

/** Something is late, missing or unanswered: then what happened to the writer stands as its excuse. */
export const isLate = ({ kind, reading }: CheckInput): boolean => kind === "delay" || apologises(reading.prose) || has(reading.prose, late);

/** A calamity, or "I was ill for two days" and no more. */
const plain = words("storm", "cyclone", "flood(?:s|ing)?", "earthquake", "lightning", "curfew", "(?:ঝড়|ঘূর্ণিঝড়|বন্যা|ভূমিকম্প|কারফিউ|জলাবদ্ধতা)(?:ে|র|ের|য়|টা|তে)?");
const plainIllness = /^(?:[^.।]{0,20} )?(?:I (?:was|am|fell|have been) (?:ill|sick|unwell)(?: (?:on|for|from|since|until|and)[^.]*|[,;][^.]*)?|(?:(?:আমি|এক|দুই|তিন|চার|\d+|দিন|কয়েক|গত) ){0,4}অসুস্থ ছিলাম[^।]*)[.।]?$/iu;
/** A cause that begins at a place is nobody's doing, and is told in a few plain words. */
export const isPlain = ({ reading }: CheckInput, at: number): boolean => {
  const sentence = reading.sentences.find(({ start, end }) => start <= at && at < end)?.text ?? "";
  return has(sentence, plain) || plainIllness.test(sentence.replace(/^(?:Hi|Hello|Dear|সারা)[^,]*, /u, ""));
};

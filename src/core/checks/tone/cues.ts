import { words } from "../find/patterns";

// What a sentence is about, by the words that tell it: work that suffers, thanks, a supposition.

/** Work that stands still, comes late, is lost or must be done again. */
export const trouble = words(
  "late(?:r|ness)?", "delay\\w*", "behind(?: schedule)?", "slow\\w*", "slip(?:s|ped|ping)?", "stuck", "stall\\w*", "h[oe]ld(?:s|ing)?[- ]?up", "stopped", "st(?:an|oo)d(?:s|ing)? still", "standstill", "block(?:s|ed|ing)", "on hold",
  "(?:not|isn't|aren't|wasn't|weren't|hasn't|haven't|won't|never)(?: \\w+){0,3} (?:ready|done|finished|started|possible|working|live|there|complete|begun|moved|been)", "can(?:'t|not)", "could(?:n't| not)", "unable", "wasn't able", "couldn't",
  "nothing(?: \\w+){0,4} (?:show|happen\\w*|moved?|moves|done|do|report)", "no progress", "lost", "redo\\w*", "redone", "again from", "start\\w* (?:over|again|from scratch)", "twice", "wait\\w*", "miss(?:ed|ing)", "move[sd]?(?: \\w+){0,4} (?:from|to|date)", "postpon\\w+", "push\\w* back",
  "broke\\w*", "down", "fail\\w*", "errors?", "wrong\\w*", "problems?", "trouble", "mess\\w*", "longer", "wast\\w+", "unfinished", "incomplete", "overran", "hold-?ups?", "idle", "sitting", "behind", "instead of", "drag\\w*", "extra (?:work|days|hours|time|cost)\\w*", "from scratch", "half[- ](?:done|finished)",
  "দেরি(?:তে|র)?", "বিলম্ব", "পিছিয়ে", "পিছোচ্ছে", "পেছাচ্ছে", "পেছাল", "আটকে", "আটকা", "থেমে", "ঝুলে", "বন্ধ", "(?:এগোয়|হয়|করা যায়|যায়|আসে|ওঠে|পারি|পারা যায়|শেষ হয়|দেওয়া যায়)নি", "(?:এগোচ্ছে|এগোয়|হচ্ছে|পারছি|পারি|যাচ্ছে|যায়|হয়|হলো) না", "নষ্ট", "সমস্যা[\\p{L}\\p{M}]*", "ঝামেলা[\\p{L}\\p{M}]*", "বাড়তি", "নতুন করে", "আবার শুরু", "আবার করতে", "ক্ষতি", "ভুল", "বসে", "করার কিছু", "এমন (?:হলো|হচ্ছে|অবস্থা|হয়েছে|হল)", "এই অবস্থা", "এ অবস্থা", "(?:সময়|দিন)[\\p{L}\\p{M}]*(?: বেশি)? (?:লাগ|গেল|গেছে|চলে)[\\p{L}\\p{M}]*", "বাকি", "দ্বিগুণ", "দুবার", "শূন্য থেকে", "সম্ভব (?:হয়নি|হচ্ছে না|না)",
);

/** Thanks, praise, and what came of somebody's help. */
export const kind = words(
  "thank(?:s|ful)?(?! to)", "thank you", "appreciat\\w+", "grateful", "glad", "happy", "pleased", "great", "well done", "congratulations", "early", "earlier than", "ahead", "faster", "quick(?:ly)?", "saved", "help(?:s|ed|ful)", "easier", "lovely", "excellent", "good (?:idea|point|eye|catch|question)", "right",
  "ধন্যবাদ", "কৃতজ্ঞ[\\p{L}\\p{M}]*", "অভিনন্দন", "খুশি", "আগেই শেষ", "আগে শেষ", "দ্রুত", "সহজ", "চমৎকার", "সুন্দর", "ঠিকই", "উপকার", "সম্ভব হয়েছে", "সম্ভব হলো",
);

export const ifClause = words(
  "if", "unless", "in case", "until", "till", "whether", "whenever", "once", "as long as", "as soon as", "should you", "before", "by the time", "when", "that way", "so that",
  "যদি", "যখন", "হলে", "থাকলে", "চাইলে", "নাকি",
);

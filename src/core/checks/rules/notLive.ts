import { isBlank, isHeading, isListLine } from "../../drafting/lines";
import { traceLines } from "../../drafting/trace";
import type { DraftItem } from "../../drafting/draft";
import type { CheckInput } from "../input";
import { moveTo } from "../find/moveLine";
import { has, words } from "../find/patterns";
import { defineRule, type Found } from "../finding";
import type { Part } from "../reading";

// A client who looks for what is called live and does not find it trusts no line after that. Source: our first promise, that
// nothing is claimed done that is not; how far the work is, git says.

const live = words("(?:is|are|went|goes|gone|now|already) (?:now |already |all )?(?:live|online|in production)", "live (?:now|for|since|on your|already)", "(?:has|have) (?:been )?(?:launched|released|gone live)", "released to (?:your|all)", "in production", "customers (?:are|can) (?:already )?(?:use|using)(?: it)?", "up and running", "rolled out", "switched on for", "(?:can|are|is) (?:all )?already(?: be| being)? (?:use|used|using|see|seen|try it out|work|working|book|buy|order|pay)\\w*", "(?:up|out|published|deployed|visible|posted|shipped|added|put)(?: \\w+){0,2} (?:on|to) (?:the|your) (?!test|staging|demo|preview|dev)(?:\\w+ )?(?:web ?site|site|shop|store|app store|play store|production|home ?page)", "(?:visitors|customers|users|guests|shoppers|members|clients|patients|students|readers|buyers|staff|team)(?: \\w+)? already (?:see|use|have|get|find|book|pay|enjoy|order|work|using|seeing)", "(?:everyone|everybody|all of your \\w+|all your \\w+) (?:has|have|is using|are using|can use|gets?) (?:it|this|that|them)(?: \\w+)?", "(?:সবাই|সকলে|সব [\\p{L}\\p{M}]+) (?:এখন |এখনই |ইতিমধ্যে )?(?:[\\p{L}\\p{M}]+ ){0,2}(?:পাচ্ছেন|করছেন|দেখছেন|চালাচ্ছেন)", "deployed to (?!staging|test|the (?:test|staging))\\w+(?: \\w+)?", "(?:went|gone|going) (?:out|public) (?:to|for) (?:all|every\\w*|your)(?: \\w+)?", "লাইভ(?:ে)?(?! (?:স্কোর|চ্যাট|ভিডিও|স্ট্রিম|ক্লাস|টিভি|ম্যাপ|সাপোর্ট|ট্র্যাকিং|হবে|যাবে|করব|হওয়ার|করার))", "(?<!টেস্ট |পরীক্ষামূলক |ডেমো |স্টেজিং )(?:ওয়েবসাইটে|সাইটে|প্রোডাকশনে|প্লে স্টোরে|অ্যাপ স্টোরে|আসল সাইটে|মূল সাইটে) (?:তুলে (?:দিয়েছি|দেওয়া|ফেলেছি)|তুলেছি|উঠে গেছে|উঠেছে|দিয়ে দিয়েছি|দেখা যাচ্ছে|চলে গেছে|বসে গেছে)[\\p{L}\\p{M} ]*", "(?:ক্রেতা|গ্রাহক|অতিথি|সদস্য|শিক্ষার্থী|রোগী|ব্যবহারকারী|ভিজিটর)(?:রা|েরা|বৃন্দ)? (?:[\\p{L}\\p{M}]+ ){0,3}(?:এখনই|ইতিমধ্যে|এরই মধ্যে|এখন থেকেই) (?:[\\p{L}\\p{M}]+ ){0,2}(?:পাচ্ছেন|দেখছেন|করছেন)", "চালু(?! (?:হবে|করব|করা হবে|হওয়ার|করার|করতে|হতে|রাখ))", "লাইভ(?:ে)? (?:আছে|হয়েছে|করেছি)", "(?:out(?: there| in the open)?|available|open(?:ed)?|enabled|accessible|published|usable|switched on|turned on|works?|working)(?: now| already| today)? (?:for|to) (?:everyone|everybody|every \\w+|all(?: \\w+){0,2}|the public|your (?:\\w+ )?(?:customers|users|visitors|guests|clients|patients|members))", "by (?:everyone|everybody|anyone|all(?: \\w+){0,2}) (?:now|today|as of|from|since)", "as of (?:today|now|this (?:morning|week))", "আজ থেকে (?:সবাই|সব |ক্রেতারা|গ্রাহকেরা|যে কেউ)[\\p{L}\\p{M}]*", "(?:সবার|সকলের|সব \\S+|ক্রেতাদের|গ্রাহকদের) জন্য (?:খুলে|উন্মুক্ত|ছেড়ে|খোলা)[\\p{L}\\p{M} ]*", "উন্মুক্ত (?:করেছি|হয়েছে|আছে)", "প্রকাশ (?:করেছি|পেয়েছে|করে দিয়েছি)", "চালু (?:আছে|হয়েছে|করেছি|করে দিয়েছি|হয়ে গেছে)", "এখন চালু", "(?:এখন ?থেকেই|এখনই|ইতিমধ্যে|ইতোমধ্যে|এরই মধ্যে) (?:[\\p{L}\\p{M}]+ ){0,2}(?:ব্যবহার (?:করছেন|করতে পারছেন|করা যাচ্ছে)|পাচ্ছেন|দেখতে পাচ্ছেন|কাজে লাগাচ্ছেন)");
/** Said of the whole; "the first screen is ready" is said of a part. */
const finished = words("(?:completely|fully|entirely|totally|100 ?%|all) (?:finished|done|complete|completed|ready|built)", "(?:পুরোপুরি|সম্পূর্ণ|একদম|একেবারে|পুরোটাই|সবটুকু|শতভাগ) (?:শেষ|তৈরি|সম্পন্ন|প্রস্তুত|হয়ে গেছে)[\\p{L}\\p{M}]*");
const liveHeading = /\blive\b|\bin production\b|\b(?:published|released|launched|rolled out)\b|\bon (?:the|your) (?:web ?)?site\b|চালু আছে|চালু হয়েছে|লাইভ|প্রকাশিত|ওয়েবসাইটে/iu;
const notYet = /\bnot (?:yet )?live\b|এখনো চালু (?:হয়নি|নেই|নয়)/iu;
const readyHeading = /\bready\b|to try|প্রস্তুত|জমা/iu;

type Claim = "live" | "ready" | undefined;

export const notLive = defineRule({
  id: "notLive",
  level: "error",
  find: (input) => {
    const { reading, provenance } = input;
    if (provenance.items.length === 0) return [];
    const byId = new Map(provenance.items.map((item) => [item.id, item]));
    return [...traceLines(provenance, reading.original)].flatMap(([at, ids]): readonly Found[] => {
      const line = reading.lines[at];
      const items = ids.flatMap((id) => byId.get(id) ?? []);
      return line === undefined ? [] : claimed(line, at, items, headingOver(input, at), input);
    });
  },
});

function claimed(line: Part, at: number, items: readonly DraftItem[], heading: Claim, input: CheckInput): readonly Found[] {
  const said: Claim = has(line.text, live) ? "live" : (heading ?? (has(line.text, finished) ? "ready" : undefined));
  const worst = items.some(({ standing }) => standing === "inProgress") ? "inProgress" : items.some(({ standing }) => standing === "ready") ? "ready" : "live";
  if (said === undefined || worst === "live" || (said === "ready" && worst === "ready")) return [];
  const range = input.reading.range(line.start, line.end);
  // Where the line's own words claim it, another place does not help.
  const move = heading !== undefined && !has(line.text, live) && !has(line.text, finished) ? moveTo(worst, at, input) : undefined;
  return [{ range, ...(move && { fixes: [move] }), message: { id: worst === "ready" ? "check.notLive.ready" : "check.notLive.inProgress" } }];
}

/** What the heading over a line calls its work: a heading as such, or a line that opens a list, "The following went live today:". */
function headingOver({ reading, provenance: { headings } }: CheckInput, at: number): Claim {
  const above = reading.lines.slice(0, at);
  const opening = isListLine(reading.lines[at]?.text ?? "") ? above.findLast(({ text }) => !isListLine(text) && !isBlank(text))?.text : undefined;
  if (opening !== undefined && !isHeading(opening) && /[:：]\s*$/.test(opening)) return has(opening, live) && !notYet.test(opening) ? "live" : undefined;
  const over = above.findLast(({ text }) => isHeading(text))?.text;
  if (over === undefined) return undefined;
  // Our own headings first: "Finished, not live yet" has the word in it.
  if (over.trim() === headings?.live.trim()) return "live";
  if (over.trim() === headings?.ready.trim() || notYet.test(over)) return "ready";
  if (liveHeading.test(over)) return "live";
  return readyHeading.test(over) ? "ready" : undefined;
}

import { isHeading } from "../../drafting/lines";
import { traceLines } from "../../drafting/trace";
import type { DraftItem } from "../../drafting/draft";
import type { CheckInput } from "../input";
import { has, words } from "../find/patterns";
import { defineRule, type Found } from "../finding";
import type { Part } from "../reading";

// A client who looks for what is called live and does not find it trusts no line after that. Source: our first promise, that
// nothing is claimed done that is not; how far the work is, git says.

const live = words("(?:is|are|went|goes|gone|now|already) (?:now |already |all )?(?:live|online|in production)", "live (?:now|for|since|on your|already)", "(?:has|have) (?:been )?(?:launched|released|gone live)", "released to (?:your|all)", "in production", "customers (?:are|can) (?:already )?(?:use|using)(?: it)?", "up and running", "rolled out", "switched on for", "customers can already", "লাইভ", "চালু(?! (?:হবে|করব|করা হবে|হওয়ার|করার|করতে|হতে|রাখ))", "লাইভ(?:ে)? (?:আছে|হয়েছে|করেছি)", "চালু (?:আছে|হয়েছে|করেছি|করে দিয়েছি|হয়ে গেছে)", "এখন চালু");
const liveHeading = /\blive\b|চালু আছে|লাইভ/iu;
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
      return line === undefined ? [] : claimed(line, items, headingOver(input, at), input);
    });
  },
});

function claimed(line: Part, items: readonly DraftItem[], heading: Claim, { reading }: CheckInput): readonly Found[] {
  const said: Claim = has(line.text, live) ? "live" : heading;
  const worst = items.some(({ standing }) => standing === "inProgress") ? "inProgress" : items.some(({ standing }) => standing === "ready") ? "ready" : "live";
  if (said === undefined || worst === "live" || (said === "ready" && worst === "ready")) return [];
  const range = reading.range(line.start, line.end);
  return [{ range, message: { id: worst === "ready" ? "check.notLive.ready" : "check.notLive.inProgress" } }];
}

/** What the heading over a line calls its work. */
function headingOver({ reading, provenance: { headings } }: CheckInput, at: number): Claim {
  const over = reading.lines.slice(0, at).findLast(({ text }) => isHeading(text))?.text;
  if (over === undefined) return undefined;
  // Our own headings first: "Finished, not live yet" has the word in it.
  if (over.trim() === headings?.live.trim()) return "live";
  if (over.trim() === headings?.ready.trim() || notYet.test(over)) return "ready";
  if (liveHeading.test(over)) return "live";
  return readyHeading.test(over) ? "ready" : undefined;
}

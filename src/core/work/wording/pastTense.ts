import { behaviour, doneOnce, leadingVerb, nounAfter, surely, takesTo, verbBefore } from "./firstVerb";
import { alsoNow, alsoOngoing, alsoPast } from "./joinedVerbs";
import { isPast, verbOf, verbOfPast } from "./verbs";

const nounAfterSupport = /^(?:page|ticket|tickets|team|email|form|chat|link|request|requests|desk|contact|window|section)$/i;
/** "Lazy load images", "Double submit": the first word says how. */
const manner = /^(?:lazy|double|auto|force)$/i;
/** "Run the reminders every hour" */
const isRepeated = /^runs? .*\b(?:every|hourly|daily|nightly|weekly)\b/i;
const adverb = /^(?:also|properly|correctly|automatically|better|really|actually|finally|fully|temporarily|temporary|slightly|silently|explicitly|consistently|safely|gracefully)$/i;

/** "Allow customers to pay with bKash": what they can do now is the news. */
const allowed = /^(?:(?:allow|enable|permit|let)s? ((?:(?:the|all|any|more) )?[a-z]+s|everyone) to|lets? ((?:(?:the|all|any|more) )?[a-z]+s|everyone)) ([a-z]+) (.+)$/i;
/** "Allow to filter by date" */
const allowedTo = /^(?:allow|enable|permit)s? to$/i;

function whatTheyCan(text: string, words: readonly string[]): string | undefined {
  const [, allowedOnes, letOnes, does = "", rest = ""] = allowed.exec(text) ?? [];
  const who = allowedOnes ?? (verbOf(does) && letOnes);
  // "…, fix the total": what else was done is told in the past.
  const more = words.slice(1);
  return who === undefined || /(?: and|[,;&]) fix/i.test(rest) || alsoPast(more).some((word, at) => word !== more[at]) ? undefined : `${who} can ${does} ${rest}`;
}

/**
 * "Add search" → "Added search". Only a first word that is surely a verb is touched, and the word after "and" where it is
 * surely another one; everything else stays as it was written.
 * @param text English, without prefixes
 */
export function pastTense(text: string): string {
  const words = text.split(" ");
  const [first = "", second = "", third = ""] = words;

  const not = /^(?:don['’]?t|never)$/i.test(first) ? 1 : /^do$/i.test(first) && /^not$/i.test(second) ? 2 : 0;
  if (not > 0) {
    if (/ing$/i.test(words[not] ?? "")) return text;
    const at = manner.test(words[not] ?? "") && verbOf(words[not + 1] ?? "") ? not + 1 : not;
    const verb = verbOf(words[at] ?? "");
    return verb ? ["No longer", ...words.slice(not, at), verb.third, ...words.slice(at + 1)].join(" ") : text;
  }
  if (manner.test(first) && third !== "" && !nounAfter.test(third)) {
    const verb = verbOf(second);
    if (verb) return ["Now", first.toLowerCase(), verb.third, ...alsoNow(words.slice(2))].join(" ");
    // "Force the client's country"
    if (!/^force$/i.test(first)) return text;
  }
  if (allowedTo.test(`${first} ${second}`)) {
    const verb = verbOf(third);
    return verb ? ["Allowed", verb.gerund, ...words.slice(3)].join(" ") : text;
  }
  if (/^(?:always|only)$/i.test(first)) {
    const verb = verbOf(second);
    return verb && !nounAfter.test(third) ? ["Now", first.toLowerCase(), verb.third, ...words.slice(2)].join(" ") : text;
  }
  if (adverb.test(first)) {
    const verb = surely(second, third) ?? (/ly$/i.test(first) && third !== "" && !nounAfter.test(third) && !/s$/i.test(second) ? verbOf(second) : undefined);
    return verb ? [/^temporary$/i.test(first) ? "Temporarily" : first, verb.past, ...alsoPast(words.slice(2))].join(" ") : text;
  }
  if (/^supports?$/i.test(first) && second !== "" && !nounAfter.test(second) && !nounAfterSupport.test(second)) {
    return ["Added support for", ...words.slice(1)].join(" ");
  }
  // "Save/export the list"
  const [one, other, ...more] = first.split("/").map((each) => verbOf(each));
  if (one && other && more.length === 0 && second !== "" && !nounAfter.test(second) && (!one.weak || !other.weak || verbBefore.test(second))) return [`${one.past}/${other.past}`, ...words.slice(1)].join(" ");
  const able = /^(?:allow|enable|permit|let)/i.test(first) ? whatTheyCan(text, words) : undefined;
  if (able !== undefined) return able;
  const verb = leadingVerb(first, second, third);
  if (!verb || isSubject(words)) return text;
  if (behaviour.test(first.replace(/ing$/i, "")) || behaviour.test(first.replace(/ing$/i, "e")) || behaviour.test(first) ? !/^out$/i.test(second) && !doneOnce.test(text) : isRepeated.test(text)) return ["Now", verb.third, ...alsoNow(words.slice(1))].join(" ");
  return [verb.past, ...alsoPast(words.slice(1), takesTo.test(first))].join(" ");
}

/**
 * "Add search" and "Added search" → "Adding search": what is not finished is not told as if it were. Whatever does not begin
 * with a verb stays as it was written.
 */
export function ongoing(text: string): string {
  const words = text.split(" ");
  const [first = "", second = "", third = ""] = words;
  if (/^supports?$/i.test(first) && second !== "" && !nounAfter.test(second) && !nounAfterSupport.test(second)) return ["Adding support for", ...words.slice(1)].join(" ");
  if (/^(?:don['’]?t|never)$/i.test(first)) {
    const stopped = verbOf(second);
    return stopped ? ["No longer", stopped.gerund, ...words.slice(2)].join(" ") : text;
  }
  if (/^(?:always|only)$/i.test(first) || adverb.test(first)) {
    const verb = surely(second, third) ?? (third === "" ? undefined : verbOfPast(second));
    return verb ? [first, verb.gerund, ...alsoOngoing(words.slice(2))].join(" ") : text;
  }
  const verb = leadingVerb(first, second, third) ?? (second === "" ? undefined : verbOfPast(first));
  return verb ? [verb.gerund, ...alsoOngoing(words.slice(1))].join(" ") : text;
}

/** "Undoing an invoice makes it a draft again": what looks like a verb is what the sentence is about. */
function isSubject([first = "", ...rest]: readonly string[]): boolean {
  // "Work that is finished", "Leave that was told": not as in "Ensure that orders are kept".
  if (/^that (?:is|are|was|were|has|had|can|cannot|could|changes|changed|failed)$/i.test(rest.slice(0, 2).join(" "))) return true;
  if (!/ing$/i.test(first)) return false;
  const verb = rest.findIndex((word, at) => /^(?:is|are|was|were|can|doesn['’]?t|now|says|makes|means|needs)$/.test(word) || (at > 0 && /[^s]s$/.test(word) && verbOf(word)?.weak === false));
  return verb >= 0 && !rest.slice(0, verb).some((word) => /^(?:that|which|who|when|if|where|while|because|as|so|sure|how|what|until|after|before|and|or)$/i.test(word));
}

/** True when a sentence about it can begin with this: it already tells what was done. */
export const tellsWhatWasDone = (text: string): boolean => isPast(text.split(" ")[0] ?? "") || /^(?:\S+ly|also|now|no longer) /i.test(text);

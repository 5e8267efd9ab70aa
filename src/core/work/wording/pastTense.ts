import { readyNow } from "../patterns";
import { isPast, verbOf, verbOfPast, type Verb } from "./verbs";

/** After these a verb's form is a noun: "Fix for the login page", "Update button does nothing". */
const nounAfter =
  /^(?:to|for|of|is|are|was|were|has|had|have|does|doesn['’]?t|do|did|isn['’]?t|can|can['’]?t|cannot|could|will|won['’]?t|would|should|must|not|now|no|fails?|failed|works?|[-–—:|=])$/i;
const nounAfterSupport = /^(?:page|ticket|tickets|team|email|form|chat|link|request|requests|desk|contact|window|section)$/i;
/** With these verbs "to" leads to an object: "Move to the new layout". */
const takesTo = /^(?:mov|renam|switch|migrat|convert|upgrad|revert|go|return|adapt|limit|connect|redirect|forward|listen|respond|chang)/i;
/** Before these even a weak verb is one: "Import the orders". */
const verbBefore =
  /^(?:the|a|an|all|any|each|every|both|some|more|only|their|its|it|them|your|our|his|her|this|that|these|those|also|existing|multiple|different|several|new|correct|proper|full|missing|additional|if|whether|when|where|how|up|out|as|by|into|against)$/i;
const adverb = /^(?:also|properly|correctly|automatically|better|really|actually|finally|fully|temporarily|slightly|silently|explicitly|consistently|safely|gracefully)$/i;

/** Small words tell languages apart that share first words ("Remove campo…"). Those that several share are in neither list. */
const english = new Set("the an to of for and with when on from by not if is are all it its be can this that after before into only than more once while because their them they your our we were has have does don't doesn't can't should between without".split(" "));
const other = new Set(
  ("de da do das dos del di du des el la los las le les il lo gli para por pelo pela que não nao com con avec un une uma um una na nas nos ao aos en em pour dans und der die das den " +
    "für fur mit von nicht e y et och för met het een voor bij untuk dan yang dengan beim zum zur vom auf eine einen wird wurde wurden oder nach über sur aux dont cette cuando desde hasta " +
    "sobre está são im pada halaman tampilan nel nella della sono ve ile için icin " +
    // Bangla in Latin letters
    "korlam korsi korchi korechi kora korte kore korle holo hoise hoyeche hocche hoyese theke jonno diye niye notun thik jog dilam disi").split(" "),
);

/** How many small words of English, and of other languages that are written alike, a text has. Quoted words do not count. */
export function smallWords(text: string): { readonly english: number; readonly other: number } {
  return counted(unquoted(text));
}

function counted(letters: string): ReturnType<typeof smallWords> {
  const counts = { english: 0, other: 0 };
  const lower = letters.toLowerCase();
  for (const word of /[^\S ]/.test(lower) ? lower.split(/\s+/) : lower.split(" ")) {
    if (english.has(word)) counts.english++;
    else if (other.has(word)) counts.other++;
  }
  return counts;
}

/** Without what is quoted, and without the codes of languages: "da_DK", "pt-BR". */
const unquoted = (text: string): string =>
  /["“«]|[a-z]{2}[ _-][A-Z]{2}/.test(text) ? text.replace(/["“«][^"”»]*["”»]|(?<![A-Za-z])[a-z]{2}[ _-][A-Z]{2}(?![A-Za-z])/gu, " ") : text;
const ascii = /^[ -~]*$/;

/** "yes" and "no" need evidence: "Update plugin" is both English and Dutch. */
export function englishOf(text: string): "yes" | "no" | "unknown" {
  const letters = unquoted(text);
  const { english: own, other: words } = letters === text ? counted(text) : smallWords(letters);
  const foreign = words + (!ascii.test(letters) && (/[^\p{Script=Latin}\P{L}]/u.test(letters) || /\p{L}/u.test(letters.replace(/[A-Za-z]/g, ""))) ? 1 : 0);
  return own > 0 && own >= foreign ? "yes" : foreign > 0 ? "no" : "unknown";
}

/** "Allow customers to pay with bKash": what they can do now is the news. */
const allowed = /^(?:(?:allow|enable|permit)s? ((?:(?:the|all|any|more) )?[a-z]+s|everyone) to|lets? ((?:(?:the|all|any|more) )?[a-z]+s|everyone)) ([a-z]+) (.+)$/i;

function whatTheyCan(text: string, words: readonly string[]): string | undefined {
  const [, allowedOnes, letOnes, does = "", rest = ""] = readyNow(allowed).exec(text) ?? [];
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
    const verb = verbOf(words[not] ?? "");
    return verb ? ["No longer", verb.third, ...words.slice(not + 1)].join(" ") : text;
  }
  if (/^(?:always|only)$/i.test(first)) {
    const verb = verbOf(second);
    return verb && !nounAfter.test(third) ? ["Now", first.toLowerCase(), verb.third, ...words.slice(2)].join(" ") : text;
  }
  if (adverb.test(first)) {
    const verb = surely(second, third);
    return verb ? [first, verb.past, ...alsoPast(words.slice(2))].join(" ") : text;
  }
  if (/^supports?$/i.test(first) && second !== "" && !nounAfter.test(second) && !nounAfterSupport.test(second)) {
    return ["Added support for", ...words.slice(1)].join(" ");
  }
  // "Save/export the list"
  const [one, other, ...more] = first.split("/").map((each) => verbOf(each));
  if (one && other && more.length === 0 && second !== "" && !nounAfter.test(second) && (!one.weak || !other.weak || verbBefore.test(second))) return [`${one.past}/${other.past}`, ...words.slice(1)].join(" ");
  const able = /^(?:allow|enable|permit|let)/i.test(first) ? whatTheyCan(text, words) : undefined;
  if (able !== undefined) return able;
  const verb = surely(first, second) ?? (isArranging(first, second, third) ? verbOf(first) : undefined);
  if (!verb) return text;
  // "Sent a reminder" would say that I did. What the product does from now on stands in the present.
  if (readyNow(behaviour).test(first)) return ["Now", verb.third, ...alsoPast(words.slice(1))].join(" ");
  return [verb.past, ...alsoPast(words.slice(1))].join(" ");
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
  const verb = surely(first, second) ?? (isArranging(first, second, third) ? verbOf(first) : second === "" ? undefined : verbOfPast(first));
  return verb ? [verb.gerund, ...alsoOngoing(words.slice(1))].join(" ") : text;
}

/** True when a sentence about it can begin with this: it already tells what was done. */
export const tellsWhatWasDone = (text: string): boolean => isPast(text.split(" ")[0] ?? "") || /^(?:\S+ly|also|now|no longer) /i.test(text);

const behaviour = /^(?:use|send|show|display|hide|sort|filter|group|list|order|rank|load|keep|remember|ignore|skip|return|notify|warn|remind|ask|redirect|require|respect|prefer|detect|highlight|prefill|generate|calculate|validate|verify|open|close|save|autosave|store|fetch|play|scroll|focus|trim|retry|refresh|reload|reject|accept|block|escape|sanitize|sanitise|prioriti[sz]e|wrap|truncate|paginate|cancel|count)s?$/i;

function surely(word: string, next: string): Verb | undefined {
  const verb = verbOf(word);
  if (!verb || next === "" || isName(word, next) || (readyNow(nounAfter).test(next) && !(/^to$/i.test(next) && takesTo.test(word)))) return undefined;
  return verb.weak && !verbBefore.test(next) ? undefined : verb;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));
/** Behind these verbs, each of these makes a name: "redirect loop", "save button", "load improvements", "changes requested by Sara". */
const names: readonly (readonly [verbs: ReadonlySet<string>, nouns: ReadonlySet<string>])[] = [
  [
    setOf("redirect save load reload send import export upload download delete render parse connect install register submit convert print sync build compile deploy encode decode resize validate play scroll focus start run migrate process align scale wrap"),
    setOf("loop loops error errors issue issues problem problems bug bugs crash crashes failure failures glitch glitches leak leaks timeout timeouts"),
  ],
  // "Display error messages" is what the product does.
  [setOf("display"), setOf("issue issues problem problems bug bugs glitch glitches")],
  [
    setOf("save send submit register share cancel close apply deploy select confirm edit approve reject accept invite connect sync refresh reset retry undo redo get start stop run verify build update create install setup release migrate"),
    setOf("button buttons form forms link links dialog dialogs modal modals popup popups pop-up pop-ups script scripts icon icons screen screens"),
  ],
  [setOf("load display delay cut release run save sync reset refresh process cancel return scroll render"), setOf("optimization optimizations optimisation optimisations improvement improvements calculation calculations integration integrations handling management fix fixes")],
  [setOf("changes fixes updates improvements tweaks moves adds"), setOf("requested made needed required suggested proposed asked wanted found mentioned discussed agreed from after during round before")],
  [setOf("remember"), setOf("me")],
];
const secondOfName = new Set(names.flatMap(([, nouns]) => [...nouns]));

function isName(word: string, next: string): boolean {
  const [verb, noun] = [word.toLowerCase(), next.toLowerCase()];
  if (verb === "speed") return noun !== "up";
  return secondOfName.has(noun) && names.some(([verbs, nouns]) => verbs.has(verb) && nouns.has(noun));
}

/** "Sort doctors by name" is what the product does; "Sort options by name" and "Search results by price" are things. */
const arranges = /^(?:sort|filter|group|list|order|rank)$/i;
const partOfCompound = /^(?:options|fields|criteria|keys|buttons|functions|icons|menus|boxes|types|settings|rules|chips|headers|values|states|sets|panels|labels|controls)$/i;
/** "Order numbers", "list views", "filter terms": these three are as often the first half of a name. */
const partOfName = /^(?:results|numbers|names|totals|dates|pages|forms|links|views|lists|bars|terms|queries|items|limits|counts|ids|emails|lines|details)$/i;
const isArranging = (word: string, next: string, after: string): boolean =>
  arranges.test(word) && /[^su]s$/i.test(next) && !partOfCompound.test(next) && !(/^(?:order|list|filter)$/i.test(word) && partOfName.test(next)) && /^by$/i.test(after);

/** Verbs that are nothing else, so that "search and filter" is left alone. */
const plainVerbs =
  /^(?:add|fix|remove|improve|allow|make|hide|prevent|ensure|enable|disable|avoid|replace|rename|create|correct|introduce|implement|delete|adjust|update|reduce|increase|resolve|restore)(?:e?s)?$|^simplif(?:y|ies)$/i;
const alsoPast = (rest: readonly string[]): readonly string[] => alsoIn(rest, ({ past }) => past);
/** "and fixed the total" as well: what was done so far is part of what is not finished. */
const alsoOngoing = (rest: readonly string[]): readonly string[] =>
  alsoIn(
    rest.map((word, at) => (verbBefore.test(rest[at + 1] ?? "") && isJoined(rest, at) ? (verbOfPast(word)?.gerund ?? word) : word)),
    ({ gerund }) => gerund,
  );

const joins = (word: string): boolean => word === "and" || word === "&" || word === "then" || word.endsWith(",") || word.endsWith(";");
const isJoined = (rest: readonly string[], at: number): boolean => joins(rest[at - 1] ?? "");

function alsoIn(rest: readonly string[], form: (verb: Verb) => string): readonly string[] {
  if (!rest.some(joins)) return rest;
  return rest.map((word, index) => {
    const next = rest[index + 1];
    if (next === undefined || !isJoined(rest, index)) return word;
    // "to add and remove": an infinitive goes on after its "and".
    const from = Math.max(0, index - 6);
    const infinitive = rest
      .slice(from, index)
      .some((before, at) => /^(?:can|cannot|could|should|will|must|not|let)$/i.test(before) || (/^to$/i.test(before) && !verbBefore.test(rest[from + at + 1] ?? "")));
    if (infinitive) return word;
    const verb = verbOf(word);
    return verb && word === word.toLowerCase() && verb.gerund !== word && (plainVerbs.test(word) || verbBefore.test(next)) ? form(verb) : word;
  });
}

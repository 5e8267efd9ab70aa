import { verbOf, type Verb } from "./verbs";

// English commits begin with a verb, or with a thing that looks like one: "Update button does nothing".

/** After these a verb's form is a noun: "Fix for the login page", "Update button does nothing". */
export const nounAfter =
  /^(?:to|for|of|is|are|was|were|has|had|have|does|doesn['’]?t|do|did|isn['’]?t|can|can['’]?t|cannot|could|will|won['’]?t|would|should|must|not|now|no|fails?|failed|works?|[-–—:|=])$/i;
/** With these verbs "to" leads to an object: "Move to the new layout". */
export const takesTo = /^(?:mov|renam|switch|migrat|convert|upgrad|revert|go|return|adapt|limit|connect|redirect|forward|listen|respond|chang)/i;
/** "Roll back the prices", "Slow down the carousel": with its particle a weak verb is one. */
const phrasal = /^(?:work on|roll (?:back|out|over)|slow down|hook (?:up|in|into)|beef up)$/i;
/** "Cater for leap years" */
const takesFor = /^cater/i;
/** Before these even a weak verb is one: "Import the orders". */
export const verbBefore =
  /^(?:the|a|an|all|any|each|every|both|some|more|only|their|its|it|them|your|our|his|her|this|that|these|those|also|existing|multiple|different|several|new|correct|proper|full|missing|additional|if|whether|when|where|how|up|out|as|by|into|against)$/i;

/** "List user's tickets" */
const isSomebodys = /^(?:user|client|customer|member|guest|admin|seller|buyer|visitor|student|patient|author|owner)s?['’]s?$/i;

/** The verb that this word surely is, in front of that one. */
export function surely(word: string, next: string): Verb | undefined {
  const verb = verbOf(word);
  if (!verb || next === "" || isName(word, next)) return undefined;
  if (/^(?:continue|start|resume) work$|^(?:retry|resend|skip|ignore|show|list|hide|delete|remove) failed$/i.test(`${word} ${next}`)) return verb;
  if (nounAfter.test(next) && !(/^work$/i.test(next) && /^(?:fix|add|improve|update|remove|show|hide)$/i.test(word)) && !(/^to$/i.test(next) && takesTo.test(word)) && !(/^for$/i.test(next) && takesFor.test(word))) return undefined;
  return verb.weak && !verbBefore.test(next) && !isSomebodys.test(next) && !phrasal.test(`${word} ${next}`) ? undefined : verb;
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
  [setOf("changes fixes updates improvements tweaks moves adds"), setOf("requested made needed required suggested proposed asked wanted found mentioned discussed agreed from after during round before in on at by to")],
  [setOf("remember"), setOf("me")],
  [setOf("forget"), setOf("password passwords")],
  [setOf("loading sending saving"), setOf("spinner spinners state states indicator indicators screen screens skeleton skeletons animation animations icon icons bar text message messages time times speed performance")],
  [setOf("highlight"), setOf("color colors colour colours style styles state reel video")],
  [setOf("building"), setOf("management block blocks name names number numbers plan plans")],
];
const secondOfName = new Set(names.flatMap(([, nouns]) => [...nouns]));

export function isName(word: string, next: string): boolean {
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

/** The verb that three words begin with, if they surely do. */
export const leadingVerb = (first: string, second: string, third: string): Verb | undefined => surely(first, second) ?? (isArranging(first, second, third) ? verbOf(first) : undefined);

/** What a product does from now on: "Sent a reminder" would say that I did. */
export const behaviour =
  /^(?:use|send|show|display|hide|sort|filter|group|list|order|rank|load|keep|remember|ignore|skip|return|notify|warn|remind|ask|redirect|require|respect|prefer|detect|highlight|prefill|generate|calculate|validate|verify|open|close|save|autosave|store|fetch|play|scroll|focus|trim|retry|refresh|reload|reject|accept|block|escape|sanitize|sanitise|prioriti[sz]e|wrap|truncate|paginate|cancel|count|export|print|email|cache|get|sync)s?$/i;
/** "Get rid of the banner", "Get the slider working": done once. */
export const doneOnce = /^gets? (?:rid|ready|started|done|back)\b|^gets? .*\b(?:working|to work|done|ready|running|right)\b/i;

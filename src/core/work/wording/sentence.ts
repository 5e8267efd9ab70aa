import { englishOf } from "../../language/englishOf";
import { upperFirst } from "../../language/sentences";
import { clip } from "./clip";
import { isNounPhrase } from "./nounPhrase";
import { fixedIn, mixesEnglish, otherLanguageWords, takenBackIn, unfinishedIn } from "./otherLanguages";
import { ongoing, pastTense, tellsWhatWasDone } from "./pastTense";
import { errorWords, withoutRawErrors } from "./rawErrors";
import { plainerWord, spelledOut } from "./replacements";
import { strip } from "./strip";
import { isPast, verbOf } from "./verbs";
import type { Message } from "../parse/message";

/** Words that the frame of an item may add; with verb forms and replacements the only ones that no author wrote. */
export const frameWords = [
  ..."took brought back an earlier change their they are worked on fixed fixing new in on now no longer uses can added adding support for temporarily ফিরিয়ে নেওয়া আনা হয়েছে".split(" "),
  ...errorWords,
  ...otherLanguageWords(),
];

/**
 * One line that a client can read, from the words of one message: a capital, a full stop, English imperatives in the past
 * tense, nothing that only developers understand. "" where nothing is left to say.
 * @param title without prefixes, on one line
 */
export function sentence(title: string, message: Pick<Message, "kind" | "label" | "component" | "spaced" | "foreign"> = {}, unfinished = false): string {
  const inPlainWords = quietly(strip(withoutRawErrors(spelledOut(title))));
  if (!/[A-Za-z0-9]/.test(inPlainWords) && !/[\p{L}\p{N}]/u.test(inPlainWords)) return "";
  const english = englishOf(inPlainWords);
  const inEnglish = english === "yes" || (english === "unknown" && message.foreign !== true);
  const isForeign = !inEnglish && !mixesEnglish(inPlainWords);
  const bare = isForeign && english === "no" ? quietly(strip(title, true)) : inPlainWords;
  const told = inEnglish ? (unfinished ? begin : tell)(bare, message, beginsWithCode(title)) : unfinished ? unfinishedIn(bare, message.kind === "fix") : message.kind === "fix" ? fixedIn(bare) : bare;
  if (message.component === undefined) return finish(told);
  const component = isForeign ? message.component : message.component.split(" ").map(plainerWord).join(" ");
  const framed = inEnglish ? /^(Fixed|New): (.+)$/.exec(told) : null;
  if (framed) return finish(`${framed[1] as string} ${onDevice.test(component) ? `on ${component.replace(/^(?:Mobile|Desktop|Tablet)/, (word) => word.toLowerCase())}` : `in ${component}`}: ${framed[2] as string}`);
  return finish(`${component}${isForeign && message.spaced ? " " : ""}: ${lowerFirst(told)}`);
}

const onDevice = /^(?:mobile|desktop|tablets?|ios|ipad|iphone|android|mac(?:os)?|windows|safari|chrome|firefox)\b/i;

/** An alarm among developers ("wrong address!!") is none to the client. */
const quietly = (text: string): string => (text.endsWith("!!") ? text.replace(/\s*!+$/, "") : text);

/** The user's own wording: theirs to the letter, with the marks of a sentence. */
export const ownSentence = (note: string): string => finish(note);

/**
 * A change that the client may know, undone.
 * @param isBack what was undone before is there again
 */
export function tookBack(what: string, isBack = false): string {
  const past = sentence(what);
  if (past === "") return "";
  // "Took back: now hides prices" would say what is so no longer.
  const told = !isBack && /^(?:Now|No longer) /.test(past) ? sentence(what, {}, true) : past;
  if (/\p{Script=Bengali}/u.test(told)) return `${isBack ? "ফিরিয়ে আনা হয়েছে" : "ফিরিয়ে নেওয়া হয়েছে"}: ${told}`;
  // There the words say themselves what is there again.
  const elsewhere = englishOf(told) === "no" ? (isBack ? told : takenBackIn(told)) : undefined;
  if (elsewhere !== undefined) return elsewhere;
  return `${isBack ? "Brought" : "Took"} back an earlier change: ${lowerFirst(told)}`;
}

/** "setUser drops the name": what was a name of the code has no verb in it, taken apart or not. */
const beginsWithCode = (title: string): boolean => /^\W{0,3}\w*(?:[a-z][A-Z]|\w_\w|\w::|\w->|\w\()/.test(title);

/** What an author is not sure of is no more than work on it: "Try to fix the slider", "Hopefully fixes the slider", "Another try at the slider". */
const hedged = /^(?:(?:(?:re)?try(?:ing)?|tried|attempt(?:ing|ed)?)(?: again| once more)? to|maybe|perhaps|possibly|probably|hopefully) (?=\S+ \S)/i;
const anotherTry = /^(?:another|one more|second|third|next|new|first|last) (?:try|attempt|go) (?:at|on|with) (?=\S)/i;

function workedOn(bare: string): string | undefined {
  if (anotherTry.test(bare)) return bare.replace(anotherTry, "Worked on ");
  const rest = bare.replace(hedged, "");
  if (rest === bare) return undefined;
  const doing = ongoing(rest);
  return doing === rest ? undefined : `Worked on ${lowerFirst(doing)}`;
}

/** "Users should be able to upload a photo", "As a user, I want to upload a photo, so that …" */
const shouldBeAble = /^((?:(?:the|an?|all|any|only) )?[a-z]+) should (?:now )?be able to (?=[a-z])/i;
const userStory = /^as (an? [a-z]+),? i (?:can|want to|would like to|should be able to|need to) (.+?)(?:,? so (?:that|i|they|we)\b.*)?$/i;

/** "Urgent fix for orders not saving" */
const fixFor = /^(?:(?:urgent|quick|small|minor|temporary|possible|hot)[ -])?fix(?:es)? for (?=\S)/i;

/** "The price now supports taxes" is no trouble that was fixed. */
const saysHowItIsNow = /\b(?:now|no longer)\b|\b(?:fixed|solved|resolved)[.!]?$/i;

type Said = Pick<Message, "kind" | "label">;

/** "Booking page done": that a line stands there says so. Not "80% done", nor "mark orders as done". */
const done = /^((?!not?\b)(?:(?!when|after|once|if|until|as|mark\w*|is|are|be|set|half|almost|nearly|partly|partially|mostly|not|and|&)[a-z'’-]+ ){1,5}?)(?:(?:is|are|now|all) )*(?:done|completed?|finished)[.!]*$/i;

function withoutDone(bare: string): string {
  const [, thing = ""] = done.exec(bare) ?? [];
  return thing === "" || verbOf(thing.split(" ", 1)[0] ?? "") || isPast(thing.split(" ", 1)[0] ?? "") ? bare : thing.trim();
}

function tell(words: string, { kind, label }: Said, isCode: boolean): string {
  const bare = /(?:done|completed?|finished)[.!]*$/i.test(words) ? withoutDone(words) : words;
  const hedge = workedOn(bare);
  if (hedge !== undefined) return hedge;
  const story = bare.replace(shouldBeAble, "$1 can ").replace(userStory, "$1 can $2");
  if (story !== bare) return /^as /i.test(bare) ? story.replace(/\bmy\b/gi, "their").replace(/\bI(?: a|['’])m\b/g, "they are").replace(/\bI\b/g, "they") : story;
  if (/^fix(?:es|ed)?: /i.test(bare)) return `Fixed: ${lowerFirst(bare.slice(bare.indexOf(":") + 2))}`;
  const repaired = bare.replace(fixFor, "");
  if (repaired !== bare && /\b(?:regression|issue|bug|error|problem|crash(?:es)?|glitch)\b/i.test(repaired)) return `Fixed ${repaired}`;
  if (repaired !== bare && /n['’]t\b|\bnot\b/i.test(repaired)) return `Fixed: ${lowerFirst(repaired)}`;
  const past = isCode ? bare : pastTense(bare);
  if (past !== bare || tellsWhatWasDone(past)) return past;
  // A type says what a noun does not: "feat: discount codes", "fix: blank page on Safari".
  const noun = isNounPhrase(past);
  if (kind === "feature" && noun) return `Added ${past}`;
  // Whether this is a verb nobody can tell: "feat: search products by name". Where another verb follows, it is a sentence.
  const [first = "", , ...rest] = past.split(" ");
  const said = kind === "feature" ? verbOf(first) : kind === undefined && /^add to /i.test(past);
  if (said && !rest.some((word) => verbOf(word)?.weak === false)) return `New: ${past.charAt(0).toLowerCase()}${past.slice(1)}`;
  if (kind === "improvement" && noun && /^(?:improve|enhance)/i.test(label ?? "")) return `Improved ${past}`;
  if (kind === "fix" && !/^fix/i.test(past) && !saysHowItIsNow.test(past)) return noun ? `Fixed ${past}` : `Fixed: ${lowerFirst(past)}`;
  return past;
}

/** What is not finished yet. */
function begin(bare: string, { kind, label }: Said, isCode: boolean): string {
  const doing = isCode ? bare : ongoing(bare);
  if (doing !== bare || !isNounPhrase(bare)) return doing;
  if (kind === "improvement" && /^(?:improve|enhance)/i.test(label ?? "")) return `Improving ${bare}`;
  return kind === "feature" ? `Adding ${bare}` : kind === "fix" ? `Fixing ${bare}` : bare;
}

function finish(text: string): string {
  const line = clip(text);
  return line === "" ? "" : fullStop(upperFirst(line));
}

/** Only an ordinary word: "API", "I" and names with more capitals keep theirs. */
export const lowerFirst = (text: string): string => (/^[A-Z][a-z]+(?:[\s,.:;!?]|$)/.test(text) && isOrdinary(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
const isOrdinary = (text: string): boolean => tellsWhatWasDone(text) || /^(?:Fixed|New):/.test(text) || /^[A-Z][a-z]+ing /.test(text) || /^(?:The|A|An|No|Not|Missing|Wrong|Broken|Incorrect|Crash(?:es)?|Freezes?|White|Black|Blank|Possible|Potential|When|Some|All|Now|Took|Can't|Cannot)\b/.test(text) || aThing.test(text);
/** What a subject about the product begins with most; a name ("Stripe fails") keeps its capital. */
const aThing =
  /^(?:Account|Amount|App|Banner|Booking|Button|Calendar|Cart|Chart|Checkout|Coupon|Currency|Customer|Dashboard|Date|Discount|Email|Field|File|Filter|Font|Footer|Form|Header|Icon|Image|Invoice|Item|Label|Link|List|Login|Logo|Menu|Message|Notification|Number|Order|Page|Password|Payment|Photo|Popup|Price|Product|Receipt|Report|Result|Screen|Search|Sidebar|Slider|Table|Text|Time|Title|Total|User|Video)s? /;

const ended = /(?:[.!?…।॥。！？؟۔։။]|[.!?…।。！？]["'”’»)\]」』])$/u;
/** The full stop of the script that the line ends in. Thai, Lao and Khmer put none after a single line. */
function fullStop(text: string): string {
  if (/[a-z]/i.test(text.at(-1) ?? "")) return `${text}.`;
  if (ended.test(text)) return text;
  const last = /\p{L}(?=\P{L}*$)/u.exec(text.slice(-40))?.[0] ?? "a";
  if (/[\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gurmukhi}\p{Script=Oriya}]/u.test(last)) return `${text}।`;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(last)) return `${text}。`;
  if (/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(last)) return text;
  return `${text}.`;
}

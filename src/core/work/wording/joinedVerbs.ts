import { behaviour, isName, nounAfter, verbBefore } from "./firstVerb";
import { verbOf, verbOfPast, type Verb } from "./verbs";

// The verbs behind "and", and behind commas.

/**
 * "… and fix the total" → "… and fixed the total"
 * @param rest the words behind the first verb
 * @param movesTo "to" behind that verb leads to an object
 */
export const alsoPast = (rest: readonly string[], movesTo = false): readonly string[] => alsoIn(rest, ({ past }) => past, movesTo);
/** "Now shows the total and hides the tax" */
export const alsoNow = (rest: readonly string[]): readonly string[] => alsoIn(rest, ({ past, third }, word) => (behaviour.test(word) ? third : past));
/** "and fixed the total" as well: what was done so far is part of what is not finished. */
export const alsoOngoing = (rest: readonly string[]): readonly string[] =>
  alsoIn(
    rest.map((word, at) => (verbBefore.test(rest[at + 1] ?? "") && isJoined(rest, at) ? (verbOfPast(word)?.gerund ?? word) : word)),
    ({ gerund }) => gerund,
  );

/** Verbs that are nothing else, so that "search and filter" is left alone. */
const plainVerbs =
  /^(?:add|fix|remove|improve|allow|make|hide|prevent|ensure|enable|disable|avoid|replace|rename|create|correct|introduce|implement|delete|adjust|update|reduce|increase|resolve|restore)(?:e?s)?$|^simplif(?:y|ies)$/i;
const joins = (word: string): boolean => word === "and" || word === "&" || word === "then" || word.endsWith(",") || word.endsWith(";");
const isJoined = (rest: readonly string[], at: number): boolean => joins(rest[at - 1] ?? "");

/** Verbs that name what something on the screen is for, and such things: "a login page and delete button". */
const namesControls =
  /^(?:submit|save|delete|edit|update|create|register|cancel|confirm|toggle|close|share|send|reset|retry|undo|redo|start|stop|reload|show|hide|load|select|apply|open|add|remove|read|write|accept|reject|approve|decline|swap|sync|restore|install|upgrade|connect|invite|subscribe|unsubscribe|verify)$/i;
const control =
  /^(?:button|link|form|icon|page|screen|dialog|modal|menu|option|action|field|bar|state|view|flow|feature|support|logic|handler|switch|count|list|panel|popup|message|notification|email|animation|effect|time|date|rate|history|status|mode|method|function|endpoint|permission|right|access|event)s?$/i;
/** "Update menu" is work, "delete button" a thing. */
const pressed = /^(?:button|link|icon|dialog|modal|popup|form|endpoint|permission)s?$/i;

/** True where the word behind "and" or a comma is surely another verb: not in "edit and delete buttons", nor in "sort and filter". */
function isAnother(rest: readonly string[], at: number): boolean {
  const [word = "", next = ""] = rest.slice(at);
  const before = (rest[at - 1] ?? "").replace(/[,;]$/, "");
  const previous = /^(?:and|&|then)$/.test(before) ? at - 2 : at - 1;
  // "sign in & sign up"
  if (/^(?:sign|log)$/i.test(word) && /^(?:in|up|out|off|on)$/i.test(next) && /^(?:in|up|out|off|on)$/i.test(rest[previous] ?? "")) return false;
  if (verbBefore.test(next)) return true;
  if (previous === 0 && verbOf((rest[0] ?? "").replace(/[,;]$/, ""))?.weak === false) return false;
  if (plainVerbs.test(word)) return !(namesControls.test(word) && pressed.test(next));
  if (namesControls.test(word) && control.test(next)) return false;
  return verbOf(word)?.weak === false && !nounAfter.test(next) && !isName(word, next) && !joins(next);
}

function alsoIn(rest: readonly string[], form: (verb: Verb, word: string) => string, movesTo = false): readonly string[] {
  if (!rest.some(joins)) return rest;
  return rest.map((word, index) => {
    const next = rest[index + 1];
    if (next === undefined || !isJoined(rest, index)) return word;
    // "to add and remove": an infinitive goes on after its "and".
    const from = Math.max(0, index - 6);
    const infinitive = rest
      .slice(from, index)
      .some((before, at) => /^(?:can|cannot|could|should|will|must|not|let)$/i.test(before) || (/^to$/i.test(before) && leadsToVerb(rest[from + at + 1] ?? "", movesTo)));
    if (infinitive) return word;
    const verb = verbOf(word);
    return verb && word === word.toLowerCase() && verb.gerund !== word && isAnother(rest, index) ? form(verb, word) : word;
  });
}

/** "to add", but not "to the top", nor "Rename Orders to Bookings". */
const leadsToVerb = (next: string, movesTo: boolean): boolean => !verbBefore.test(next) && (verbOf(next) !== undefined || (!movesTo && /^[a-z]/.test(next)));

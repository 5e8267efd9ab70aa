import { scriptOf } from "./script";

const ended = /[.!?।…:;。！？؟۔።]["'”’)\]」』]*$/u;
const endsWithAddress = /(?:https?:\/\/|www\.)\S*$/iu;

/** The first word holds a mark inside, as addresses and file names do. */
const technical = /^\S*[\w/][.@/:_\\]\w/;

/** Not where the second letter is a capital ("iPhone", "bKash"), and only where one letter becomes one. */
export function upperFirst(text: string): string {
  if (/^[a-z][^A-Z\u0080-\uffff]/.test(text)) return text.charAt(0).toUpperCase() + text.slice(1);
  const [first = ""] = text;
  const rest = text.slice(first.length);
  const upper = first.toUpperCase();
  return /^\p{Lu}/u.test(rest) || upper.toLowerCase() !== first || upper.length !== first.length ? text : upper + rest;
}

/** Begins like a sentence, as people mean it who type without capitals; an address stays as it is. */
export const beginSentence = (text: string): string => (technical.test(text) ? text : upperFirst(text));

/**
 * The text with a mark at its end, unless it has one: a full stop or a দাঁড়ি by the letters it is written in. None touches a
 * web address, which it would become a part of.
 */
export function endSentence(text: string, mark: string = scriptOf(text) === "bn" ? "।" : "."): string {
  return ended.test(text) || endsWithAddress.test(text) ? text : `${text}${mark}`;
}

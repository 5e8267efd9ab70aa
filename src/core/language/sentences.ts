import { scriptOf } from "./script";

const ended = /[.!?।…:;。！？؟۔።]["'”’)\]」』]*$/u;
const endsWithAddress = /(?:https?:\/\/|www\.)\S*$/iu;

/**
 * The text with a mark at its end, unless it has one: a full stop or a দাঁড়ি by the letters it is written in. None touches a
 * web address, which it would become a part of.
 */
export function endSentence(text: string, mark: string = scriptOf(text) === "bn" ? "।" : "."): string {
  return ended.test(text) || endsWithAddress.test(text) ? text : `${text}${mark}`;
}

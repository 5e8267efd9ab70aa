import type { Commit } from "../commit";
import type { Message } from "../parse/message";
import { isPast, verbOf } from "../wording/verbs";
import { reasonToLeaveOut } from "./judge";

/** What may stand between two things that one commit did. */
const joins = /\s*;\s+|\.\s+(?=[A-Za-z])|,\s+(?:and\s+|then\s+)?|\s+(?:and|then|&|\+)\s+/;
const mayJoin = /[;,&+]| and | then |\. /;

const mayGoAlong = /(?:tests?|docs?|documentation|readme|changelog|cases?|typos?|ups?|refactor\w*|lint\w*|fixes|changes|improvements|tweaks|updates|stuff|things)[\s.!]*$/i;
/** "… and tests", "…, typo", "… + cleanup", "… and other fixes": what went along. */
const along =
  /(?:\s*[;,]\s*(?:and\s+|&\s+)?|\s+(?:and|&|\+)\s+)(?:(?:the|some|other|minor|small|more|various|code|few|a|misc|general|little|added|add|fixed|fix|updated?|its|unit|integration|e2e|end-to-end|functional|regression|feature|snapshot|api) )*(?:tests?|docs?|documentation|readme|changelog|test cases?|typos?|clean[ -]?ups?|refactor(?:ing|s)?|lint(?:ing)?|(?:other|minor|small|misc|bug|various|more) ?(?:fixes|changes|improvements|tweaks|updates|stuff|things|bug ?fixes|refactorings))[\s.!]*$/i;

/**
 * Of a commit that did several things ("Add unit tests and fix rounding of VAT") those that a client is to hear; all of them
 * where that is not a part only.
 */
export function withoutHousekeeping(message: Message, { files, author }: Pick<Commit, "files" | "author">): Message {
  if (!mayJoin.test(message.title)) return message;
  // Twice: "…, update docs and changelog".
  const title = mayGoAlong.test(message.title) ? message.title.replace(along, "").replace(along, "") : message.title;
  const all = title.includes(" ") ? title : message.title;
  const clauses = clausesOf(all);
  const told = clauses.length < 2 ? clauses : clauses.filter((clause) => reasonToLeaveOut({ message: { ...message, title: clause }, files, author }) === undefined);
  const rest = told.length === clauses.length ? all : told.length === 0 ? message.title : told.join(" and ");
  return rest === message.title ? message : { ...message, title: rest };
}

/** Split only before what is surely a verb, and only where the first part begins with one as well. */
function clausesOf(title: string): readonly string[] {
  const clauses: string[] = [];
  let rest = title;
  let begun = "";
  for (let match = joins.exec(rest); match; match = joins.exec(rest)) {
    const [next, ahead] = [rest.slice(match.index + match[0].length), rest.slice(0, match.index)];
    begun += ahead;
    if (beginsWithVerb(next) && beginsWithVerb(begun)) {
      clauses.push(begun);
      begun = "";
    } else begun += match[0];
    rest = next;
  }
  return [...clauses, begun + rest];
}

function beginsWithVerb(text: string): boolean {
  const [word = "", next] = text.split(" ", 2);
  return next !== undefined && (verbOf(word)?.weak === false || isPast(word));
}

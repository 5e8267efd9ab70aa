import { isTicket } from "../parse/trackers";
import { plainWord } from "./identifiers";
import { plainerWord } from "./replacements";

const said = "(?:(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|refs?|references?|see|part of|related to|relates to|issue|issues|ticket|pr|pull request|bug|gh|re)\\b[\\s:]*)?";
const number = "(?:[\\w.-]+\\/[\\w.-]+)?#\\d+|GH-\\d+|![1-9]\\d*|[A-Z][A-Z0-9]{1,9}-\\d+";
const inBrackets = new RegExp(`[([]\\s*${said}(?:${number})(?:\\s*(?:,|and|&)?\\s*${said}(?:${number}))*\\s*[)\\]]`, "gi");
const loose = new RegExp(`(?<=^|[\\s,;(])${said}(?:${number})(?=$|[\\s.,;:)])`, "gi");

/** Stands for what was taken out of a sentence; no title has one. */
const gap = "\u0000";
/** "Fix the bug in #12" must not become "Fix the bug in". */
const leadingNowhere = new RegExp(`(?:\\s+(?:in|for|of|to|from|with|see|by|on|at|and|or|via|per|since|issues?|tickets?|pr|commits?|closes|fixes|refs)){0,3}\\s*[(]?\\s*${gap}`, "gi");

/** A name and its value as a file of settings has them. */
const setting = /"([\w.$-]+)"\s*:\s*"([\w.$-]+)"/g;

/** Words, short numbers and nothing else: there is nothing to take out of it. */
const ordinary = /^[A-Za-z][a-z]*(?:(?:, | |-|')[A-Za-z][a-z]*| \d{1,4}(?= |$))*$/;

/**
 * Everything that means something to developers only: numbers of tickets and pull requests, hashes, addresses, marks for
 * machines, Markdown, code. Quoted words are what the client sees on the screen: they stay as they are.
 * @param isForeign in another language than English, whose words mean something else there ("dir", "config"): they stay
 */
export function strip(title: string, isForeign = false): string {
  const plainer = isForeign ? asNamed : plainerWord;
  if (ordinary.test(title)) return title.split(" ").map(plainer).join(" ");
  const bare = mayHoldMarks.test(title) ? withoutMarks(title) : title;
  return tidy(
    (bare.includes('":') ? bare.replace(setting, "$1: $2") : bare)
      .split(/("[^"]{1,200}"|“[^”]{1,200}”|«[^»]{1,200}»)/)
      .map((part, index) => (index % 2 === 1 && !isQuotedCode(part) ? part : plainWords(index % 2 === 1 ? part.slice(1, -1) : part, isForeign)))
      .join(""),
  );
}

/** What every mark below has in it: brackets, an address, a number behind a sign, or what may be a hash. Most titles have none. */
const mayHoldMarks = /[[(\0]|:\/\/|[#!-]\d|\*\*\*|[0-9a-f]{7}/i;

const withoutMarks = (title: string): string =>
  title
    .replace(/\[(?:skip[ -][\w-]{2,20}|ci[ -]skip|no[ -]ci)\]|\*\*\*NO_CI\*\*\*/gi, " ")
    // "refresh({ force: true })" is "refresh()"; "Menu (new: icons)" and "photo(s)" are words.
    .replace(/(?<=\w)\([^()]{0,200}[{}[\]"'`=:;$<>][^()]{0,200}\)/g, "()")
    .replace(/\((?:cherry[- ]picked from|backport of)[^)]{0,80}\)/gi, " ")
    .replace(/\[([^\]]{1,200})\]\([^)\s]{1,500}\)/g, " $1 ")
    .replace(inBrackets, (match) => (mentionsTicket(match) ? " " : match))
    .replace(/<?\bhttps?:\/\/\S+/gi, gap)
    .replace(loose, (match) => (mentionsTicket(match) ? gap : match))
    .replace(/(?<=^|[\s(,;:@])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}(?=$|[\s),.;:])/gi, gap)
    .replace(leadingNowhere, " ")
    .replaceAll(gap, " ");

const mentionsTicket = (match: string): boolean => !/[A-Z][A-Z0-9]*-\d+/i.test(match) || /#\d/.test(match) || isTicket(/[A-Z][A-Z0-9]*-\d+/i.exec(match)?.[0] ?? "");
/** One word in quotes that no screen shows. */
const isQuotedCode = (quoted: string): boolean => /^.[\w.$:>-]+.$/.test(quoted) && /_|[a-z][A-Z]|::|->|\$|^.--/.test(quoted);

function plainWords(text: string, isForeign: boolean): string {
  const unmarked = /[`*_]/.test(text) ? withoutMarkdown(text) : text;
  return unmarked
    .replace(/(?<= )[-=]>(?= )/g, "→")
    .split(" ")
    // An option's name is what it is called: "--config".
    .map((word) => (isForeign ? (nameOfTwo.test(word) ? word : asNamed(plainWord(word))) : word.startsWith("--") ? plainWord(word) : plainerWord(plainWord(word))))
    .join(" ");
}

/** "MercadoPago": between words of another language it is a name, unless it ends as classes do. */
const nameOfTwo = /^[A-Z][a-z0-9]+[A-Z][a-z0-9]+(?<!(?:Query|Getter|Setter|Controller|Service|Factory|Helper|Model|Entity|Repository|Handler|Provider|Manager|Component|Middleware|Request|Response|Exception|Error|Interface|Builder|Adapter|Listener|Resource|View|Type|Class|Trait|Utils?))[.,;:!?)]*$/;

/** Only its capitals may change: "paypal". */
function asNamed(word: string): string {
  const plain = plainerWord(word);
  return plain.toLowerCase() === word.toLowerCase() ? plain : word;
}

const withoutMarkdown = (text: string): string =>
  text
    .replace(/(`+)([^`]*)\1/g, " $2 ")
    .replace(/(?<![\p{L}\p{M}\p{N}_*])(\*{1,2}|__)(?=\S)([^*_]{1,200}?\S)\1(?![\p{L}\p{M}\p{N}_*])/gu, "$2");

/** Anything that `tidy` would touch; most lines are tidy. */
const untidy = /^\/\/|[^\S ]|\s\s|\(\s|\(\)|\[\s*\]| [,;:.!?)]|^[\s,;:–—|*·•.)-]|[\s,;:–—|&+/-]$/u;

/** Closes the gaps that were left. */
const tidy = (text: string): string => (untidy.test(text) ? tidied(text) : text);
const tidied = (text: string): string =>
  text
    .replace(/\(\s*\)|\[\s*\]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ([,;:.!?)])(?=\s|$)/g, "$1")
    .replace(/\( /g, "(")
    // "8+" and "C++" are words; a plus that joins what was taken out is not.
    .replace(/(?:[\s,;:–—|&/-]|(?<=\s)\+)+$/u, "")
    .replace(/^(?:\/{2,}\s*)?[\s,;:–—|*·•.)-]*(?=\S)/u, "");

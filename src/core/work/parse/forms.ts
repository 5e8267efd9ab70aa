import { kindElsewhere, kindOf, kindOfEmoji, type Kind } from "./kinds";
import { loud } from "./mended";
import { isReadable } from "./readable";
import { isTicket, issueBy, ticket, workItem, workItemFirst } from "./trackers";

// What may stand in front of a subject's own words.

const emoji = (): RegExp => /^(?:(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*|:[a-z0-9_+-]{2,40}:)\s*/u;
/** "1.0.5 - fixed the crash": what is in a release, behind its number. */
const numberFirst = (): RegExp => /^(?:version |release )?v?\d+\.\d+(?:\.\d+)*(?: ?\(\d+\))?\s*(?:[:–—]|\s-)\s+(?=\p{L})/iu;
const tag = /^(?:[[【]([^\]】]{1,40})[\]】]|\((?=wip\)|draft\))([a-z]+)\))\s*[:-]?\s*/iu;
const typed = /^([A-Za-z][A-Za-z0-9-]{1,20})\s*(?:\(([^()]{0,80})\))?(!)?\s*(:|\s[-–|]\s)\s*/;
const scopedAnything = /^([A-Za-z][\w./-]{0,40})\(([^()]{1,80})\)(!)?:\s*/;
/** "account,sale: …": several parts of the code at once. */
const modules = /^([a-z][\w.-]*(?:,[a-z][\w.-]*)+):\s+(?=\S)/;
const component = (): RegExp => /^([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._/&+-]{1,40}?)\s*:\s+(?=\S)/u;
/** "(checkout) add notes" */
const inBrackets = (): RegExp => /^\(([a-z][\w /-]{1,30})\)\s*[:-]?\s*(?=\p{L})/iu;

const beginsSentence = /^(?:add|allow|chang|creat|enabl|fix|improv|implement|mak|mov|refactor|remov|renam|replac|simplif|show|hid|support|updat|us)(?:e|es|ed|ing|d|s|y|ies|ied)? /i;

/** Without what it is about this says nothing: "integration/wallet: first draft". */
const beginning = /^(?:(?:an?|the|initial|first|basic|rough|new|draft|working) )+(?:draft|version|implementation|support|integration|prototype)\.?$/i;
const partOf = (path: string): string | undefined => path.split("/").findLast((part) => isReadable(part));

/** What has been taken off so far. */
export interface Taken {
  kind: Kind | undefined;
  label: string | undefined;
  scope: string | undefined;
  words: string | undefined;
  breaking: boolean;
  readonly tickets: string[];
  isBug: boolean;
  spaced: boolean;
}
/** One form of what stands in front. Notes what it says; returns how many characters it takes, 0 where it is not there. */
export type Form = (rest: string, taken: Taken) => number;

/** In the order in which they are looked for. */
export const forms: readonly Form[] = [
  function loudWord(rest, taken) {
    const match = loud.exec(rest);
    if (match && /fix/i.test(match[0])) taken.kind ??= "fix";
    return match?.[0].length ?? 0;
  },
  function releaseNumber(rest) {
    return (/^(?:v?\d|version|release)/i.test(rest) ? numberFirst().exec(rest)?.[0].length : undefined) ?? 0;
  },
  function pictured(rest, taken) {
    const match = /^(?:[^ -~]|:)/.test(rest) ? emoji().exec(rest) : null;
    if (!match) return 0;
    taken.kind ??= kindOfEmoji(match[0].trim());
    return match[0].length;
  },
  function tagged(rest, taken) {
    const match = tag.exec(rest);
    if (!match || match[0].length === rest.length) return 0;
    const inside = (match[1] ?? match[2] ?? "").trim();
    if (/^(?:#\d+|[A-Z][A-Z0-9]*-\d+)$/i.test(inside)) taken.tickets.push(inside.toUpperCase());
    else if (workItem.test(inside)) {
      taken.isBug ||= /^(?:bug|defect)/i.test(inside);
      taken.tickets.push(`#${/\d+$/.exec(inside)?.[0] ?? ""}`);
    } else if (/^draft$/i.test(inside)) taken.kind ??= "wip";
    else if (taken.kind === undefined) {
      taken.kind = kindOf(inside) ?? kindElsewhere(inside);
      if (taken.kind !== undefined) taken.label = inside;
    }
    return match[0].length;
  },
  function bracketed(rest, taken) {
    const match = rest.startsWith("(") ? inBrackets().exec(rest) : null;
    if (!match) return 0;
    const inside = match[1] as string;
    taken.kind ??= kindOf(inside);
    taken.scope ??= inside;
    return match[0].length;
  },
  function issueOfSomebody(rest, taken) {
    const match = /^issue #/i.test(rest) ? issueBy.exec(rest) : null;
    if (match) taken.tickets.push(`#${match[1] as string}`);
    return match?.[0].length ?? 0;
  },
  function severalModules(rest, taken) {
    const match = rest.includes(",") ? modules.exec(rest) : null;
    if (match) taken.scope ??= match[1];
    return match?.[0].length ?? 0;
  },
  function ticketNumber(rest, taken) {
    const match = ticket.exec(rest);
    if (!match || !isTicket(match[1] as string)) return 0;
    taken.tickets.push((match[1] as string).toUpperCase());
    if (/^fix/i.test(match[0])) taken.kind ??= "fix";
    taken.isBug ||= /^bug/i.test(match[0]);
    return match[0].length;
  },
  function trackersEntry(rest, taken) {
    const match = workItemFirst.exec(rest);
    if (!match) return 0;
    taken.isBug ||= /^defect/i.test(match[0]);
    taken.tickets.push(`#${match[2] as string}`);
    return match[0].length;
  },
  /** "Update - x" is a type only to those who write types; "Update: x" is one to all. */
  function type(rest, taken) {
    const match = typed.exec(rest);
    const kind = match && kindOf(match[1] as string);
    if (!match || !kind) return 0;
    if (taken.kind === undefined) taken.label ??= match[1] as string;
    taken.kind ??= kind;
    noteScope(match, taken);
    return match[0].length;
  },
  function anythingWithScope(rest, taken) {
    const match = scopedAnything.exec(rest);
    if (!match) return 0;
    noteScope(match, taken);
    return match[0].length;
  },
  function named(rest, taken) {
    const match = taken.words === undefined && rest.includes(":") ? component().exec(rest) : null;
    if (!match || match[0].length === rest.length) return 0;
    const name = match[1] as string;
    const kind = kindElsewhere(name);
    if (kind) {
      taken.kind ??= kind;
      return match[0].length;
    }
    if (isSentence(name)) return 0;
    taken.spaced = /\s:\s*$/.test(match[0]);
    if (/^(?:TODO|FIXME)$/.test(name)) taken.kind ??= "wip";
    taken.scope ??= name;
    if (isReadable(name)) taken.words = name;
    else if (beginning.test(rest.slice(match[0].length))) taken.words = partOf(name);
    return match[0].length;
  },
];

function noteScope(match: RegExpExecArray, taken: Taken): void {
  taken.scope ??= match[2];
  taken.breaking ||= match[3] === "!";
}
/** "Improve the search: show more" is a sentence, not a component. */
function isSentence(name: string): boolean {
  const parts = name.split(" ");
  return parts.length > 4 || (parts.length > 1 && beginsSentence.test(name));
}

import { withoutAsides } from "./asides";
import { isName } from "../wording/names";
import { verbOf } from "../wording/verbs";
import { kindElsewhere, kindOf, kindOfEmoji, type Kind } from "./kinds";
import { fixedLast, hotfix, loud, wrongThenFixed } from "./mended";
import { isTicket, issueBy, numbered, settles, ticket, workItem, workItemFirst } from "./trackers";

/** A subject without what stood before its words. */
export interface Peeled {
  readonly title: string;
  readonly kind?: Kind;
  /** The word that said its kind: "improvement". */
  readonly label?: string;
  readonly scope?: string;
  /** Words before a colon that a client can read: "Checkout". */
  readonly component?: string;
  /** The colon had a space before it, as in French. */
  readonly spaced?: true;
  readonly breaking: boolean;
  readonly tickets: readonly string[];
}

const emoji = (): RegExp => /^(?:(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*|:[a-z0-9_+-]{2,40}:)\s*/u;
/** A branch's name that a host made the title: "Feature/user roles". */
const branchName = (): RegExp => /^(feature|feat|bugfix|bug|fix|hotfix|chore|enhancement|improvement)\/(?=\p{L})/iu;
/** "1.0.5 - fixed the crash": what is in a release, behind its number. */
const numberFirst = (): RegExp => /^(?:version |release )?v?\d+\.\d+(?:\.\d+)*(?: ?\(\d+\))?\s*(?:[:–—]|\s-)\s+(?=\p{L})/iu;
const tag = /^(?:[[【]([^\]】]{1,40})[\]】]|\((?=wip\)|draft\))([a-z]+)\))\s*[:-]?\s*/iu;
const typed = /^([A-Za-z][A-Za-z0-9-]{1,20})\s*(?:\(([^()]{0,80})\))?(!)?\s*(:|\s[-–|]\s)\s*/;
const scopedAnything = /^([A-Za-z][\w./-]{0,40})\(([^()]{1,80})\)(!)?:\s*/;
/** "account,sale: …": several parts of the code at once. */
const modules = /^([a-z][\w.-]*(?:,[a-z][\w.-]*)+):\s+(?=\S)/;
const component = (): RegExp => /^([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._/&+-]{1,40}?)\s*:\s+(?=\S)/u;

/** "admin - order list - add filter": places of the product, and what was done there. */
const places = (): RegExp => /^((?:[\p{L}\p{M}\p{N}/&]+ ?){1,3}(?: [-–—|] (?:[\p{L}\p{M}\p{N}/&]+ ?){1,3}){0,2}) [-–—|] ([a-z]+) (?=\S)/iu;
/** "(checkout) add notes" */
const inBrackets = (): RegExp => /^\(([a-z][\w /-]{1,30})\)\s*[:-]?\s*(?=\p{L})/iu;

const beginsSentence = /^(?:add|allow|chang|creat|enabl|fix|improv|implement|mak|mov|refactor|remov|renam|replac|simplif|show|hid|support|updat|us)(?:e|es|ed|ing|d|s|y|ies|ied)? /i;

/** Words that name a part of the code, and nothing that a client knows. */
const codeWords = new Set(
  ("api app backend build ci client cmd common config core css db deps docs dx frontend fe be global html i18n infra internal js lib libs lint main misc " +
    "module modules package packages pkg server shared src sql test tests tools types ui ux util utils vendor").split(" "),
);
const isReadable = (words: string): boolean =>
  known.test(words) || (!/[_/.]/.test(words) && !words.split(" ").some((word) => /[a-z][A-Z]/.test(word) && !isName(word)) && !codeWords.has(words.toLowerCase()) && words.split(" ").length <= 4 && words.length > 3);
/** Short names of what a client holds in their hands. */
const known = /^(?:ios|ipad|mac|sms|pdf|pdp|seo|pos|faq|vat|pwa|crm)$/i;

/** How something became faster, and not what did. */
const bySkill = /^(?:use|switch|cache|memoi[sz]e|add (?:an? |the )?(?:\w+ )?index|index|batch|debounce|throttle|precompute|paralleli[sz]e)\b/i;

/** Without what it is about this says nothing: "integration/wallet: first draft". */
const beginning = /^(?:(?:an?|the|initial|first|basic|rough|new|draft|working) )+(?:draft|version|implementation|support|integration|prototype)\.?$/i;
const partOf = (path: string): string | undefined => path.split("/").findLast((part) => isReadable(part));

function placesOf(title: string): { readonly words: string; readonly rest: string } | undefined {
  const [, before = "", first = ""] = places().exec(title) ?? [];
  const verb = verbOf(first);
  // "Logout route - deletes all tokens" says what the route does.
  if (verb?.weak !== false || verb.third === first.toLowerCase()) return undefined;
  const parts = before.split(/ [-–—|] /);
  if (!parts.every((part) => isReadable(part) && verbOf(part.split(" ", 1)[0] ?? "")?.weak !== false)) return undefined;
  return { words: parts.join(", "), rest: title.slice(before.length).replace(/^ [-–—|] /, "") };
}

/** What has been taken off so far. */
interface Taken {
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
type Form = (rest: string, taken: Taken) => number;

/** In the order in which they are looked for. */
const forms: readonly Form[] = [
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

/** Nearly every subject has none of these signs, and looking for one is quicker than trying each form. */
const anySign = /[^ -~]|[:#[!]| -|-\d| \||^\(/;
/** Nobody writes more than a handful of prefixes; the bound keeps a hostile subject cheap. */
const mostPrefixes = 8;

/** Takes emoji, tags, types with scopes, tickets and components off the front, in whatever order they stand. */
export function peel(subject: string): Peeled {
  const taken: Taken = { kind: undefined, label: undefined, scope: undefined, words: undefined, breaking: false, tickets: [], isBug: false, spaced: false };
  const bare = withoutAsides(subject.endsWith(")") ? subject.replace(numbered, "") : subject);
  let rest = withoutBranch(/^(?:resolve|draft)/i.test(bare) ? bare.replace(settles, "$1") : bare, taken);
  for (let round = 0; round < mostPrefixes && anySign.test(rest); round++) {
    let length = 0;
    for (let at = 0; length === 0 && at < forms.length; at++) length = (forms[at] as Form)(rest, taken);
    if (length === 0) break;
    rest = rest.slice(length);
  }
  rest = withoutMending(withoutPlaces(rest, taken), taken);
  // "Bug 12: add a button" is what some call any entry of theirs.
  if (taken.isBug && verbOf(rest.split(" ", 1)[0] ?? "")?.weak !== false) taken.kind ??= "fix";
  if (taken.words === undefined) taken.words = fasterPart(rest, taken);
  return peeledOf(rest, taken);
}

/** "perf(search): use an index" says in its scope alone what is faster now. */
function fasterPart(rest: string, { label, scope }: Taken): string | undefined {
  if (scope === undefined || label === undefined || !/^perf/i.test(label) || !bySkill.test(rest) || !isReadable(scope)) return undefined;
  return rest.toLowerCase().includes(scope.toLowerCase().replace(/s$/, "")) ? undefined : scope;
}

function peeledOf(rest: string, { kind, label, scope, words, breaking, tickets, spaced }: Taken): Peeled {
  const peeled: { -readonly [Field in keyof Peeled]: Peeled[Field] } = { title: rest.trim(), breaking, tickets };
  if (kind !== undefined) peeled.kind = kind;
  if (label !== undefined) peeled.label = label;
  if (scope !== undefined) peeled.scope = scope.trim();
  if (words !== undefined) peeled.component = words;
  if (words !== undefined && spaced) peeled.spaced = true;
  return peeled;
}

function withoutBranch(rest: string, taken: Taken): string {
  if (!rest.includes("/") || !/^[a-z]+\//i.test(rest)) return rest;
  const [whole, type = ""] = branchName().exec(rest) ?? [];
  if (whole === undefined || /^\S+\/\S*\//.test(rest)) return rest;
  taken.kind = kindOf(type);
  const words = rest.slice(whole.length);
  return words.includes(" ") ? words : words.replace(/[-_]+/g, " ");
}

function withoutPlaces(rest: string, taken: Taken): string {
  const place = taken.words === undefined && / [-–—|] /.test(rest) ? placesOf(rest) : undefined;
  if (!place) return rest;
  taken.words = place.words;
  taken.scope ??= place.words;
  return place.rest;
}

/** "Hotfix for the cart", "the cart is empty - fixed": however it is said besides, it is a fix. */
function withoutMending(rest: string, taken: Taken): string {
  if (!/(?:hot|bug)[ -]?fix|(?:fixed|solved|resolved)[.!]*$/i.test(rest)) return rest;
  const mended = rest.replace(hotfix(), "").replace(fixedLast, "").replace(wrongThenFixed, "$1");
  if (mended !== rest) taken.kind = "fix";
  return mended;
}

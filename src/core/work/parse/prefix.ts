import { withoutAsides } from "./asides";
import { isName } from "../wording/names";
import { verbOf } from "../wording/verbs";
import { fixedLast, hotfix, loud, wrongThenFixed } from "./mended";
import { isTicket, issueBy, numbered, settles, ticket, workItem, workItemFirst } from "./trackers";
import { kindElsewhere, kindOf, kindOfEmoji, type Kind } from "./kinds";

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

const emoji = /^(?:(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*|:[a-z0-9_+-]{2,40}:)\s*/u;
/** A branch's name that a host made the title: "Feature/user roles". */
const branchName = /^(feature|feat|bugfix|bug|fix|hotfix|chore|enhancement|improvement)\/(?=\p{L})/iu;
/** "1.0.5 - fixed the crash": what is in a release, behind its number. */
const numberFirst = /^(?:version |release )?v?\d+\.\d+(?:\.\d+)*(?: ?\(\d+\))?\s*(?:[:–—]|\s-)\s+(?=\p{L})/iu;
const tag = /^(?:[[【]([^\]】]{1,40})[\]】]|\((?=wip\)|draft\))([a-z]+)\))\s*[:-]?\s*/iu;
const typed = /^([A-Za-z][A-Za-z0-9-]{1,20})\s*(?:\(([^()]{0,80})\))?(!)?\s*(:|\s[-–|]\s)\s*/;
const scopedAnything = /^([A-Za-z][\w./-]{0,40})\(([^()]{1,80})\)(!)?:\s*/;
/** "account,sale: …": several parts of the code at once. */
const modules = /^([a-z][\w.-]*(?:,[a-z][\w.-]*)+):\s+(?=\S)/;
const component = /^([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._/&+-]{1,40}?)\s*:\s+(?=\S)/u;

/** "admin - order list - add filter": places of the product, and what was done there. */
const places = /^((?:[\p{L}\p{M}\p{N}/&]+ ?){1,3}(?: [-–—|] (?:[\p{L}\p{M}\p{N}/&]+ ?){1,3}){0,2}) [-–—|] ([a-z]+) (?=\S)/iu;
/** "(checkout) add notes" */
const inBrackets = /^\(([a-z][\w /-]{1,30})\)\s*[:-]?\s*(?=\p{L})/iu;

/** How something became faster, and not what did. */
const bySkill = /^(?:use|switch|cache|memoi[sz]e|add (?:an? |the )?(?:\w+ )?index|index|batch|debounce|throttle|precompute|paralleli[sz]e)\b/i;

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

/** Without what it is about this says nothing: "integration/wallet: first draft". */
const beginning = /^(?:(?:an?|the|initial|first|basic|rough|new|draft|working) )+(?:draft|version|implementation|support|integration|prototype)\.?$/i;
const partOf = (path: string): string | undefined => path.split("/").findLast((part) => isReadable(part));

function placesOf(title: string): { readonly words: string; readonly rest: string } | undefined {
  const [, before = "", first = ""] = places.exec(title) ?? [];
  const verb = verbOf(first);
  // "Logout route - deletes all tokens" says what the route does.
  if (verb?.weak !== false || verb.third === first.toLowerCase()) return undefined;
  const parts = before.split(/ [-–—|] /);
  if (!parts.every((part) => isReadable(part) && verbOf(part.split(" ", 1)[0] ?? "")?.weak !== false)) return undefined;
  return { words: parts.join(", "), rest: title.slice(before.length).replace(/^ [-–—|] /, "") };
}

/** Takes emoji, tags, types with scopes, tickets and components off the front, in whatever order they stand. */
export function peel(subject: string): Peeled {
  let rest = withoutAsides(subject.endsWith(")") ? subject.replace(numbered, "") : subject);
  if (/^(?:resolve|draft)/i.test(rest)) rest = rest.replace(settles, "$1");
  let kind: Kind | undefined;
  let label: string | undefined;
  let scope: string | undefined;
  let words: string | undefined;
  let spaced = false;
  let breaking = false;
  let isBug = false;
  const tickets: string[] = [];
  const take = (match: RegExpExecArray): void => void (rest = rest.slice(match[0].length));

  // Nobody writes more than a handful of prefixes; the bound keeps a hostile subject cheap.
  if (rest.includes("/") && /^[a-z]+\//i.test(rest)) {
    const match = branchName.exec(rest);
    if (match && !/^\S+\/\S*\//.test(rest)) {
      kind ??= kindOf(match[1] as string);
      take(match);
      if (!rest.includes(" ")) rest = rest.replace(/[-_]+/g, " ");
    }
  }
  for (let round = 0; round < 8; round++) {
    // Nearly every subject has none of these signs, and looking for one is quicker than trying each form.
    if (!/[^ -~]|[:#[!]| -|-\d| \||^\(/.test(rest)) break;
    let match = loud.exec(rest);
    if (match) {
      if (/fix/i.test(match[0])) kind ??= "fix";
      take(match);
      continue;
    }
    match = /^(?:v?\d|version|release)/i.test(rest) ? numberFirst.exec(rest) : null;
    if (match) {
      take(match);
      continue;
    }
    match = emoji.exec(rest);
    if (match) {
      kind ??= kindOfEmoji(match[0].trim());
      take(match);
      continue;
    }
    match = tag.exec(rest);
    if (match && match[0].length < rest.length) {
      const inside = (match[1] ?? match[2] ?? "").trim();
      if (/^(?:#\d+|[A-Z][A-Z0-9]*-\d+)$/i.test(inside)) tickets.push(inside.toUpperCase());
      else if (workItem.test(inside)) {
        isBug ||= /^(?:bug|defect)/i.test(inside);
        tickets.push(`#${/\d+$/.exec(inside)?.[0] ?? ""}`);
      } else if (/^draft$/i.test(inside)) kind ??= "wip";
      else if (kind === undefined && (kind = kindOf(inside) ?? kindElsewhere(inside)) !== undefined) label = inside;
      take(match);
      continue;
    }
    match = inBrackets.exec(rest);
    if (match) {
      kind ??= kindOf(match[1] as string);
      scope ??= match[1];
      take(match);
      continue;
    }
    match = /^issue #/i.test(rest) ? issueBy.exec(rest) : null;
    if (match) {
      tickets.push(`#${match[1] as string}`);
      take(match);
      continue;
    }
    match = rest.includes(",") ? modules.exec(rest) : null;
    if (match) {
      scope ??= match[1];
      take(match);
      continue;
    }
    match = ticket.exec(rest);
    if (match && isTicket(match[1] as string)) {
      tickets.push((match[1] as string).toUpperCase());
      if (/^fix/i.test(match[0])) kind ??= "fix";
      isBug ||= /^bug/i.test(match[0]);
      take(match);
      continue;
    }
    match = workItemFirst.exec(rest);
    if (match) {
      isBug ||= /^defect/i.test(match[0]);
      tickets.push(`#${match[2] as string}`);
      take(match);
      continue;
    }
    match = typed.exec(rest);
    const typeOf = match && kindOf(match[1] as string);
    // "Update - x" is a type only to those who write types; "Update: x" is one to all.
    if (match && typeOf) {
      label ??= kind === undefined ? match[1] : undefined;
      kind ??= typeOf;
      scope ??= match[2];
      breaking ||= match[3] === "!";
      take(match);
      continue;
    }
    match = scopedAnything.exec(rest);
    if (match) {
      scope ??= match[2];
      breaking ||= match[3] === "!";
      take(match);
      continue;
    }
    match = words === undefined ? component.exec(rest) : null;
    if (match && match[0].length < rest.length) {
      const name = match[1] as string;
      const other = kindElsewhere(name);
      if (other) {
        kind ??= other;
        take(match);
        continue;
      }
      // "Improve the search: show more" is a sentence, not a component.
      const parts = name.split(" ");
      if (parts.length > 4 || (parts.length > 1 && beginsSentence.test(name))) break;
      if (/^(?:TODO|FIXME)$/.test(name)) kind ??= "wip";
      scope ??= name;
      spaced = /\s:\s*$/.test(match[0]);
      if (isReadable(name)) words = name;
      else if (beginning.test(rest.slice(match[0].length))) words = partOf(name);
      take(match);
      continue;
    }
    break;
  }
  const place = words === undefined && / [-–—|] /.test(rest) ? placesOf(rest) : undefined;
  if (place) {
    words = place.words;
    scope ??= place.words;
    rest = place.rest;
  }
  if (/(?:hot|bug)[ -]?fix|(?:fixed|solved|resolved)[.!]*$/i.test(rest)) {
    const mended = rest.replace(hotfix, "").replace(fixedLast, "").replace(wrongThenFixed, "$1");
    if (mended !== rest) kind = "fix";
    rest = mended;
  }
  // "Bug 12: add a button" is what some call any entry of theirs.
  if (isBug && verbOf(rest.split(" ", 1)[0] ?? "")?.weak !== false) kind ??= "fix";
  const peeled: { -readonly [Field in keyof Peeled]: Peeled[Field] } = { title: rest.trim(), breaking, tickets };
  if (kind !== undefined) peeled.kind = kind;
  if (label !== undefined) peeled.label = label;
  if (scope !== undefined) peeled.scope = scope.trim();
  // "perf(search): use an index" says in its scope alone what is faster now.
  if (words === undefined && scope !== undefined && label !== undefined && /^perf/i.test(label) && bySkill.test(rest) && isReadable(scope) && !rest.toLowerCase().includes(scope.toLowerCase().replace(/s$/, ""))) words = scope;
  if (words !== undefined) peeled.component = words;
  if (words !== undefined && spaced) peeled.spaced = true;
  return peeled;
}

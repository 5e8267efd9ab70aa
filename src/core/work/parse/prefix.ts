import { withoutAsides } from "./asides";
import { verbOf } from "../wording/verbs";
import { forms, type Form, type Taken } from "./forms";
import { kindOf, type Kind } from "./kinds";
import { fixedLast, hotfix, wrongThenFixed } from "./mended";
import { isReadable } from "./readable";
import { numbered, settles } from "./trackers";

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

/** A branch's name that a host made the title: "Feature/user roles". */
const branchName = (): RegExp => /^(feature|feat|bugfix|bug|fix|hotfix|chore|enhancement|improvement)\/(?=\p{L})/iu;
/** "admin - order list - add filter": places of the product, and what was done there. */
const places = (): RegExp => /^((?:[\p{L}\p{M}\p{N}/&]+ ?){1,3}(?: [-–—|] (?:[\p{L}\p{M}\p{N}/&]+ ?){1,3}){0,2}) [-–—|] ([a-z]+) (?=\S)/iu;
/** How something became faster, and not what did. */
const bySkill = /^(?:use|switch|cache|memoi[sz]e|add (?:an? |the )?(?:\w+ )?index|index|batch|debounce|throttle|precompute|paralleli[sz]e)\b/i;

function placesOf(title: string): { readonly words: string; readonly rest: string } | undefined {
  const [, before = "", first = ""] = places().exec(title) ?? [];
  const verb = verbOf(first);
  // "Logout route - deletes all tokens" says what the route does.
  if (verb?.weak !== false || verb.third === first.toLowerCase()) return undefined;
  const parts = before.split(/ [-–—|] /);
  if (!parts.every((part) => isReadable(part) && verbOf(part.split(" ", 1)[0] ?? "")?.weak !== false)) return undefined;
  return { words: parts.join(", "), rest: title.slice(before.length).replace(/^ [-–—|] /, "") };
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

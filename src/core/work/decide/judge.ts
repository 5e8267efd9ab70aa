import type { Message } from "../parse/message";
import type { Kind } from "../parse/kinds";
import { allOf, kindsOf, pathKinds, someOf, type PathKinds } from "./paths";
import { latinRules, otherRules } from "./otherWords";
import { strip } from "../wording/strip";
import type { Reason } from "./reasons";
import { wordRules, type Touched, type WordRule } from "./wordRules";

/** What is judged: a message with the paths it touched. Paths are empty where they are not known (merges). */
export interface Judged {
  readonly message: Message;
  readonly files: readonly string[];
  readonly author: { readonly name: string; readonly email: string };
}

/**
 * Why this is nothing that a client needs to hear; undefined where it is to be told. What the author said outright comes
 * first, then what the paths prove, then the type, then the words. In doubt it is told: a line too many can be deleted, a
 * line too few is not missed until the client asks.
 */
export function reasonToLeaveOut({ message, files, author }: Judged): Reason | undefined {
  if (message.clientNote !== undefined) return /^skip[.!]?$/i.test(message.clientNote) ? "skipped" : undefined;
  if (!/[A-Za-z0-9]/.test(message.title) && !/[\p{L}\p{N}]/u.test(message.title)) return "empty";
  const kinds = pathKinds(files);
  return byPaths(message, kinds) ?? byAuthor(author) ?? byKind(message, kinds) ?? byWords(message, kinds);
}

/** Kinds that say: this is for the users. A settings file alone can be a new feature then. */
const forUsers: readonly (Kind | undefined)[] = ["feature", "fix", "improvement", "security", "removal"];

const isDependencies = (kind: Kind | undefined, scope: string | undefined): boolean => kind === "dependencies" || /^dep(?:s|endencies)\b/i.test(scope ?? "");

const [lock, ci, tests, docs] = [kindsOf("lock"), kindsOf("ci"), kindsOf("tests"), kindsOf("docs")];
const made = kindsOf("generated", "lock");
const madeByTools = kindsOf("lock", "build", "generated");
const building = kindsOf("build", "ci", "lock");
const housekeeping = kindsOf("tests", "docs", "ci", "build", "lock", "generated");

function byPaths({ title, kind, scope }: Message, touched: PathKinds): Reason | undefined {
  // Nearly every commit touches the product.
  if (!allOf(touched, housekeeping)) return undefined;
  if (allOf(touched, lock)) return "dependencies";
  if (allOf(touched, ci)) return "ci";
  if (allOf(touched, tests)) return "tests";
  if (allOf(touched, docs)) return /\b(?:changelog|release)\b/i.test(title) ? "release" : "docs";
  if (allOf(touched, made)) return "generated";
  if (allOf(touched, madeByTools) && someOf(touched, lock)) return "dependencies";
  if (forUsers.includes(kind)) return undefined;
  if (allOf(touched, building)) return isDependencies(kind, scope) ? "dependencies" : "build";
  return someOf(touched, tests) ? "tests" : "build";
}

const robots = /\[bot\]|^(?:dependabot|renovate|greenkeeper|snyk|github-actions|pre-commit-ci|imgbot|allcontributors)\b/i;
const translators = /\b(?:weblate|crowdin|transifex|l10n[ -]bot|translation ?bot)\b/i;
function byAuthor({ name, email }: Judged["author"]): Reason | undefined {
  if (translators.test(name) || translators.test(email)) return "translations";
  return robots.test(name) || robots.test(email) ? "dependencies" : undefined;
}

/** Parts that no client has: "feat(ci): …", "fix(internal): …". */
const ofTheWork: Readonly<Record<string, Reason>> = { ci: "ci", cd: "ci", "ci/cd": "ci", infra: "ci", devops: "ci", tests: "tests", e2e: "tests", storybook: "tests", tooling: "build", dx: "build", internal: "refactor", lint: "format" };

const looks = /\b(?:colou?rs?|layout|margins?|padding|buttons?|fonts?|icons?|responsive|mobile|dark|header|footer|page|screen|menu|design|spacing|hover|align\w*|logo|banner|form)\b/i;
const looksElsewhere = /(?<!\p{L})(?:dise[ñn]|bot[óõo]n|bot[õo]es|bot[ãa]o|boutons?(?!\p{L})|couleur|colore|cor(?:es)?(?!\p{L})|farbe|schrift|schaltfl|gestaltung|startseite|página|pagina|pantalla|tela(?!\p{L})|écran|mise en page|móvil|celular|estilos?(?= d)|icône|ícon|ডিজাইন|বাটন|রং|রঙ|পেজ|লোগো|ব্যানার|дизайн|кноп|цвет|страниц|шрифт)|按钮|页面|样式|颜色|ボタン|画面|デザイン/iu;
const seenByUsers = kindsOf("style", "product");
function byKind(message: Message, touched: PathKinds): Reason | undefined {
  if (message.breaking) return undefined;
  switch (message.kind) {
    case "ci":
    case "tests":
    case "docs":
    case "build":
    case "refactor":
    case "dependencies":
    case "release":
    case "wip":
    case "typo":
    case "merge":
      return isDependencies(message.kind, message.scope) ? "dependencies" : message.kind;
    case "chore":
      if (isDependencies(message.kind, message.scope)) return "dependencies";
      // What the words say of a chore explains more than that it was one.
      return byWords(message, touched) ?? "chore";
    case "style":
      // "style:" is meant for the style of the code and used for the looks of the page.
      return (looks.test(message.title) || looksElsewhere.test(message.title)) && (touched === 0 || someOf(touched, seenByUsers)) ? undefined : "format";
    default:
      if (isDependencies(message.kind, message.scope)) return "dependencies";
      return message.component === undefined && message.kind !== undefined && message.scope !== undefined ? ofTheWork[message.scope.toLowerCase()] : undefined;
  }
}

const ofProduct = kindsOf("product", "style", "translations");
function byWords({ title }: Message, kinds: PathKinds): Reason | undefined {
  const known = kinds !== 0;
  const touched: Touched = { known, tests: someOf(kinds, tests), docs: someOf(kinds, docs), product: !known || someOf(kinds, ofProduct) };
  const fitsTo = (text: string) => (rule: WordRule) => fits(rule, text) && (rule.when?.(touched) ?? true);
  if (isNothingWithoutNumbers(title)) return "unclear";
  const other = inOtherLanguages(title);
  return (wordRules.find(fitsTo(title)) ?? other?.rules.find(fitsTo(other.text)))?.reason;
}

/** Letters decide which rules are looked at: most titles are English. */
function inOtherLanguages(title: string): { readonly text: string; readonly rules: readonly WordRule[] } | undefined {
  if (isAscii.test(title)) return mayBeLatin.test(title) ? { text: title, rules: latinRules } : undefined;
  return { text: title.normalize("NFC"), rules: /[^\p{Script=Latin}\P{L}]/u.test(title) ? otherRules : latinRules };
}
const isAscii = /^[ -~]*$/;
const mayBeLatin = /^(?:\S+ ){0,4}\S+$/;

/** The words alone say nothing about the work: another place of the message has to be asked. */
export const saysNothing = (title: string): boolean => (!/[A-Za-z]{2}/.test(title) && !/\p{L}{2}/u.test(title)) || emptyWords.some((rule) => fits(rule, title)) || saysNothingElsewhere(title) || isNothingWithoutNumbers(title);
/** "Fix issue #45" is no more than "Fix". */
const numbered = /[#!-]\d|\bhttps?:/;
const isNothingWithoutNumbers = (title: string): boolean => title.length <= mostShort && numbered.test(title) && isBareOf(strip(title), title);
const isBareOf = (bare: string, title: string): boolean => bare !== title && (!/\p{L}{2}/u.test(bare) || /^(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|see|ref|done|bug|issue)[\s.!]*$/i.test(bare));
const speaksOfNothing = ({ reason }: WordRule): boolean => reason === "unclear" || reason === "wip";
function saysNothingElsewhere(title: string): boolean {
  const other = inOtherLanguages(title);
  return other?.rules.some((rule) => speaksOfNothing(rule) && fits(rule, other.text)) ?? false;
}
const emptyWords = wordRules.filter(speaksOfNothing);
/** No line that says nothing is longer. */
const mostShort = 52;
const fits = ({ words, only, short }: WordRule, title: string): boolean => (short !== true || title.length <= mostShort) && (only?.test(title) ?? true) && words.test(title);

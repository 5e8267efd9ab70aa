import { normalise } from "../language/script";

/** No commit subject or note that a person wrote as one line is longer; what is longer is cut. */
const longest = 600;

/** Words of plain ASCII with single spaces. */
const ordinary = /^[!-~]+(?: [!-~]+)*$/;
/** Begins with a letter and holds nothing that is ever a mark: most lines. */
const unmarked = /^[A-Za-z][^\\`*_~\]<&$]*$/;

/**
 * Makes one line of harmless text of what a commit or a note says: one encoding, no line breaks, no control characters, no
 * marks that reorder or hide text (the joiners that Bangla needs stay), bounded.
 */
export function plainLine(text: string): string {
  if (text.length <= longest && ordinary.test(text)) return text;
  const line = normalise(text.slice(0, longest * 4))
    .replace(/[\t\n\v\f\r\p{Z}]+/gu, " ")
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest).replace(/[\ud800-\udbff]$/, "");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2))}…`;
}

/**
 * Escapes what Markdown would take for more than text, and nothing else: "snake_case", "#12", "2 * 3" and "R&D" stay as they
 * are, so that the document also reads well as plain text. `toPlainText` takes the escapes out again.
 */
export function escapeMarkdown(text: string): string {
  const line = plainLine(text);
  if (unmarked.test(line)) return line;
  let escaped = "";
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    if (!isMarkup(line, at)) continue;
    escaped += `${line.slice(from, at)}\\`;
    from = at;
  }
  return escaped + line.slice(from);
}

const atStart = /^(?:>|#{1,6}(?: |$)|[-+*](?: |$)|=+$|-+$|~~~|\[[ xX]\](?: |$))/;
const startNumber = /^\d{1,9}[.)](?: |$)/;
const entity = /^&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[a-zA-Z]\w*);/;
const math = /\$\$|\$(?=\S)[^$]*[^\s$]\$(?!\d)/;

function isMarkup(line: string, at: number): boolean {
  if (at === 0 && atStart.test(line)) return true;
  const before = line[at - 1] ?? " ";
  const after = line[at + 1] ?? " ";
  switch (line[at]) {
    case "\\":
      return /[!-/:-@[-`{-~]/.test(after);
    case "`":
      return true;
    case "*":
      return before !== " " || after !== " ";
    case "_":
      return !isInsideWord(line, at);
    case "~":
      return before === "~" || after === "~";
    case "]":
      return after === "(" || after === "[" || after === ":";
    case "<":
      return /[a-zA-Z/!?]/.test(after);
    case "&":
      return entity.test(line.slice(at, at + 40));
    case "$":
      return math.test(line);
    case ".":
    case ")":
      return at <= 9 && startNumber.test(line) && /^\d+$/.test(line.slice(0, at));
    default:
      return false;
  }
}

/** An underscore, or a run of them, between letters or digits. */
function isInsideWord(line: string, at: number): boolean {
  return /[\p{L}\p{M}\p{N}]_*$/u.test(line.slice(Math.max(0, at - 20), at)) && /^_+[\p{L}\p{M}\p{N}]/u.test(line.slice(at, at + 20));
}

/** Every text inside a value, escaped. Numbers, booleans and the shape stay. */
export function escapeAll<T>(value: T): T;
export function escapeAll(value: unknown): unknown {
  if (typeof value === "string") return escapeMarkdown(value);
  if (Array.isArray(value)) return value.map((part: unknown) => escapeAll(part));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, escapeAll<unknown>(part)]));
}

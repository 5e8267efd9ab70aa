import Handlebars from "handlebars";
import { mostTemplate } from "./dialect";
import type { Finding, Range } from "./finding";
import type { Obligatory } from "./obligatory";
import { findUses, type Found } from "./uses";
import { marksIn } from "./scan";
import type { Variable } from "./variables";

export interface Dialect {
  readonly variables: readonly Variable[];
  /** Of the language, by name. */
  readonly partials: Readonly<Record<string, string>>;
  /** What a message of the kind has to tell. */
  readonly obligatory: readonly Obligatory[];
}

/** All that is wrong with a template of the user's own. Nothing in it is run. */
export function checkTemplate(text: string, dialect: Dialect): readonly Finding[] {
  const program = readTemplate(text);
  if (isFinding(program)) return [program];
  const uses = findUses(program, dialect);
  const endless: readonly Finding[] = uses.endless ? [{ at: beginning, severity: "error", problem: { id: "template.endless" } }] : [];
  const missing = missingIn(uses, dialect.obligatory).map((name): Finding => ({ at: beginning, severity: "warning", problem: { id: "template.missing", values: { name } } }));
  return [...uses.findings.map(finding), ...endless, ...missing];
}

/** As Handlebars reads it, or why it cannot. */
export function readTemplate(text: string): hbs.AST.Program | Finding {
  if (text.length > mostTemplate) return { at: beginning, severity: "error", problem: { id: "template.tooLong", values: { most: mostTemplate } } };
  try {
    return Handlebars.parse(text);
  } catch (error) {
    return { ...notRead(error, text), severity: "error" };
  }
}

export const isFinding = (read: hbs.AST.Program | Finding): read is Finding => "problem" in read;

/** Names of what a message should tell and does not. */
export const missingIn = ({ written, asked }: Pick<ReturnType<typeof findUses>, "written" | "asked">, obligatory: readonly Obligatory[]): readonly string[] =>
  obligatory.filter(({ names, decides }) => !names.some((name) => written.has(name) || (decides && asked.has(name)))).map(({ names }) => names[0] ?? "");

export const beginning: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

export const finding = ({ loc, problem }: Found): Finding => ({
  at: { start: { line: loc.start.line - 1, character: loc.start.column }, end: { line: loc.end.line - 1, character: loc.end.column } },
  problem,
  severity: "error",
});

/** Handlebars says where and what in words of its own. */
function notRead(error: unknown, text: string): Pick<Finding, "at" | "problem"> {
  const said = error instanceof Error ? error.message : "";
  const [, open, close] = /^(\S+) doesn't match (\S+)/.exec(said) ?? [];
  const line = Number(/(?:^Parse error on line |- )(\d+)/.exec(said)?.[1] ?? 1) - 1;
  if (open !== undefined && close !== undefined) {
    const closing = marksIn(text).find((mark) => mark.sign === "/" && mark.name === close && lineAt(text, mark.start) >= line);
    return { at: closing ? rangeOf(text, closing.start, closing.end) : lineRange(text, line), problem: { id: "template.mismatch", values: { open, close } } };
  }
  const unclosed = firstUnclosed(text);
  if (unclosed && /got 'EOF'/.test(said)) return { at: rangeOf(text, unclosed.start, unclosed.end), problem: { id: "template.unclosed", values: { name: unclosed.name } } };
  const unended = marksIn(text).find(({ isOpen }) => isOpen);
  if (unended) return { at: rangeOf(text, unended.start, unended.end), problem: { id: "template.unended" } };
  return { at: lineRange(text, line), problem: { id: "template.unreadable" } };
}

function firstUnclosed(text: string) {
  const open = [];
  for (const mark of marksIn(text)) {
    if (mark.sign === "#") open.push(mark);
    else if (mark.sign === "/") open.pop();
  }
  return open[0];
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length - 1;

export function rangeOf(text: string, start: number, end: number): Range {
  const place = (offset: number) => ({ line: lineAt(text, offset), character: offset - (text.lastIndexOf("\n", offset - 1) + 1) });
  return { start: place(start), end: place(end) };
}

function lineRange(text: string, line: number): Range {
  const length = text.split("\n")[line]?.length ?? 0;
  return { start: { line, character: 0 }, end: { line, character: Math.max(1, length) } };
}

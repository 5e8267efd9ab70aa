import type { Variable } from "./variables";

/** What names mean at a place of a template, from the outermost to the innermost. A list or an object opens a new one. */
export type Scopes = readonly [Scope, ...Scope[]];
interface Scope {
  readonly fields: readonly Variable[];
  /** What this place stands for as a whole: an entry of a list. */
  readonly self?: Variable;
  /** Names given with `as |name|`. */
  readonly named?: ReadonlyMap<string, Variable>;
}

export const rootScope = (variables: readonly Variable[]): Scopes => [{ fields: variables }];
export const entered = (scopes: Scopes, into: Variable, names: readonly string[] = []): Scopes => [
  ...scopes,
  { fields: into.fields, self: into, ...(names[0] !== undefined && { named: new Map([[names[0], into]]) }) },
];

/** "@first" and its like, which `each` gives. */
export const loopNames = ["@index", "@key", "@first", "@last"] as const;

/**
 * @param path as Handlebars writes it: "next.due", "../title", "this", "@root.today"
 * @returns "whole": the place itself, or a value that a loop gives; undefined: there is no such thing
 */
export function resolve(path: string, scopes: Scopes): Variable | "whole" | undefined {
  if ((loopNames as readonly string[]).includes(path)) return "whole";
  const isRooted = /^@root(?:[./]|$)/.test(path);
  let stack: readonly Scope[] = isRooted ? scopes.slice(0, 1) : scopes;
  let rest = isRooted ? path.replace(/^@root[./]?/, "") : path;
  while (rest === ".." || rest.startsWith("../")) {
    if (stack.length < 2) return undefined;
    stack = stack.slice(0, -1);
    rest = rest.slice(3);
  }
  const here = stack.at(-1);
  const parts = rest.replace(/^(?:this|\.)(?:[./]|$)/, "").split(/[./]/).filter(Boolean);
  if (here === undefined) return undefined;
  const [first, ...more] = parts;
  if (first === undefined) return here.self ?? "whole";
  let found = stack.toReversed().map(({ named }) => named?.get(first)).find((variable) => variable !== undefined) ?? fieldOf(here.fields, first);
  for (const part of more) found = found && fieldOf(found.fields, part);
  return found;
}

const fieldOf = (fields: readonly Variable[], name: string): Variable | undefined => fields.find((field) => field.name === name);

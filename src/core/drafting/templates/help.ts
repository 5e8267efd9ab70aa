import { helperDoc, helperDocs, type HelperDoc } from "./helpers";
import { marksIn, openBlocks, type Mark } from "./scan";
import { entered, loopNames, resolve, rootScope, type Scopes } from "./scope";
import type { Variable } from "./variables";

/** What can be written at a place, or what stands there. */
export type Help =
  | { readonly is: "variable"; readonly variable: Variable }
  | { readonly is: "helper"; readonly helper: HelperDoc }
  | { readonly is: "partial"; readonly name: string }
  /** Closes the block that is open. */
  | { readonly is: "close"; readonly name: string }
  /** What only a loop has: "@first". */
  | { readonly is: "loop"; readonly name: string };

/** From where to where the name goes that is being typed, or stands there. */
export interface Spot {
  readonly start: number;
  readonly end: number;
}

interface Names {
  readonly variables: readonly Variable[];
  readonly partials: readonly string[];
}

/** What fits at the cursor; undefined outside of {{ }}. */
export function completionsAt(text: string, offset: number, { variables, partials }: Names): { readonly spot: Spot; readonly offers: readonly Help[] } | undefined {
  const marks = marksIn(text);
  const mark = marks.find(({ start, end, isOpen }) => start + 2 <= offset && (offset < end - 1 || (isOpen && offset <= end)));
  if (!mark || mark.sign === "!") return undefined;
  const typed = /[\w.@/]*$/.exec(text.slice(mark.start + 2, offset))?.[0] ?? "";
  // The sign of a closing tag is no part of a name.
  const word = mark.sign === "/" ? typed.replace(/^\//, "") : typed;
  const dot = word.lastIndexOf(".") + 1;
  const spot = { start: offset - word.length + dot, end: offset + (/^\w*/.exec(text.slice(offset))?.[0].length ?? 0) };
  const isFirst = text.slice(mark.inside, offset).trim() === word;
  if (mark.sign === "/") {
    const block = openBlocks(marks, mark.start).at(-1);
    return { spot, offers: block ? [{ is: "close", name: block.name }] : [] };
  }
  if (mark.sign === ">" && isFirst) return { spot, offers: partials.map((name) => ({ is: "partial", name })) };

  const scopes = scopesAt(marks, mark.start, variables);
  if (dot > 0) {
    const whole = resolve(word.slice(0, dot - 1), scopes);
    const fields = whole === "whole" ? (scopes.at(-1)?.fields ?? []) : (whole?.fields ?? []);
    return { spot, offers: fields.map(offer) };
  }
  const here = scopes.at(-1)?.fields ?? [];
  const helpers = isFirst ? helperDocs.filter(({ isBlock }) => isBlock === (mark.sign === "#")) : [];
  const loops: readonly Help[] = scopes.length > 1 ? loopNames.map((name) => ({ is: "loop", name })) : [];
  return { spot, offers: [...here.map(offer), ...helpers.map((helper): Help => ({ is: "helper", helper })), ...loops] };
}

const offer = (variable: Variable): Help => ({ is: "variable", variable });

/** What the name at this place means; undefined where there is none, or where it is unknown. */
export function helpAt(text: string, offset: number, { variables, partials }: Names): { readonly spot: Spot; readonly help: Help } | undefined {
  const marks = marksIn(text);
  const mark = marks.find(({ start, end }) => start < offset && offset < end);
  if (!mark || mark.sign === "!") return undefined;
  const before = /[\w.@/]*$/.exec(text.slice(mark.inside, offset))?.[0] ?? "";
  const after = /^\w*/.exec(text.slice(Math.max(offset, mark.inside)))?.[0] ?? "";
  const start = Math.max(offset, mark.inside) - before.length;
  const name = before + after;
  const spot = { start, end: start + name.length };
  if (name === "") return undefined;
  const isFirst = start === mark.inside;
  if (mark.sign === ">" && isFirst) return partials.includes(name) ? { spot, help: { is: "partial", name } } : undefined;
  const helper = isFirst ? helperDoc(name) : undefined;
  if (helper) return { spot, help: { is: "helper", helper } };
  if ((loopNames as readonly string[]).includes(name)) return { spot, help: { is: "loop", name } };
  const found = resolve(name, scopesAt(marks, mark.start, variables));
  return found === undefined || found === "whole" ? undefined : { spot, help: { is: "variable", variable: found } };
}

function scopesAt(marks: readonly Mark[], offset: number, variables: readonly Variable[]): Scopes {
  return openBlocks(marks, offset).reduce<Scopes>((scopes, { name, rest }) => {
    const isCall = helperDoc(name) !== undefined;
    if (isCall && name !== "each" && name !== "with") return scopes;
    const [path = "", , as] = isCall ? rest.split(/\s+/) : [name];
    const into = resolve(path, scopes);
    const names = as?.startsWith("|") ? [as.replaceAll("|", "")] : [];
    return into === undefined || into === "whole" ? scopes : entered(scopes, into, names);
  }, rootScope(variables));
}

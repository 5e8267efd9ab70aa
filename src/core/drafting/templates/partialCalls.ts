import { marksIn, type Mark } from "./scan";

type Texts = Readonly<Record<string, string>>;

/** How deep partials may call each other: what ships goes to a third of it. */
export const mostDepth = 12;

const callsIn = (text: string): readonly Mark[] => marksIn(text).filter(({ sign }) => sign === ">");

/** Names of all partials that a text calls, and that these call, and so on. */
export function calledFrom(text: string, partials: Texts): ReadonlySet<string> {
  const seen = new Set(callsIn(text).map(({ name }) => name));
  // A set that grows is gone through to its new end.
  for (const name of seen) if (Object.hasOwn(partials, name)) for (const call of callsIn(partials[name] ?? "")) seen.add(call.name);
  return seen;
}

/** The place in a partial from which it is led back to itself. */
export const wayBack = (name: string, partials: Texts): Mark | undefined =>
  callsIn(partials[name] ?? "").find((call) => call.name === name || (Object.hasOwn(partials, call.name) && calledFrom(partials[call.name] ?? "", partials).has(name)));

/** How many partials lie one in the other below this one, itself counted. */
export function depthOf(name: string, partials: Texts): number {
  const known = new Map<string, number>();
  const depth = (one: string, above: readonly string[]): number => {
    if (above.includes(one) || !Object.hasOwn(partials, one)) return 0;
    const below = known.get(one) ?? 1 + Math.max(0, ...callsIn(partials[one] ?? "").map((call) => depth(call.name, [...above, one])));
    known.set(one, below);
    return below;
  };
  return depth(name, []);
}

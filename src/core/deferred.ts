import { once } from "./once";

type AsyncMethod = (...args: never[]) => Promise<unknown>;

/**
 * A port whose adapter is loaded at the first call: for rooms that are too heavy for the start. Only asynchronous methods
 * can be deferred; they are named, so that a port with anything else is no match.
 */
export function deferred<T extends { [M in Name]: AsyncMethod }, Name extends keyof T & string>(
  load: () => Promise<T>,
  names: readonly Name[],
): Pick<T, Name> {
  const adapter = once(load);
  const call =
    (name: Name) =>
    async (...args: never[]) => {
      const loaded = await adapter();
      return loaded[name](...args);
    };
  return Object.fromEntries(names.map((name) => [name, call(name)])) as Pick<T, Name>;
}

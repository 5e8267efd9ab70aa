/** Remembers the last result: the same arguments, by identity, give the same value without making it again. */
export function lastOnly<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let known: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (known?.args.length !== args.length || known.args.some((arg, n) => arg !== args[n])) known = { args, result: make(...args) };
    return known.result;
  };
}

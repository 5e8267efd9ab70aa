import { parseArgs } from "node:util";

/** Something that the caller can mend; its message is printed as it is. */
export class BadInput extends Error {}
/** The command line itself: the help says how it goes. */
export class Usage extends BadInput {}

export interface Arguments {
  /** The values of each option that was given, in order. */
  readonly options: Readonly<Record<string, readonly string[] | undefined>>;
  readonly positionals: readonly string[];
}

/**
 * Reads options that all take values. One that may have several takes them one after the other (`--repo A B`) or repeated
 * (`--repo A --repo B`).
 */
export function readArguments(args: readonly string[], one: readonly string[], several: readonly string[]): Arguments {
  const known = [...one, ...several];
  const { tokens } = parse(args, known);
  const options: Record<string, string[]> = {};
  const positionals: string[] = [];
  let open: string[] | undefined;
  for (const token of tokens) {
    if (token.kind === "option") {
      if (one.includes(token.name) && options[token.name]) throw new Usage(`--${token.name} was given twice.`);
      const values = (options[token.name] ??= []);
      values.push(token.value);
      open = several.includes(token.name) ? values : undefined;
    } else if (token.kind === "positional") {
      (open ?? positionals).push(token.value);
    }
  }
  return { options, positionals };
}

function parse(args: readonly string[], known: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: Object.fromEntries(known.map((name) => [name, { type: "string", multiple: true } as const])),
      allowPositionals: true,
      tokens: true,
    });
  } catch (error) {
    // Node's first sentence says what is wrong; what follows is advice on its own options.
    throw new Usage(error instanceof Error ? (error.message.split(". ")[0] ?? error.message) + "." : String(error));
  }
}

/** The value of an option that has to be one of `choices`. */
export function oneOf<T extends string>(name: string, value: string | undefined, choices: readonly [T, ...T[]]): T {
  if (value === undefined) return choices[0];
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new Usage(`--${name} is ${choices.join(" or ")}, not "${value}".`);
  return found;
}

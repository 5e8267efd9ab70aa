import path from "node:path";

/** What may be injected; the extension passes nothing but the path of git, tests pass an isolated home. */
export interface GitOptions {
  /** "git", or the path of one. */
  readonly binary?: string;
  /** Added to the environment; a value of undefined removes a name. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * simple-git refuses these when they are handed over, and git takes orders from them: none is passed on. GIT_DIR and its
 * like would also make git read another repository than the one that was asked for.
 */
const guarded = /^(git_.*|editor|visual|pager|prefix|ssh_askpass)$/i;

const fixed: Readonly<Record<string, string>> = {
  /** Objects that a partial clone lacks stay missing. Gits before 2.45 know only the second: no transport is allowed. */
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "none",
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  /** A log into a pipe would be written commit by commit; in blocks it takes a fifth less, and wakes the reader less. */
  GIT_FLUSH: "0",
  /** What git complains about is recognised by its words. */
  LC_ALL: "C",
  LANGUAGE: "C",
};

export interface GitEnvironment {
  readonly binary: string;
  readonly env: Record<string, string>;
  /** The names that simple-git must be told to let through. */
  readonly allowed: readonly string[];
}

export function gitEnvironment({ binary = "git", env: added = {} }: GitOptions, from: NodeJS.ProcessEnv = process.env): GitEnvironment {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(from)) if (value !== undefined && !guarded.test(name)) env[name] = value;
  for (const [name, value] of Object.entries({ ...added, ...fixed })) {
    if (value === undefined) Reflect.deleteProperty(env, name);
    else env[name] = value;
  }
  // simple-git takes no path with a space ("C:\Program Files\…"), so a path leads the search instead.
  const folder = path.dirname(binary);
  if (folder !== ".") {
    const name = Object.keys(env).find((key) => key.toLowerCase() === "path") ?? "PATH";
    env[name] = [folder, env[name]].filter(Boolean).join(path.delimiter);
  }
  return { binary: path.basename(binary), env, allowed: Object.keys(env).filter((name) => guarded.test(name)) };
}

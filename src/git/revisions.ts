import type { LogRequest } from "../core/ports/git";
import { problemAt } from "./problems";
import type { Git } from "./run";

/** Hashes. Without `to` there is nothing to read yet. */
export interface Range {
  readonly from?: string;
  readonly to?: string;
}

/**
 * The commits that a person's words mean ("v1.2", "HEAD~5", a hash). They go in by stdin, one a line, so that none can be
 * read as an option. Without `to` a range ends at HEAD.
 */
export async function resolveRange(
  git: Git,
  request: LogRequest,
  { from, to = "HEAD" }: NonNullable<LogRequest["range"]>,
  signal?: AbortSignal,
): Promise<Range> {
  const words = from === undefined ? [to] : [to, from];
  const bad = (word: string) => problemAt(request, { id: "git.badRevision", values: { revision: word } });
  const broken = words.find((word) => /[\r\n\0]/.test(word) || word.trim() === "");
  if (broken !== undefined) throw bad(broken);
  const input = words.map((word) => `${word}^{commit}\n`).join("");
  const out = await git(request.path, ["cat-file", "--batch-check=%(objectname) %(objecttype)"], { input, signal });
  const answers = out.toString().trimEnd().split("\n");
  const [end, start] = words.map((word, at) => {
    const hash = /^([0-9a-f]{40,64}) commit$/.exec(answers[at] ?? "")?.[1];
    // Nobody asked for HEAD by name: a repository without commits has none.
    if (hash === undefined && word !== "HEAD") throw bad(word);
    return hash;
  });
  return { ...(end === undefined ? {} : { to: end }), ...(start === undefined ? {} : { from: start }) };
}

import type { LogRequest } from "../core/ports/git";
import type { Refs } from "./refs";
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
  const words = wordsOf(from, to);
  const bad = (word: string) => problemAt(request, { id: "git.badRevision", values: { revision: word } });
  const broken = words.find((word) => /[\r\n\0]/.test(word) || word.trim() === "");
  if (broken !== undefined) throw bad(broken);
  const found = await commitsOf(git, request.path, words.map((word) => `${word}^{commit}`), signal);
  const [end, start] = words.map((word, at) => {
    const hash = found[at];
    // Nobody asked for HEAD by name: a repository without commits has none.
    if (hash === undefined && word !== "HEAD") throw bad(word);
    return hash;
  });
  return { ...(end === undefined ? {} : { to: end }), ...(start === undefined ? {} : { from: start }) };
}

const wordsOf = (from: string | undefined, to = "HEAD") => (from === undefined ? [to] : [to, from]);

/** A range and the branches, as git's files have them. */
export interface Guess {
  readonly refs: Refs;
  readonly range: Range;
}

/**
 * Whether git says the same of each branch, of what remotes call their default one, of HEAD, and of the words of a range: one
 * process instead of two. A range needs no more of the refs. False is no answer: git is to be asked for all there is.
 */
export async function gitConfirms(git: Git, path: string, words: NonNullable<LogRequest["range"]>, { refs, range }: Guess, signal?: AbortSignal): Promise<boolean> {
  const { branches, remoteHeads } = refs;
  const expected: (readonly [name: string, hash: string | undefined])[] = [
    ...wordsOf(words.from, words.to).map((word, at) => [`${word}^{commit}`, at === 0 ? range.to : range.from] as const),
    ...branches.map(({ ref, hash }) => [ref, hash] as const),
    ...remoteHeads.map(({ remote, target }) => [`refs/remotes/${remote}/HEAD`, branches.find(({ ref }) => ref === target)?.hash] as const),
    ...branches.filter(({ isCurrent }) => isCurrent).map(({ hash }) => ["HEAD", hash] as const),
  ];
  if (branches.some(({ ref }) => meansMore.test(ref))) return false;
  const found = await commitsOf(git, path, expected.map(([name]) => name), signal);
  return expected.every(([, hash], at) => hash !== undefined && hash === found[at]);
}

/** In a file's name these can be anything; to git no name has them, and what stands behind is a way to go from there. */
const meansMore = /[~^:?*[\\\s]|\.\.|@\{/;

/** The hash of each that is a commit. */
async function commitsOf(git: Git, path: string, names: readonly string[], signal?: AbortSignal): Promise<readonly (string | undefined)[]> {
  const out = await git(path, ["cat-file", "--batch-check=%(objectname) %(objecttype)"], { input: names.map((name) => `${name}\n`).join(""), signal });
  const answers = out.toString().trimEnd().split("\n");
  return names.map((_, at) => /^([0-9a-f]{40,64}) commit$/.exec(answers[at] ?? "")?.[1]);
}

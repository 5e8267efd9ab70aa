import { readdir } from "node:fs/promises";
import path from "node:path";
import type { LogRequest } from "../core/ports/git";
import { text, type GitFolder } from "./gitFolder";
import { branchOf, type Branch, type Refs } from "./refs";
import type { Range } from "./revisions";

/**
 * The branches as git's own files have them, without a process: a guess, by which a reading can begin while git is asked for
 * what is really so. Undefined where the files are kept in another way than git's oldest, or say more than is understood here.
 */
export async function guessRefs({ gitDir, commonDir }: GitFolder): Promise<Refs | undefined> {
  const [packed, head, config, ...loose] = await Promise.all([
    text(path.join(commonDir, "packed-refs")),
    text(path.join(gitDir, "HEAD")),
    text(path.join(commonDir, "config")),
    ...["refs/heads", "refs/remotes"].map((folder) => looseIn(commonDir, folder)),
  ]);
  if (/^\s*\[\s*include|refstorage|worktreeconfig/im.test(config)) return undefined;
  const values = new Map<string, string>();
  for (const line of packed.split("\n")) {
    const [, hash = "", ref = ""] = /^([0-9a-f]{40,64}) (refs\/(?:heads|remotes)\/.+)$/.exec(line) ?? [];
    if (ref !== "") values.set(ref, hash);
  }
  for (const [ref, value] of loose.flat()) values.set(ref, value);

  const current = symbolic.exec(head.trim())?.[1];
  const upstreams = upstreamsIn(config);
  const branches: Branch[] = [];
  const remoteHeads: { remote: string; target: string }[] = [];
  for (const [ref, value] of [...values].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
    const remote = /^refs\/remotes\/(.+)\/HEAD$/.exec(ref)?.[1];
    const target = symbolic.exec(value)?.[1];
    if (remote !== undefined) {
      if (target !== undefined) remoteHeads.push({ remote, target });
    } else if (!/^[0-9a-f]{40,64}$/.test(value)) {
      return undefined;
    } else {
      branches.push(branchOf(ref, value, upstreams.get(ref) ?? "", ref === current));
    }
  }
  return { branches, remoteHeads, liveTags: [] };
}

/**
 * The commits that the words of a range mean, by the same files: a hash, HEAD, a tag or a branch by its name. Undefined where
 * a word is something else. What git itself makes of an annotated tag whose file is its own is not seen here.
 */
export async function guessRange(folder: GitFolder, { from, to = "HEAD" }: NonNullable<LogRequest["range"]>): Promise<Range | undefined> {
  const packed = text(path.join(folder.commonDir, "packed-refs"));
  const [end, start] = await Promise.all([to, ...(from === undefined ? [] : [from])].map((word) => guessCommit(folder, word, packed)));
  return end === undefined || (from !== undefined && start === undefined) ? undefined : { to: end, ...(start !== undefined && { from: start }) };
}

async function guessCommit(folder: GitFolder, word: string, packed: Promise<string>): Promise<string | undefined> {
  if (aHash.test(word)) return word;
  if (word === "HEAD") {
    const head = (await text(path.join(folder.gitDir, "HEAD"))).trim();
    const ref = symbolic.exec(head)?.[1];
    return ref === undefined ? hashIn(head) : refAt(folder, ref, await packed);
  }
  // A name that git takes for a ref; one that could lead out of the folder is none.
  if (!/^\w[\w./-]*$/.test(word) || word.includes("..")) return undefined;
  return (await refAt(folder, `refs/tags/${word}`, await packed)) ?? refAt(folder, `refs/heads/${word}`, await packed);
}

/** A ref's own file comes before the packed ones, where a line "^hash" below an annotated tag says its commit. */
async function refAt({ commonDir }: GitFolder, ref: string, packed: string): Promise<string | undefined> {
  const own = (await text(path.join(commonDir, ref))).trim();
  if (own !== "") return hashIn(own);
  const lines = packed.split("\n");
  const at = lines.findIndex((line) => line.endsWith(` ${ref}`));
  return at < 0 ? undefined : (hashIn(lines[at + 1]?.replace(/^\^/, "") ?? "") ?? hashIn(lines[at]?.split(" ")[0] ?? ""));
}

const aHash = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const symbolic = /^ref: *(refs\/.+)$/;
const hashIn = (value: string) => (aHash.test(value) ? value : undefined);

/** Each file below a folder is a ref: its hash, or the name of another. */
async function looseIn(commonDir: string, folder: string): Promise<readonly (readonly [ref: string, value: string])[]> {
  const entries = await readdir(path.join(commonDir, folder), { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return looseIn(commonDir, name);
      return entry.name.endsWith(".lock") ? [] : [[name, (await text(path.join(commonDir, name))).trim()] as const];
    }),
  );
  return found.flat();
}

/** What each local branch follows, where remotes keep their branches under their own name, as they do unless told otherwise. */
function upstreamsIn(config: string): ReadonlyMap<string, string> {
  const upstreams = new Map<string, string>();
  let branch: string | undefined;
  let remote: string | undefined;
  for (const line of config.split("\n")) {
    const section = /^\s*\[([^\]]*)\]/.exec(line)?.[1];
    if (section !== undefined) {
      branch = /^branch "(.+)"$/.exec(section.trim())?.[1];
      remote = undefined;
    }
    const [, key = "", value = ""] = /^\s*(remote|merge)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    if (branch === undefined || key === "") continue;
    if (key === "remote") remote = value;
    else if (remote !== undefined) upstreams.set(`refs/heads/${branch}`, remote === "." ? value : value.replace(/^refs\/heads\//, `refs/remotes/${remote}/`));
  }
  return upstreams;
}

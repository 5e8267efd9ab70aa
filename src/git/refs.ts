import type { Git } from "./run";

export interface Branch {
  /** "refs/heads/main", "refs/remotes/origin/main" */
  readonly ref: string;
  /** "main", "origin/main" */
  readonly name: string;
  /** Without the remote: "main". */
  readonly shortName: string;
  readonly isRemote: boolean;
  readonly hash: string;
  /** The ref that a local branch tracks. */
  readonly upstream?: string;
  readonly isCurrent: boolean;
}
export interface Refs {
  readonly branches: readonly Branch[];
  /** Which branch each remote calls its default one: "refs/remotes/origin/main". */
  readonly remoteHeads: readonly { readonly remote: string; readonly target: string }[];
  /** The commits of the tags that mean "live". */
  readonly liveTags: readonly string[];
  /** The commit of the tag at which telling begins. */
  readonly firstTag?: string;
}

/** `liveTags` is a glob as for-each-ref knows it ("v*" is one level deep), `firstTag` a name. */
export interface WantedTags {
  readonly liveTags?: string;
  readonly firstTag?: string;
}

export async function readRefs(git: Git, path: string, wanted: WantedTags, signal?: AbortSignal): Promise<Refs> {
  const [branchLines, liveTags, firstTags] = await Promise.all([
    // Nothing here makes git open an object: one broken branch must not hide the others.
    lines(git, path, ["%(refname)", "%(objectname)", "%(upstream)", "%(symref)", "%(HEAD)"], ["refs/heads", "refs/remotes"], signal),
    commitsOfTags(git, path, wanted.liveTags, signal),
    commitsOfTags(git, path, wanted.firstTag, signal),
  ]);
  const branches: Branch[] = [];
  const remoteHeads: { remote: string; target: string }[] = [];
  for (const [ref = "", hash = "", upstream = "", symref = "", current] of branchLines) {
    const remote = /^refs\/remotes\/(.+)\/HEAD$/.exec(ref)?.[1];
    if (remote !== undefined) {
      if (symref !== "") remoteHeads.push({ remote, target: symref });
      continue;
    }
    branches.push(branchOf(ref, hash, upstream, current === "*"));
  }
  const firstTag = firstTags.get(`refs/tags/${wanted.firstTag ?? ""}`);
  return { branches, remoteHeads, liveTags: [...new Set(liveTags.values())], ...(firstTag === undefined ? {} : { firstTag }) };
}

/** @param upstream "" where it follows none */
export function branchOf(ref: string, hash: string, upstream: string, isCurrent: boolean): Branch {
  const name = ref.replace(/^refs\/(heads|remotes)\//, "");
  const isRemote = ref.startsWith("refs/remotes/");
  const shortName = isRemote ? name.slice(name.indexOf("/") + 1) : name;
  return { ref, name, shortName, isRemote, hash, ...(upstream === "" ? {} : { upstream }), isCurrent };
}

/** Ref -> the commit it leads to. Tags of anything else do not count. */
async function commitsOfTags(git: Git, path: string, pattern: string | undefined, signal?: AbortSignal): Promise<Map<string, string>> {
  const commits = new Map<string, string>();
  if (pattern === undefined) return commits;
  const fields = ["%(refname)", "%(objecttype)", "%(objectname)", "%(*objecttype)", "%(*objectname)"];
  for (const [ref = "", type, hash = "", innerType, innerHash = ""] of await lines(git, path, fields, [`refs/tags/${pattern}`], signal)) {
    if (type === "commit") commits.set(ref, hash);
    else if (innerType === "commit") commits.set(ref, innerHash);
  }
  return commits;
}

async function lines(git: Git, path: string, fields: readonly string[], patterns: readonly string[], signal?: AbortSignal): Promise<string[][]> {
  const out = await git(path, ["for-each-ref", `--format=${fields.join("%00")}`, ...patterns], { signal });
  return out.toString().split("\n").filter(Boolean).map((line) => line.split("\0"));
}

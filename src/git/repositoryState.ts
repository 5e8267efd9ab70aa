import { stat } from "node:fs/promises";
import path from "node:path";
import type { Text, TextId } from "../core/say";
import { exists, text, type GitFolder } from "./gitFolder";

/** What a work tree is in the middle of, and what its history lacks. None of it stops a reading. */
export interface RepositoryState {
  /** What HEAD says: a branch ("refs/heads/main", perhaps without a commit yet), or a hash when detached. */
  readonly head: { readonly branch: string } | { readonly hash: string } | undefined;
  /** HEAD stands on half-moved copies of commits: the branch that is being rebased still has the originals. */
  readonly isRebasing: boolean;
  readonly isPartial: boolean;
  readonly isShallow: boolean;
  readonly notices: readonly Text[];
}

/** Files that git keeps in a work tree's own folder while something is unfinished. */
const unfinished: readonly (readonly [string, TextId])[] = [
  ["rebase-merge", "git.rebasing"],
  ["rebase-apply", "git.rebasing"],
  ["MERGE_HEAD", "git.merging"],
  ["CHERRY_PICK_HEAD", "git.cherryPicking"],
  ["REVERT_HEAD", "git.reverting"],
  ["BISECT_LOG", "git.bisecting"],
];

export async function repositoryState({ gitDir, commonDir }: GitFolder): Promise<RepositoryState> {
  const [headText, config, isShallow, ...present] = await Promise.all([
    text(path.join(gitDir, "HEAD")),
    text(path.join(commonDir, "config")),
    stat(path.join(commonDir, "shallow")).then((file) => file.size > 0, () => false),
    ...unfinished.map(([file]) => exists(path.join(gitDir, file))),
  ]);
  const head = readHead(headText.trim());
  const isPartial = /^\s*(promisor|partialclone)\s*=/im.test(config);
  const going = new Set(unfinished.filter((_, at) => present[at] === true).map(([, id]) => id));
  // A cherry-pick is how a rebase moves each commit.
  if (going.has("git.rebasing")) going.delete("git.cherryPicking");
  const isRebasing = going.has("git.rebasing");
  // Rebasing and bisecting detach HEAD by themselves.
  const isDetached = head !== undefined && "hash" in head && !isRebasing && !going.has("git.bisecting");
  const ids: TextId[] = [...going, ...(isDetached ? (["git.detached"] as const) : []), ...(isShallow ? (["git.shallow"] as const) : []), ...(isPartial ? (["git.partial"] as const) : [])];
  return { head, isRebasing, isPartial, isShallow, notices: ids.map((id) => ({ id })) };
}

function readHead(head: string): RepositoryState["head"] {
  const branch = /^ref: *(refs\/.+)$/.exec(head)?.[1];
  if (branch !== undefined) return { branch };
  return /^[0-9a-f]{40,64}$/.test(head) ? { hash: head } : undefined;
}

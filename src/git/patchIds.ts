import type { PatchIds } from "../core/work/told";
import { gitFolderAbove } from "./gitFolder";
import { repositoryState } from "./repositoryState";
import { GitFailure, type Git } from "./run";
import { neverRun } from "./walk";

/**
 * The patch-id of each commit whose objects exist: equal for equal changes, wherever in history they stand. Two processes
 * for any number of commits. A merge, and a commit that changes nothing, has none.
 */
export async function readPatchIds(git: Git, path: string, hashes: readonly string[], signal?: AbortSignal): Promise<PatchIds> {
  const wanted = [...new Set(hashes.filter((hash) => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(hash)))];
  return wanted.length === 0 ? new Map() : readPatchIdsOf(git, path, wanted, signal);
}

/** @param lines a commit's hash, or "tip base" for all that lies between the two; what comes out goes by the first hash */
export async function readPatchIdsOf(git: Git, path: string, lines: readonly string[], signal?: AbortSignal): Promise<PatchIds> {
  const patches = await git(
    path,
    ["diff-tree", "--stdin", "--root", "-r", "-p", "--full-index", "--no-renames", "--no-relative", "-O/dev/null", ...neverRun],
    // git passes over what it does not have.
    { input: lines.join("\n") + "\n", signal },
  ).catch(async (error: unknown) => {
    const folder = await gitFolderAbove(path);
    // A partial clone has the commits without their contents: what was told cannot be settled there.
    if (error instanceof GitFailure && error.kind === "failed" && folder !== undefined && (await repositoryState(folder)).isPartial) return Buffer.alloc(0);
    throw error;
  });
  if (patches.length === 0) return new Map();
  const out = await git(path, ["patch-id", "--stable"], { input: patches, signal });
  return new Map(out.toString().split("\n").filter(Boolean).map((line): [string, string] => {
    const [id = "", hash = ""] = line.split(" ");
    return [hash, id];
  }));
}

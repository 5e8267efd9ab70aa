import { readdir } from "node:fs/promises";
import path from "node:path";
import { gitFolderAbove, gitFolderAt, type GitFolder } from "./gitFolder";

/** How far below a folder of the workspace repositories are looked for, and in how many folders at most. */
const deepest = 3;
const mostFolders = 2000;

/** Made by tools, large, and never a freelancer's own work. Hidden folders are passed over as well. */
const skipped = new Set(["node_modules", "bower_components", "vendor", "dist", "build", "out", "target", "coverage", "venv", "__pycache__", "Pods"]);

/** The repository that a folder lies in, and those below it: nested ones, submodules, linked work trees. */
export async function scan(folder: string, signal?: AbortSignal): Promise<readonly GitFolder[]> {
  const found: GitFolder[] = [];
  const around = await gitFolderAbove(folder);
  if (around !== undefined) found.push(around);
  let level = await below(folder);
  for (let depth = 1, left = mostFolders; depth <= deepest && level.length > 0 && left > 0; depth++) {
    signal?.throwIfAborted();
    const some = level.slice(0, left);
    left -= some.length;
    const [repositories, next] = await Promise.all([Promise.all(some.map(gitFolderIn)), Promise.all(depth < deepest ? some.map(below) : [])]);
    found.push(...repositories.filter((repository) => repository !== undefined));
    level = next.flat();
  }
  return found;
}

/** Without the look at a bare repository's parts that `gitFolderAt` takes: of many folders few have a ".git". */
async function gitFolderIn(folder: string): Promise<GitFolder | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.includes(".git") ? gitFolderAt(folder) : undefined;
}

async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !skipped.has(entry.name)).map(({ name }) => path.join(folder, name));
}

/**
 * One of each repository: work trees that share one are the same history. The main one stands for all of them, whichever
 * folders lead to it.
 */
export function distinct(folders: readonly GitFolder[]): readonly GitFolder[] {
  const byRepository = new Map<string, GitFolder>();
  for (const folder of folders) {
    const before = byRepository.get(folder.commonDir);
    if (before === undefined || (folder.gitDir === folder.commonDir && before.gitDir !== before.commonDir)) byRepository.set(folder.commonDir, folder);
  }
  return [...byRepository.values()];
}

import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";

/** Where a repository keeps itself. Found without a process, by git's own documented layout. */
export interface GitFolder {
  /** The work tree's top, as a real path; of a bare repository the repository itself. */
  readonly top: string;
  /** Holds this work tree's HEAD and what is going on in it. */
  readonly gitDir: string;
  /** Shared by all work trees of one repository: refs, objects, config. Equal to gitDir in an ordinary one. */
  readonly commonDir: string;
}

/** The repository whose work tree's top is exactly this folder. */
export async function gitFolderAt(folder: string): Promise<GitFolder | undefined> {
  const entry = path.join(folder, ".git");
  const kind = await stat(entry).catch(() => undefined);
  if (kind === undefined) return (await isGitDir(folder)) ? described(folder, folder) : undefined;
  if (kind.isDirectory()) return (await isGitDir(entry)) ? described(folder, entry) : undefined;
  // A linked work tree or a submodule: the file says where the repository is.
  const target = /^gitdir: *(.+)$/m.exec(await text(entry))?.[1]?.trim();
  if (target === undefined) return undefined;
  const gitDir = path.resolve(folder, target);
  return (await exists(path.join(gitDir, "HEAD"))) ? described(folder, gitDir) : undefined;
}

/** The repository that this file or folder lies in, as git would find it: the nearest one above. */
export async function gitFolderAbove(start: string): Promise<GitFolder | undefined> {
  for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
    const found = await gitFolderAt(folder);
    if (found !== undefined) return found;
    if (folder === path.dirname(folder)) return undefined;
  }
}

async function described(top: string, gitDir: string): Promise<GitFolder> {
  const common = (await text(path.join(gitDir, "commondir"))).trim();
  const [realTop, realGitDir, commonDir] = await Promise.all([real(top), real(gitDir), real(path.resolve(gitDir, common))]);
  return { top: realTop, gitDir: realGitDir, commonDir };
}

const isGitDir = async (folder: string) =>
  (await Promise.all(["HEAD", "objects", "refs"].map((name) => exists(path.join(folder, name))))).every(Boolean);

export const exists = (file: string) => stat(file).then(() => true, () => false);
/** A small text file of git's; empty where there is none. */
export const text = (file: string) => readFile(file, "utf8").catch(() => "");
const real = (folder: string) => realpath(folder).catch(() => path.resolve(folder));

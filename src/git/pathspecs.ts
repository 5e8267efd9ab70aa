import { cleanGlob } from "../core/book/glob";
import type { Text } from "../core/say";

/**
 * Globs as a person types them, as git pathspecs. Each is for the folder of that name, with all below it, as well as for
 * files that match: "src/shop", "packages/*", "**\/*.css". The magic in front keeps a glob from being read as an option and
 * "*" from crossing folders.
 */
export function pathspecs(include: readonly string[] = [], exclude: readonly string[] = []): { readonly specs: readonly string[] } | { readonly problem: Text } {
  const wanted = include.map(cleanGlob);
  const unwanted = exclude.map(cleanGlob);
  const bad = [...include, ...exclude].find((glob) => leavesRepository(cleanGlob(glob)));
  if (bad !== undefined) return { problem: { id: "git.badPath", values: { path: bad } } };
  const all = wanted.includes("") ? [""] : wanted;
  if (all.every((glob) => glob === "") && unwanted.length === 0) return { specs: [] };
  return {
    specs: [
      ...(all.length === 0 || all[0] === "" ? [":(top)"] : all.flatMap((glob) => both("top,glob", glob))),
      ...unwanted.filter((glob) => glob !== "").flatMap((glob) => both("top,exclude,glob", glob)),
    ],
  };
}

/** A name without wildcards is a folder's already; "*" at the end would stop at the files of that folder. */
const both = (magic: string, glob: string) => (/[*?[\\]/.test(glob) && !glob.endsWith("**") ? [`:(${magic})${glob}`, `:(${magic})${glob}/**`] : [`:(${magic})${glob}`]);

const leavesRepository = (glob: string) => glob.split("/").includes("..") || glob.includes("\0");

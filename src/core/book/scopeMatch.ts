import picomatch from "picomatch";
import { cleanGlob } from "./glob";
import type { RepositoryScope } from "./project";

/**
 * Whether a path belongs to a scope, by its include and exclude globs. A glob without wildcards names a file, or a folder
 * with all below it, as it does for git.
 * @param path from the repository's top, "/" between the parts
 */
export function scopeHolds(scope: RepositoryScope, path: string): boolean {
  const hit = (globs: readonly string[]) => globs.some((glob) => path === glob || matches(glob, path));
  const include = (scope.include ?? []).map(cleanGlob);
  // "." is all there is: excluding it would leave nothing, so it says nothing, as for git.
  const exclude = (scope.exclude ?? []).map(cleanGlob).filter((glob) => glob !== "");
  return (include.length === 0 || hit(include)) && !hit(exclude);
}

function matches(glob: string, path: string): boolean {
  return glob === "" || picomatch.isMatch(path, [glob, `${glob}/**`], { dot: true, posix: true });
}

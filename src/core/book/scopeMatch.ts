import picomatch from "picomatch";
import { cleanGlob } from "./glob";
import type { RepositoryScope } from "./project";

/**
 * Whether a path belongs to a scope, by its include and exclude globs. A glob without wildcards names a file, or a folder
 * with all below it, as it does for git.
 * @param path from the repository's top, "/" between the parts
 */
export function scopeHolds(scope: RepositoryScope, path: string): boolean {
  const hit = (globs: readonly string[]) => globs.map(cleanGlob).some((glob) => path === glob || matches(glob, path));
  if (scope.include && scope.include.length > 0 && !hit(scope.include)) return false;
  return !(scope.exclude && hit(scope.exclude));
}

function matches(glob: string, path: string): boolean {
  return glob === "" || picomatch.isMatch(path, [glob, `${glob}/**`], { dot: true, posix: true });
}

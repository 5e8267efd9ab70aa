import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Sizes {
  /** Bytes of dist/extension.js, of the house that it opens by itself, and of all that the two import statically. */
  readonly atStart: number;
  /** Of that, what is loaded before `activate` is called. */
  readonly before: number;
  readonly files: number;
  readonly vsix: number;
}

/** Builds for production beside the project, so that its own dist/ stays as it is. */
export async function withProductionBuild<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "khobor-build-"));
  try {
    for (const file of ["package.json", "package.nls.json", "package.nls.bn.json", "tsconfig.json", "esbuild.mjs", "build", ".vscodeignore", "README.md", "CHANGELOG.md", "LICENSE", "media", "templates", "l10n"])
      if (existsSync(file)) cpSync(file, path.join(folder, file), { recursive: true });
    // Copied rather than linked: esbuild names a file by where it really is.
    cpSync("src", path.join(folder, "src"), { recursive: true });
    symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"), "junction");
    execFileSync(process.execPath, ["esbuild.mjs", "--production"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const sizes = (): Promise<Sizes> =>
  withProductionBuild((folder) => {
    const entry = path.join(folder, "dist/extension.js");
    const before = importedFrom([entry]);
    const [, house] = /\bimport\("(\.\/chunks\/house-[^"]+)"\)/.exec(readFileSync(entry, "utf8")) ?? [];
    if (house === undefined) throw new Error("dist/extension.js does not open the house.");
    const loaded = importedFrom([entry, path.resolve(path.dirname(entry), house)]);
    const vsce = path.resolve("node_modules/@vscode/vsce/vsce");
    execFileSync(process.execPath, [vsce, "package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", "khobor.vsix"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    return { atStart: bytesOf(loaded), before: bytesOf(before), files: loaded.size, vsix: statSync(path.join(folder, "khobor.vsix")).size };
  });

const bytesOf = (files: ReadonlySet<string>) => [...files].reduce((sum, file) => sum + statSync(file).size, 0);

/** These files and what they import statically: a dynamic import has a bracket behind it, and is loaded later. */
function importedFrom(files: readonly string[]): ReadonlySet<string> {
  const loaded = new Set(files);
  // A set grows while it is walked.
  for (const file of loaded)
    for (const [, to = ""] of readFileSync(file, "utf8").matchAll(/(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g)) loaded.add(path.resolve(path.dirname(file), to));
  return loaded;
}

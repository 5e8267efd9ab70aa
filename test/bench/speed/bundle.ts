import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Sizes {
  /** Bytes of dist/extension.js and all that it imports statically. */
  readonly atStart: number;
  readonly files: number;
  readonly vsix: number;
}

/** Builds for production beside the project, so that its own dist/ stays as it is. */
export async function withProductionBuild<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "khobor-build-"));
  try {
    for (const file of ["package.json", "package.nls.json", "package.nls.bn.json", "tsconfig.json", "esbuild.mjs", ".vscodeignore", "README.md", "CHANGELOG.md", "LICENSE", "media", "templates", "l10n"])
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
    const loaded = new Set([path.join(folder, "dist/extension.js")]);
    // A set grows while it is walked. A dynamic import has a bracket behind it, and is loaded later.
    for (const file of loaded)
      for (const [, to = ""] of readFileSync(file, "utf8").matchAll(/(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g)) loaded.add(path.resolve(path.dirname(file), to));
    const atStart = [...loaded].reduce((sum, file) => sum + statSync(file).size, 0);
    const vsce = path.resolve("node_modules/@vscode/vsce/vsce");
    execFileSync(process.execPath, [vsce, "package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", "khobor.vsix"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    return { atStart, files: loaded.size, vsix: statSync(path.join(folder, "khobor.vsix")).size };
  });

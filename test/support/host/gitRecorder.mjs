import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * A `git` that writes down how it was called and then is git. Put first on PATH it shows who runs git, and when:
 * one line a call, arguments separated by spaces and quoted by the shell.
 * @param {string} home
 * @returns {{ env: NodeJS.ProcessEnv, log: string }}
 */
export function recordGit(home) {
  const bin = path.join(home, "bin");
  const log = path.join(home, "git.log");
  mkdirSync(bin, { recursive: true });
  writeFileSync(log, "");
  const real = findGit();
  // on Windows nothing is recorded: a script there would not be found as git.exe
  if (process.platform !== "win32" && real) {
    const script = path.join(bin, "git");
    writeFileSync(script, `#!/bin/sh\nprintf '%s\\n' "$PWD: git $*" >> '${log}'\nexec '${real}' "$@"\n`);
    chmodSync(script, 0o755);
  }
  return { env: { PATH: `${bin}${path.delimiter}${process.env["PATH"] ?? ""}`, KHOBOR_GIT_LOG: log }, log };
}

function findGit() {
  for (const folder of (process.env["PATH"] ?? "").split(path.delimiter)) {
    const file = path.join(folder, "git");
    if (existsSync(file)) return file;
  }
  return undefined;
}

// npm run draft -- --repo PATH: installs and builds what is missing, and prints a draft in the terminal.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensure } from "./ensure.mjs";
import { root } from "./paths.mjs";

// Standard output is the draft's alone, so that it can go into a file.
await ensure({ say: console.error });
const { status } = spawnSync(process.execPath, [path.join(root, "dist/cli.js"), "draft", ...process.argv.slice(2)], {
  // npm starts its scripts in the project's folder; paths are meant from where the user stands.
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  stdio: "inherit",
});
process.exitCode = status ?? 1;

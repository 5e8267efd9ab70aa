// npm run draft -- --repo PATH [--lang en|bn] … — installs and builds what is missing, then prints a draft.
import { ensure } from "./ensure.mjs";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";
import path from "node:path";

try {
  // the draft alone goes to standard output, so that it can be piped
  await ensure({ say: console.error });
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exit(1);
}
// npm changes to the project's folder; the paths that were typed belong to where they were typed
const cwd = process.env["INIT_CWD"] ?? process.cwd();
const { code } = await run(process.execPath, [path.join(root, "dist/cli.js"), "draft", ...process.argv.slice(2)], { cwd });
process.exit(code);

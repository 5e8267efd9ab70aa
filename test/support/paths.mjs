import { fileURLToPath } from "node:url";
import path from "node:path";

/** The repository, which is also the unpacked extension. */
export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/** What a run leaves behind for a person to look at: results, logs, screenshots. */
export const outDir = path.join(root, "out");

/** Downloaded and installed copies of VS Code; large, kept between runs, never part of the project. */
export const vscodeCache = process.env["KHOBOR_VSCODE_CACHE"] ?? path.join(root, ".vscode-test");

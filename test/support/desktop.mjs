import { existsSync, realpathSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { vscodeCache } from "./paths.mjs";

/**
 * The program of a desktop VS Code (or a near relative) on this machine: the executable itself, not the `code` script,
 * because the script returns at once.
 * @returns {string | undefined}
 */
export function findDesktop() {
  const asked = process.env["KHOBOR_VSCODE_EXECUTABLE"];
  return [...(asked ? [asked] : []), ...usualPlaces(), ...fromPath()].find((file) => existsSync(file));
}

function usualPlaces() {
  const home = os.homedir();
  const local = process.env["LOCALAPPDATA"] ?? path.join(home, "AppData/Local");
  switch (process.platform) {
    case "darwin":
      return ["", home].flatMap((base) => ["Visual Studio Code", "VSCodium"].map((app) => `${base}/Applications/${app}.app/Contents/MacOS/Electron`));
    case "win32":
      return [path.join(local, "Programs/Microsoft VS Code/Code.exe"), "C:/Program Files/Microsoft VS Code/Code.exe", path.join(local, "Programs/VSCodium/VSCodium.exe")];
    default:
      return ["/usr/share/code/code", "/opt/visual-studio-code/code", "/usr/lib/code/code", "/usr/share/codium/codium", "/snap/code/current/usr/share/code/code"];
  }
}

/** `code` on PATH is a link or a script in `bin/` beside the program. */
function fromPath() {
  if (process.platform === "win32") return [];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return folders.flatMap((folder) => ["code", "codium"].map((name) => path.join(folder, name))).flatMap((file) => {
    if (!existsSync(file)) return [];
    const real = realpathSync(file);
    return [path.resolve(real, "../..", path.basename(real))].filter((program) => program !== real && existsSync(program));
  });
}

/**
 * The VS Code that @vscode/test-electron downloads, kept in the cache.
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} undefined when it cannot be had
 */
export async function downloadDesktop(say) {
  try {
    const { downloadAndUnzipVSCode, SilentReporter } = await import("@vscode/test-electron");
    await mkdir(vscodeCache, { recursive: true });
    return await downloadAndUnzipVSCode({ version: "stable", cachePath: vscodeCache, timeout: 15_000, reporter: new SilentReporter() });
  } catch (error) {
    say(`Desktop VS Code cannot be downloaded here (${/** @type {Error} */ (error).message.split("\n")[0]}).`);
    return undefined;
  }
}

/** Whether a window can be shown here. */
export function hasScreen() {
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
}

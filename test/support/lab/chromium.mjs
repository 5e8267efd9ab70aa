import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { toTrueType } from "./woff.mjs";

/** @typedef {import("./lab.mjs").Lab} Lab */

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/**
 * A Chromium to drive: the machine's own, else the one that ships inside an npm package.
 * Either way with fonts of ours, so that Bangla is readable and screenshots look alike everywhere.
 * @param {Lab} lab
 * @returns {Promise<{ executablePath: string, env: NodeJS.ProcessEnv }>}
 */
export async function findChromium(lab) {
  const fonts = installFonts(lab);
  const env = { ...process.env, FONTCONFIG_FILE: fonts };
  const own = process.env["KHOBOR_CHROMIUM"] ?? onPath();
  if (own) return { executablePath: own, env };
  const dir = path.join(lab.dir, "chromium");
  if (!existsSync(dir)) await unpack(lab, dir);
  return { executablePath: path.join(dir, "chromium"), env: { ...env, LD_LIBRARY_PATH: path.join(dir, "al2023/lib") } };
}

function onPath() {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

/**
 * The browser and the system libraries that a bare machine lacks.
 * @param {Lab} lab
 * @param {string} dir
 */
async function unpack(lab, dir) {
  const temporary = `${dir}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  const tar = createRequire(path.join(lab.modules, "x.js"))("tar-fs");
  const bin = path.join(lab.modules, "@sparticuz/chromium/bin");
  const from = (/** @type {string} */ file) => createReadStream(path.join(bin, file)).pipe(createBrotliDecompress({ chunkSize: 2 ** 21 }));
  await Promise.all([
    pipeline(from("chromium.br"), createWriteStream(path.join(temporary, "chromium"), { mode: 0o755 })),
    pipeline(from("al2023.tar.br"), tar.extract(path.join(temporary, "al2023"))),
  ]);
  settle(temporary, dir);
}

/**
 * @param {Lab} lab
 * @returns {string} the fontconfig file to point a browser to
 */
function installFonts(lab) {
  const dir = path.join(lab.dir, "fonts");
  const file = path.join(dir, "fonts.conf");
  if (existsSync(file)) return file;
  const temporary = `${dir}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  const wanted = { inter: ["latin", "latin-ext"], "jetbrains-mono": ["latin", "latin-ext"], "noto-sans-bengali": ["bengali"] };
  for (const [family, scripts] of Object.entries(wanted)) {
    for (const script of scripts) {
      for (const weight of [400, 600, 700]) {
        const name = `${family}-${script}-${weight}-normal`;
        const woff = readFileSync(path.join(lab.modules, "@fontsource", family, "files", `${name}.woff`));
        writeFileSync(path.join(temporary, `${name}.ttf`), toTrueType(woff));
      }
    }
  }
  writeFileSync(path.join(temporary, "fonts.conf"), fontconfig(dir));
  settle(temporary, dir);
  return file;
}

/**
 * Answers for the names that VS Code asks for on Linux.
 * @param {string} dir
 */
function fontconfig(dir) {
  const prefer = (/** @type {string} */ family, /** @type {string[]} */ ...wanted) => `
  <match target="pattern">
    <test name="family" qual="first"><string>${family}</string></test>
    <edit name="family" mode="prepend" binding="strong">${wanted.map((name) => `<string>${name}</string>`).join("")}</edit>
  </match>`;
  // ours come first: the machine's own rules would already have put its fonts in front
  const rules = [...["system-ui", "sans", "sans-serif"].map((name) => prefer(name, "Inter", "Noto Sans Bengali")), prefer("monospace", "JetBrains Mono", "Noto Sans Bengali")];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${dir}</dir>
  <cachedir>${dir}/cache</cachedir>${rules.join("")}
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`;
}

/**
 * @param {string} temporary
 * @param {string} dir
 */
function settle(temporary, dir) {
  try {
    renameSync(temporary, dir);
  } catch (error) {
    if (!existsSync(dir)) throw error;
    rmSync(temporary, { recursive: true, force: true });
  }
}

import * as esbuild from "esbuild";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { common } from "./options.mjs";

/** A draft in a terminal is written from compiled templates of one kind: what compiles others, and the others, stay out. */
const compilers = ["core/drafting/textRenderer", "core/drafting/templates/customRenderer"].map((name) => path.resolve("src", name));
export const shippedUpdateAlone = {
  name: "shipped-update-alone",
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path: to, resolveDir, kind }) =>
      kind === "dynamic-import" && compilers.includes(path.resolve(resolveDir, to)) ? { path: "compilers", namespace: "shipped-update-alone" } : undefined,
    );
    build.onResolve({ filter: /^khobor:templates\/.*\/(?:others|texts)$/ }, () => ({ path: "others", namespace: "shipped-update-alone" }));
    build.onLoad({ filter: /.*/, namespace: "shipped-update-alone" }, ({ path: name }) => ({
      contents: name === "others" ? "export default {};" : `const none = () => { throw new Error("Only compiled templates are used here."); };
        export { none as createRenderer, none as customRenderer };`,
    }));
  },
};

/**
 * `node:fs/promises` without waiting: in a terminal nobody does anything else meanwhile, and git's small files are read in a
 * tenth of the time.
 */
export const readsAtOnce = {
  name: "reads-at-once",
  setup(build) {
    build.onResolve({ filter: /^node:fs\/promises$/ }, () => ({ path: "fs", namespace: "reads-at-once" }));
    build.onLoad({ filter: /.*/, namespace: "reads-at-once" }, () => ({
      contents: `import fs from "node:fs";
        ${["readFile", "readdir", "realpath", "stat"].map((name) => `export const ${name} = async (...args) => fs.${name}Sync(...args);`).join("\n")}
        export const open = fs.promises?.open;`,
    }));
  },
};

/**
 * Makes the house plain ASCII, which is read without a look at each letter, and the door that leads to it. Its name is new with
 * everything in it.
 */
export const doorToHouse = {
  name: "door-to-house",
  setup(build) {
    build.onEnd(async ({ metafile }) => {
      const house = Object.keys(metafile?.outputs ?? {}).find((file) => file.endsWith(".cjs"));
      if (house === undefined) return;
      for (const file of readdirSync(path.dirname(house))) if (!file.startsWith(path.basename(house))) rmSync(path.join(path.dirname(house), file));
      writeFileSync(house, ascii(readFileSync(house, "utf8")));
      const door = JSON.stringify(`./${path.basename(path.dirname(house))}/${path.basename(house)}`);
      await esbuild.build({ ...common, entryPoints: { cli: "src/cli.ts" }, outdir: "dist", format: "esm", define: { HOUSE: door } });
    });
  },
};

/** What esbuild leaves of other letters stands in regular expressions, where an escape means the same. */
function ascii(code) {
  if (/\\[^\x00-\x7f]/.test(code)) throw new Error("A letter outside ASCII stands behind a backslash.");
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

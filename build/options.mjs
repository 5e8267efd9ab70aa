import { readFileSync, writeFileSync } from "node:fs";

export const flags = new Set(process.argv.slice(2));
export const production = flags.has("--production");

/** @type {import("esbuild").BuildOptions} */
export const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  charset: "utf8",
  sourcemap: production ? false : "linked",
  minify: production,
  // Names of classes and functions show in logs.
  keepNames: false,
  logLevel: "warning",
  logOverride: { "empty-import-meta": "silent" },
};

// Bundled CommonJS packages call require() of Node's own modules; an ES module has none unless it makes one.
export const requireBanner = 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/** The banner goes into every chunk; most have no use for it, and what is loaded at the start is to be small. */
export const onlyWhereRequired = {
  name: "only-where-required",
  setup(build) {
    build.onEnd(({ metafile }) => {
      for (const file of Object.keys(metafile?.outputs ?? {}).filter((name) => name.endsWith(".js"))) {
        const text = readFileSync(file, "utf8");
        const rest = text.replace(requireBanner, "").trimStart();
        if (!/\brequire\b/.test(rest)) writeFileSync(file, rest);
      }
    });
  },
};

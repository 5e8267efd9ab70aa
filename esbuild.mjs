// Builds the extension and the command line (default), or the tests (--tests). --watch rebuilds on change.
import * as esbuild from "esbuild";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const flags = new Set(process.argv.slice(2));
const production = flags.has("--production");

/** @type {esbuild.BuildOptions} */
const common = {
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
const requireBanner = 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/** The banner goes into every chunk; most have no use for it, and what is loaded at the start is to be small. */
const onlyWhereRequired = {
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

/**
 * Texts that only commands say, by the first part of their ids: they are loaded when the first command is called. A test
 * holds that nothing else says them.
 */
const laterTexts = new Set(JSON.parse(readFileSync("l10n/later.json", "utf8")));

/** `bundle.l10n.json?start` and `?later`: the two parts of the English texts. */
const textsApart = {
  name: "texts-apart",
  setup(build) {
    build.onResolve({ filter: /\.l10n\.json\?(start|later)$/ }, ({ path: name, resolveDir }) => {
      const [file, part] = name.split("?");
      return { path: path.resolve(resolveDir, file), suffix: `?${part}`, namespace: "texts" };
    });
    build.onLoad({ filter: /.*/, namespace: "texts" }, ({ path: file, suffix }) => {
      const all = Object.entries(JSON.parse(readFileSync(file, "utf8")));
      const texts = all.filter(([id]) => laterTexts.has(id.split(".")[0]) === (suffix === "?later"));
      return { contents: JSON.stringify(Object.fromEntries(texts)), loader: "json", watchFiles: [file] };
    });
  },
};

/** @type {esbuild.BuildOptions} */
const product = {
  ...common,
  entryPoints: { extension: "src/extension.ts", cli: "src/cli.ts" },
  outdir: "dist",
  format: "esm",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  external: ["vscode"],
  banner: { js: requireBanner },
  // Cutting out a line would put source maps out of step.
  plugins: [textsApart, ...(production ? [onlyWhereRequired] : [])],
  metafile: true,
};

/** Tests keep their packages outside, so that they run against the same files as `node_modules` holds. */
function tests() {
  const plain = ["unit", "golden"].flatMap((kind) => files(`test/${kind}`, ".test.ts"));
  const suites = files("test/host", ".suite.ts");
  const options = [
    {
      ...common,
      entryPoints: plain,
      outbase: "test",
      outdir: "out/test",
      outExtension: { ".js": ".mjs" },
      format: "esm",
      splitting: true,
      chunkNames: "chunks/[name]-[hash]",
      packages: "external",
      plugins: [textsApart],
    },
    {
      ...common,
      entryPoints: suites,
      outbase: "test",
      outdir: "out/test",
      outExtension: { ".js": ".cjs" },
      entryNames: "[dir]/[name]",
      format: "cjs",
      external: ["vscode", "mocha"],
    },
  ];
  return options.filter((option) => option.entryPoints.length > 0);
}

/** Node 20 has no glob of its own. */
function files(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

const builds = flags.has("--tests") ? tests() : [product];
if (flags.has("--watch")) {
  for (const build of builds) await (await esbuild.context(build)).watch();
  console.log("watching");
} else {
  if (!flags.has("--tests")) rmSync(path.resolve("dist"), { recursive: true, force: true });
  await Promise.all(builds.map((build) => esbuild.build(build)));
}

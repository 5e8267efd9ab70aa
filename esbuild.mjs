// Builds the extension and the command line (default), or the tests (--tests). --watch rebuilds on change.
import * as esbuild from "esbuild";
import { rmSync } from "node:fs";
import path from "node:path";
import { doorToHouse, readsAtOnce, shippedUpdateAlone } from "./build/commandLine.mjs";
import { files } from "./build/files.mjs";
import { withoutDebugLog, withoutKeyStores } from "./build/leftOut.mjs";
import { common, flags, onlyWhereRequired, production, requireBanner } from "./build/options.mjs";
import { fewFilesAtStart } from "./build/start.mjs";
import { compiledTemplates } from "./build/templates.mjs";
import { textsApart } from "./build/texts.mjs";

/** @type {esbuild.BuildOptions} */
const product = {
  ...common,
  format: "esm",
  splitting: true,
  banner: { js: requireBanner },
  metafile: true,
};
/** Two builds: the extension is loaded part by part, the command line at once, and without what needs VS Code. */
const products = [
  {
    ...product,
    entryPoints: { extension: "src/extension.ts" },
    outdir: "dist",
    chunkNames: "chunks/[name]-[hash]",
    external: ["vscode"],
    // Cutting out a line or moving code would put source maps out of step.
    plugins: [textsApart, compiledTemplates, withoutDebugLog, withoutKeyStores, ...(production ? [onlyWhereRequired, fewFilesAtStart] : [])],
  },
  {
    ...common,
    charset: "ascii",
    format: "cjs",
    metafile: true,
    entryPoints: { house: "src/cli/main.ts" },
    outdir: "dist/cli",
    entryNames: "[name]-[hash]",
    outExtension: { ".js": ".cjs" },
    plugins: [shippedUpdateAlone, readsAtOnce, textsApart, compiledTemplates, withoutDebugLog, doorToHouse],
  },
];

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
      plugins: [textsApart, compiledTemplates],
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

const builds = flags.has("--tests") ? tests() : products;
if (flags.has("--watch")) {
  for (const build of builds) await (await esbuild.context(build)).watch();
  console.log("watching");
} else {
  if (!flags.has("--tests")) rmSync(path.resolve("dist"), { recursive: true, force: true });
  await Promise.all(builds.map((build) => esbuild.build(build)));
}

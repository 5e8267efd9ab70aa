// Builds the extension and the command line (default), or the tests (--tests). --watch rebuilds on change.
import * as esbuild from "esbuild";
import Handlebars from "handlebars";
import { existsSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

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

/**
 * `bundle.l10n.json?start` and `?later`: the two parts of the English texts. Each is one object: what esbuild makes of JSON by
 * itself names every text once more, as an export of its own, which takes as much room again.
 */
const textsApart = {
  name: "texts-apart",
  setup(build) {
    build.onResolve({ filter: /\/bundle\.l10n(?:\.bn)?\.json(?:\?(?:start|later))?$/ }, ({ path: name, resolveDir }) => {
      const [file, part = "all"] = name.split("?");
      return { path: path.resolve(resolveDir, file), suffix: `?${part}`, namespace: "texts" };
    });
    build.onLoad({ filter: /.*/, namespace: "texts" }, ({ path: file, suffix }) => {
      const all = Object.entries(JSON.parse(readFileSync(file, "utf8")));
      const texts = suffix === "?all" ? all : all.filter(([id]) => laterTexts.has(id.split(".")[0]) === (suffix === "?later"));
      return { contents: `export default ${JSON.stringify(Object.fromEntries(texts))}`, loader: "js", watchFiles: [file] };
    });
  },
};

/**
 * `khobor:templates`: the shipped templates as Handlebars compiles them, so that the first draft of a session does not wait
 * for it. The update, which is written most, is a chunk of its own; the other kinds of each language are one together, since
 * much of what they are compiled to is the same; and so are the partials of each language. As they are written they are a chunk
 * for each language, too: a hundred small files do not pack well.
 */
export const compiledTemplates = {
  name: "compiled-templates",
  setup(build) {
    build.onResolve({ filter: /^khobor:templates(?:\/|$)/ }, ({ path: name }) => ({ path: name.replace(/^khobor:/, ""), namespace: "compiled-templates" }));
    build.onLoad({ filter: /.*/, namespace: "compiled-templates" }, async ({ path: name }) => {
      const texts = files("templates", ".hbs");
      const kinds = texts.filter((file) => !file.includes("/partials/")).map((file) => file.replace(/\.hbs$/, ""));
      const isAlone = (file) => !kinds.includes(file) || file.endsWith("/progress");
      const loader = (file) => (isAlone(file) ? `import("khobor:${file}")` : `import("khobor:${path.posix.dirname(file)}/others").then((others) => ({ default: others.default[${JSON.stringify(path.posix.basename(file))}] }))`);
      const loaders = (list) => list.map((file) => `${JSON.stringify(file.replace("templates/", ""))}: () => ${loader(file)}`).join(",");
      if (name === "templates") {
        const languages = [...new Set(kinds.map(path.posix.dirname))];
        const written = languages.map((language) => `${JSON.stringify(path.posix.basename(language))}: () => import("khobor:${language}/texts")`).join(",");
        return { contents: `export const templates = {${loaders(kinds)}}; export const partials = {${loaders(languages)}}; export const texts = {${written}};`, watchDirs: languages };
      }
      if (name.endsWith("/texts")) {
        const language = path.posix.dirname(name);
        const own = texts.filter((file) => file.startsWith(`${language}/`));
        const entries = own.map((file) => [file.slice(language.length + 1, -".hbs".length), readFileSync(file, "utf8")]);
        return { contents: `export default ${JSON.stringify(Object.fromEntries(entries))}`, watchFiles: own.map((file) => path.resolve(file)) };
      }
      const { compileOptions } = await dialect();
      // Where in its file a helper is called is of use to whoever writes a template; what ships was compiled to go out.
      const compiled = (file) => Handlebars.precompile(readFileSync(file, "utf8"), compileOptions).replace(/,"loc":\{"start":\{[^{}]*\},"end":\{[^{}]*\}\}/g, "");
      if (kinds.includes(name)) return { contents: `export default ${compiled(`${name}.hbs`)}`, watchFiles: [path.resolve(`${name}.hbs`)] };
      const language = name.replace(/\/others$/, "");
      const together = texts.filter((file) => (language === name ? file.startsWith(`${name}/partials/`) : path.posix.dirname(file) === language && !isAlone(file.replace(/\.hbs$/, ""))));
      const entries = together.map((file) => `${JSON.stringify(path.basename(file, ".hbs"))}: ${compiled(file)}`);
      return { contents: `export default {${entries.join(",\n")}}`, watchFiles: together.map((file) => path.resolve(file)) };
    });
  },
};

/** The product's own options for the compiler. */
async function dialect() {
  const { code } = await esbuild.transform(readFileSync("src/core/drafting/templates/dialect.ts", "utf8"), { loader: "ts" });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

/**
 * Without the log that simple-git keeps for its own developers: nobody reads it in the product, and to load it takes as long as
 * to load half of simple-git.
 */
export const withoutDebugLog = {
  name: "without-debug-log",
  setup(build) {
    build.onResolve({ filter: /^debug$/ }, () => ({ path: "debug", namespace: "without-debug-log" }));
    build.onLoad({ filter: /.*/, namespace: "without-debug-log" }, () => ({
      contents: `const quiet = (namespace) => Object.assign(() => {}, { namespace, enabled: false, extend: quiet, destroy: () => false });
        export default Object.assign((namespace) => quiet(namespace), { formatters: {}, enable() {}, disable: () => "", enabled: () => false });`,
    }));
  },
};

/**
 * What a draft in a terminal needs once git is at work, as one module instead of twenty small files. Its templates are the
 * shipped ones, which are compiled: what compiles others stays out.
 */
const besideGit = ["flows/writeUpdate", "flows/renderers", "flows/summarizeFile", "core/work/summing", "core/drafting/plainText", "storage/shippedTemplates"];
const compilers = ["core/drafting/textRenderer", "core/drafting/templates/customRenderer"];
const oneFileBesideGit = {
  name: "one-file-beside-git",
  setup(build) {
    const [modules, leftOut] = [besideGit, compilers].map((names) => names.map((name) => path.resolve("src", name)));
    build.onResolve({ filter: /^\./ }, ({ path: to, resolveDir, kind }) => {
      const file = path.resolve(resolveDir, to);
      if (kind !== "dynamic-import" || ![...modules, ...leftOut].includes(file)) return undefined;
      return { path: modules.includes(file) ? "besideGit" : "compilers", namespace: "one-file-beside-git" };
    });
    build.onLoad({ filter: /.*/, namespace: "one-file-beside-git" }, ({ path: name }) => ({
      contents: (name === "besideGit" ? modules.map((file) => `export * from ${JSON.stringify(file)};`) : [
        `const none = () => { throw new Error("Only compiled templates are used here."); };`,
        "export { none as createRenderer, none as customRenderer };",
      ]).join("\n"),
      resolveDir: path.resolve("src"),
    }));
  },
};

/**
 * What is loaded at the start, in one file instead of forty: each file costs the extension host about a millisecond. The
 * chunks that come later take what they need of it from there.
 */
const oneFileAtStart = {
  name: "one-file-at-start",
  setup(build) {
    build.onEnd(async ({ metafile }) => {
      const outputs = metafile?.outputs ?? {};
      const entry = "dist/extension.js";
      const start = new Set([entry]);
      for (const file of start) {
        for (const { path: to, kind } of outputs[file]?.imports ?? []) if (kind === "import-statement" && outputs[to]) start.add(to);
      }
      const merged = [...start].filter((file) => file !== entry);
      const names = merged.map((file, at) => outputs[file].exports.map((name) => [name, `${name}_${at}`]));
      const all = merged.map((file, at) => `export { ${names[at].map(([from, to]) => `${from} as ${to}`).join(", ")} } from "./${path.relative("dist", file)}";`);
      const { outputFiles } = await esbuild.build({
        ...common,
        stdin: { contents: [`export { activate } from "./extension.js";`, ...all].join("\n"), resolveDir: path.resolve("dist") },
        format: "esm",
        write: false,
        plugins: [{
          name: "later-chunks",
          setup: ({ onResolve }) =>
            onResolve({ filter: /^\./ }, ({ path: to, resolveDir }) => {
              const file = path.relative(".", path.resolve(resolveDir, to)).replaceAll("\\", "/");
              return start.has(file) ? undefined : { path: `./${path.relative("dist", file)}`, external: true };
            }),
        }],
        external: ["vscode"],
      });
      writeFileSync(entry, outputFiles[0].contents);
      const later = Object.keys(outputs).filter((file) => file.endsWith(".js") && !start.has(file));
      for (const file of later) writeFileSync(file, fromStart(readFileSync(file, "utf8"), merged, names));
      for (const file of merged) rmSync(file);
    });
  },
};

/** The text of a later chunk, with its imports of merged chunks led to the one file that they are in now. */
function fromStart(text, merged, names) {
  return text.replace(/\bimport(?:\{([^}]*)\}from)?"\.\/([^"]+)";/g, (statement, imported, name) => {
    const at = merged.findIndex((file) => path.basename(file) === name);
    if (at < 0) return statement;
    if (imported === undefined) return "";
    const renamed = new Map(names[at]);
    const list = imported.split(",").map((one) => {
      const [from, to = from] = one.split(" as ");
      return `${renamed.get(from)} as ${to}`;
    });
    return `import{${list.join(",")}}from"../extension.js";`;
  });
}

/** @type {esbuild.BuildOptions} */
const product = {
  ...common,
  format: "esm",
  splitting: true,
  banner: { js: requireBanner },
  metafile: true,
};
/** Two builds, because the command line must not meet a chunk that needs VS Code. */
const products = [
  {
    ...product,
    entryPoints: { extension: "src/extension.ts" },
    outdir: "dist",
    // The names of some 250 files weigh 5 kB in the package, and name little there.
    chunkNames: production ? "chunks/[hash]" : "chunks/[name]-[hash]",
    external: ["vscode"],
    // Cutting out a line or moving code would put source maps out of step.
    plugins: [textsApart, compiledTemplates, withoutDebugLog, ...(production ? [onlyWhereRequired, oneFileAtStart] : [])],
  },
  {
    ...product,
    entryPoints: { cli: "src/cli.ts" },
    outdir: "dist",
    chunkNames: "cli/[name]-[hash]",
    plugins: [textsApart, compiledTemplates, withoutDebugLog, oneFileBesideGit, ...(production ? [onlyWhereRequired] : [])],
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

/** Node 20 has no glob of its own. */
function files(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

/** The benchmarks take the plugins from here. */
const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href;
if (isMain) {
  const builds = flags.has("--tests") ? tests() : products;
  if (flags.has("--watch")) {
    for (const build of builds) await (await esbuild.context(build)).watch();
    console.log("watching");
  } else {
    if (!flags.has("--tests")) rmSync(path.resolve("dist"), { recursive: true, force: true });
    await Promise.all(builds.map((build) => esbuild.build(build)));
  }
}

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

/** What is loaded by itself, in the order of loading: the door that VS Code opens, and the house that it opens next. */
const loadedUnasked = ["src/extension.ts", "src/composition/house.ts"];

/**
 * What is loaded unasked, in two files instead of fifty: each file costs the extension host about a millisecond. The chunks
 * that come later take what they need of it from there.
 */
const fewFilesAtStart = {
  name: "few-files-at-start",
  setup(build) {
    build.onEnd(async ({ metafile }) => {
      const outputs = metafile?.outputs ?? {};
      const kept = new Set(Object.keys(outputs).filter((file) => file.endsWith(".js")));
      const entries = loadedUnasked.map((source) => Object.keys(outputs).find((file) => outputs[file].entryPoint === source));
      const done = new Set();
      for (const entry of entries) {
        const together = new Set([entry]);
        for (const file of together) {
          for (const { path: to, kind } of outputs[file].imports) if (kind === "import-statement" && outputs[to] && !done.has(to)) together.add(to);
        }
        const merged = [...together].filter((file) => file !== entry);
        const names = new Map(merged.map((file, at) => [path.basename(file), new Map(outputs[file].exports.map((name) => [name, `${name}_${at}`]))]));
        await merge(entry, merged, names);
        for (const file of together) done.add(file);
        for (const file of merged) {
          rmSync(file);
          kept.delete(file);
        }
        for (const file of kept) if (file !== entry) writeFileSync(file, ledTo(entry, file, readFileSync(file, "utf8"), names));
      }
    });
  },
};

/** Makes one file of an entry and the chunks that it needs at once; what they export is exported there under names of their own. */
async function merge(entry, chunks, names) {
  const folder = path.resolve(path.dirname(entry));
  const inside = new Set([entry, ...chunks].map((file) => path.resolve(file)));
  const all = chunks.map((file) => `export { ${[...names.get(path.basename(file))].map(([from, to]) => `${from} as ${to}`).join(", ")} } from "${relative(folder, file)}";`);
  const { outputFiles } = await esbuild.build({
    ...common,
    stdin: { contents: [`export * from "./${path.basename(entry)}";`, ...all].join("\n"), resolveDir: folder },
    format: "esm",
    write: false,
    plugins: [{
      name: "other-chunks",
      setup: ({ onResolve }) =>
        onResolve({ filter: /^\./ }, ({ path: to, resolveDir }) => {
          const file = path.resolve(resolveDir, to);
          return inside.has(file) ? undefined : { path: relative(folder, file), external: true };
        }),
    }],
    external: ["vscode"],
  });
  writeFileSync(entry, outputFiles[0].contents);
}

/** The text of another chunk, with its imports of merged chunks led to the one file that they are in now. */
function ledTo(entry, file, text, names) {
  return text.replace(/\bimport(?:\{([^}]*)\}from)?"\.{1,2}\/([^"]+)";/g, (statement, imported, from) => {
    const renamed = names.get(path.basename(from));
    if (renamed === undefined) return statement;
    if (imported === undefined) return "";
    const list = imported.split(",").map((one) => {
      const [name, to = name] = one.split(" as ");
      return `${renamed.get(name)} as ${to}`;
    });
    return `import{${list.join(",")}}from"${relative(path.dirname(file), entry)}";`;
  });
}

const relative = (folder, file) => path.relative(folder, file).replaceAll("\\", "/").replace(/^(?!\.)/, "./");

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
    chunkNames: "chunks/[name]-[hash]",
    external: ["vscode"],
    // Cutting out a line or moving code would put source maps out of step.
    plugins: [textsApart, compiledTemplates, withoutDebugLog, ...(production ? [onlyWhereRequired, fewFilesAtStart] : [])],
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

import * as esbuild from "esbuild";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { common } from "./options.mjs";

/** What is loaded by itself, in the order of loading: the door that VS Code opens, and the house that it opens next. */
const loadedUnasked = ["src/extension.ts", "src/composition/house.ts"];

/**
 * What is loaded unasked, in two files instead of fifty: each file costs the extension host about a millisecond. The chunks
 * that come later take what they need of it from there.
 */
export const fewFilesAtStart = {
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

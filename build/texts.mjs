import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * Texts that only commands say, by the first part of their ids: they are loaded when the first command is called. A test
 * holds that nothing else says them.
 */
const laterTexts = new Set(JSON.parse(readFileSync("l10n/later.json", "utf8")));

/**
 * `bundle.l10n.json?start` and `?later`: the two parts of the English texts. Each is one object: what esbuild makes of JSON by
 * itself names every text once more, as an export of its own, which takes as much room again.
 */
export const textsApart = {
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

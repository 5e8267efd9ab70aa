import * as esbuild from "esbuild";
import Handlebars from "handlebars";
import { readFileSync } from "node:fs";
import path from "node:path";
import { files } from "./files.mjs";

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

import path from "node:path";

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
export const oneFileBesideGit = {
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

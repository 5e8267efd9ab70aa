// What libraries bring along and the product has no use for.

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

/** Without the reader of key stores that secretlint unpacks for files of Google's keys: a message is text. It would be the largest file of the package. */
export const withoutKeyStores = {
  name: "without-key-stores",
  setup(build) {
    build.onResolve({ filter: /^\.\/index-\w+\.js$/ }, ({ importer, kind }) =>
      kind === "dynamic-import" && importer.includes("secretlint-rule-preset-recommend") ? { path: "key-stores", namespace: "without-key-stores" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "without-key-stores" }, () => ({ contents: "export const i = {};" }));
  },
};

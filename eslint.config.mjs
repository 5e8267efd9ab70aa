import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

// Who may import whom. A room not named in `may` is closed to the folder; its own room is always open.
const rooms = ["core", "flows", "git", "storage", "channels", "services", "ui"];
const may = {
  core: [],
  flows: ["core"],
  git: ["core"],
  storage: ["core"],
  channels: ["core"],
  services: ["core"],
  ui: ["flows", "core"],
};
const zones = Object.entries(may).map(([room, open]) => ({
  target: `./src/${room}`,
  from: [...rooms.filter((other) => other !== room && !open.includes(other)).map((other) => `./src/${other}`), "./src/extension.ts", "./src/composition", "./src/cli.ts", "./src/cli"],
  message: `${room} may import ${["its own room", ...open].join(" and ")} only (see CONTRIBUTING.md, "The house").`,
}));

const node = { group: ["node:*"], message: "This room is pure: take what you need through a port." };
const vscode = { group: ["vscode"], message: "vscode is for extension.ts and ui/." };
const git = { group: ["simple-git", "node:child_process"], message: "Only git/ runs git." };
const handlebars = { group: ["handlebars", "handlebars/*"], message: "Only core/drafting knows Handlebars." };
const closed = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default tseslint.config(
  { ignores: ["dist/", "out/", "node_modules/", ".vscode-test/", "media/*.js"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["*.mjs"] }, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver({ project: "tsconfig.json" })] },
    rules: {
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-console": "error",
      eqeqeq: "error",
    },
  },
  { files: ["src/core/**"], rules: closed(vscode, git, handlebars, node) },
  { files: ["src/core/drafting/**"], rules: closed(vscode, git, node) },
  {
    files: ["src/core/**"],
    rules: {
      "no-restricted-globals": ["error", "process", "Buffer", "setTimeout", "setInterval", "fetch", "console"],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "core has no clock of its own: take `now`." },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "core has no clock of its own: take `now`." },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "core is pure: take ids from outside." },
      ],
    },
  },
  { files: ["src/flows/**"], rules: closed(vscode, git, handlebars, node) },
  { files: ["src/git/**"], rules: closed(vscode, handlebars) },
  { files: ["src/storage/**"], rules: closed(vscode, git, handlebars) },
  { files: ["src/channels/**", "src/services/**"], rules: closed(vscode, git, handlebars) },
  { files: ["src/ui/**"], rules: closed(git, handlebars) },
  { files: ["src/composition/**"], rules: closed(vscode, git, handlebars) },
  { files: ["src/cli.ts", "src/cli/**"], rules: { ...closed(vscode, git, handlebars), "no-console": "off" } },
  {
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off", "@typescript-eslint/no-unused-expressions": "off" },
  },
  {
    files: ["**/*.mjs"],
    ...tseslint.configs.disableTypeChecked,
  },
  { files: ["**/*.mjs"], rules: { "no-console": "off" } },
);

import assert from "node:assert/strict";
import type { RepositoryScope } from "../../../../src/core/book/project";
import { scopeHolds } from "../../../../src/core/book/scopeMatch";
import { pathspecs } from "../../../../src/git/pathspecs";
import { createRepo } from "../../../support/gitRepo";

const scope = (globs: Pick<RepositoryScope, "include" | "exclude">): RepositoryScope => ({ id: "s", name: "shop", identity: { remotes: [], rootCommits: [] }, ...globs });

const files = [
  "README.md",
  ".github/workflows/ci.yml",
  "src/shop.ts",
  "src/shop/cart.ts",
  "src/shop/deep/er/total.ts",
  "src/shopping/list.ts",
  "src/site/menu.css",
  "packages/a/index.ts",
  "packages/b/src/index.ts",
  "packages/top.ts",
  "docs/বিকাশ/পেজ.md",
  "docs/a [draft].md",
  "docs/d.md",
];
const folder = createRepo();
folder.commit("All", { files: Object.fromEntries(files.map((file) => [file, "1\n"])) });

/** What git itself takes for the scope, when it reads the work. */
function byGit({ include, exclude }: Pick<RepositoryScope, "include" | "exclude">): readonly string[] {
  const specs = pathspecs(include, exclude);
  assert.ok("specs" in specs);
  return folder.git("-c", "core.quotePath=false", "ls-files", "--", ...specs.specs).split("\n").filter(Boolean).sort();
}
const byUs = (globs: Pick<RepositoryScope, "include" | "exclude">) => files.filter((file) => scopeHolds(scope(globs), file)).sort();

describe("the paths of a scope", () => {
  it("no globs hold everything", () => {
    assert.deepEqual(byUs({}), [...files].sort());
    assert.deepEqual(byUs({ include: [], exclude: [] }), [...files].sort());
  });

  it("a folder's name holds the folder, not what begins alike", () => {
    assert.deepEqual(byUs({ include: ["src/shop"] }), ["src/shop/cart.ts", "src/shop/deep/er/total.ts"]);
  });

  const cases: readonly Pick<RepositoryScope, "include" | "exclude">[] = [
    { include: ["src/shop"] },
    { include: ["src/shop/"] },
    { include: ["./src/shop"] },
    { include: ["/src/shop"] },
    { include: ["src\\shop"] },
    { include: ["."] },
    { include: [" src/site "] },
    { include: ["src/shop.ts"] },
    { include: ["src/*"] },
    { include: ["packages/*"] },
    { include: ["packages/*/src"] },
    { include: ["packages/**"] },
    { include: ["**/*.ts"] },
    { include: ["**/index.ts"] },
    { include: ["*.md"] },
    { include: ["src/sho?"] },
    { include: ["src/s[hi]*"] },
    { include: [".github"] },
    { include: ["docs/বিকাশ"] },
    { include: ["docs/a \\[draft\\].md"] },
    { include: ["docs/[ad].md"] },
    { include: ["src", "packages/a"] },
    { exclude: ["src"] },
    { exclude: ["**/*.md", "packages/b"] },
    { include: ["src"], exclude: ["src/shop"] },
    { include: ["src"], exclude: ["**/*.css"] },
    { exclude: ["."] },
    { include: ["nowhere"] },
  ];
  for (const globs of cases) {
    it(`means the same here as in git: ${JSON.stringify(globs)}`, () => assert.deepEqual(byUs(globs), byGit(globs)));
  }
});

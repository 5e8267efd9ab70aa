import assert from "node:assert/strict";
import { pathspecs } from "../../../src/git/pathspecs";
import { createRepo, sara } from "../../support/gitRepo";
import { gitLog, problemOf, request, subjects } from "./request";

describe("path globs", () => {
  function repo() {
    const it = createRepo();
    const files = ["src/shop/cart.ts", "src/shop/deep/er.ts", "src/admin/page.ts", "packages/a/x.css", "README.md", "odd [name]/a.ts", "-rf/a.ts"];
    for (const file of files) it.commit(file, { files: { [file]: "1" } });
    return it.path;
  }

  it("name a folder with all below it, or match files and folders", async () => {
    const path = repo();
    const found = async (include: string[], exclude: string[] = []) => (await subjects(path, { include, exclude })).reverse();
    assert.deepEqual(await found(["src/shop"]), ["src/shop/cart.ts", "src/shop/deep/er.ts"]);
    assert.deepEqual(await found(["./src/shop/"]), ["src/shop/cart.ts", "src/shop/deep/er.ts"]);
    assert.deepEqual(await found(["src\\shop"]), ["src/shop/cart.ts", "src/shop/deep/er.ts"]);
    assert.deepEqual(await found(["src/*"]), ["src/shop/cart.ts", "src/shop/deep/er.ts", "src/admin/page.ts"]);
    assert.deepEqual(await found(["src/*/*.ts"]), ["src/shop/cart.ts", "src/admin/page.ts"]);
    assert.deepEqual(await found(["**/*.ts"], ["src/shop"]), ["src/admin/page.ts", "odd [name]/a.ts", "-rf/a.ts"]);
    assert.deepEqual(await found([], ["src", "*.md", "odd*", "-rf"]), ["packages/a/x.css"]);
    assert.deepEqual(await found(["-rf"]), ["-rf/a.ts"]);
    assert.deepEqual(await found(["**/deep"]), ["src/shop/deep/er.ts"]);
    assert.equal((await found(["."])).length, 7);
    assert.deepEqual(await found(["src", "."], ["src"]), ["packages/a/x.css", "README.md", "odd [name]/a.ts", "-rf/a.ts"]);
    assert.deepEqual(await found([":(attr:x)", "--all", ":!src"]), []);
  });

  it("show the files of the scope only", async () => {
    const it = createRepo();
    it.commit("Both", { files: { "shop/a.txt": "1", "other/b.txt": "1" } });
    const { commits } = await gitLog().read(request(it.path, { include: ["shop"] }));
    assert.deepEqual(commits[0]!.files, ["shop/a.txt"]);
  });

  it("that leave the repository are refused, rather than widening the scope", async () => {
    const it = createRepo();
    it.commit("One");
    assert.equal(await problemOf(gitLog().read(request(it.path, { include: ["../other"] }))), "git.badPath");
    assert.deepEqual(pathspecs(["a/../../b"]), { problem: { id: "git.badPath", values: { path: "a/../../b" } } });
  });

  it("keep the merge that brought a branch of the scope in", async () => {
    const it = createRepo();
    it.commit("Root", { files: { "other.txt": "0" } });
    it.branch("feature");
    it.commit("Shop", { files: { "shop/a.txt": "1" } });
    it.checkout("main");
    it.commit("Beside", { files: { "other.txt": "1" } });
    it.merge("feature");
    assert.deepEqual(await subjects(it.path, { include: ["shop"] }), ["Merge branch 'feature'", "Shop"]);
  });
});

describe("authors", () => {
  const me = ["RAFI@example.com"];

  it("count by email in any case, after mailmap and before, and as co-authors", async () => {
    const it = createRepo();
    it.commit("Mine", { files: { ".mailmap": "Rafi <rafi@example.com> <rafi@laptop>\nSara <sara@example.com> <sk@work>\n" } });
    it.commit("Mine by mailmap", { author: { name: "r", email: "rafi@laptop" } });
    it.commit("Hers", { author: sara });
    it.commit("Together\n\nco-authored-by: Rafi <Rafi@Example.com>", { author: sara });
    it.commit("Hers by an old address", { author: { name: "sk", email: "SK@work" } });
    assert.deepEqual(await subjects(it.path, { authors: me }), ["Together", "Mine by mailmap", "Mine"]);
    assert.deepEqual(await subjects(it.path, { authors: ["sk@work"] }), ["Hers by an old address"]);
    assert.equal((await subjects(it.path)).length, 5);
    assert.deepEqual(await subjects(it.path, { authors: [] }), []);
  });

  it("keep somebody else's merge of my branch, and no other merge of theirs", async () => {
    const it = createRepo();
    it.commit("Root", { author: sara });
    const theirMerge = (name: string) => {
      it.git("merge", "-q", "--no-ff", "--no-commit", name);
      it.commit(`Merge branch '${name}'`, { author: sara, files: {} });
    };
    it.branch("mine");
    it.commit("My work");
    it.commit("Her fix to it", { author: sara });
    it.branch("hers", "main");
    it.commit("Her work", { author: sara });
    it.checkout("main");
    it.commit("Mine, straight on main");
    theirMerge("mine");
    it.git("branch", "-D", "mine");
    theirMerge("hers");
    it.branch("open", "main~2");
    it.commit("Open", { author: sara });
    theirMerge("main");
    const expected = new Set(["Merge branch 'mine'", "Mine, straight on main", "My work"]);
    assert.deepEqual(new Set(await subjects(it.path, { authors: me })), expected);
    assert.deepEqual(new Set(await subjects(it.path, { authors: me, include: ["*.txt"], goesLive: { by: "branch", branch: "main" } })), expected, "with a scope");
  });
});

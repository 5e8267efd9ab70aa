import assert from "node:assert/strict";
import { createRepo } from "../../support/gitRepo";
import { gitLog } from "./request";

describe("patch-ids", () => {
  it("are equal for one change in two places, and only for that", async () => {
    const repo = createRepo();
    const root = repo.commit("Root", { files: { "a.txt": "1\n2\n3\n", "b.bin": "\0\x01" } });
    repo.branch("feature");
    const text = repo.commit("Change a", { files: { "a.txt": "1\ntwo\n3\n" } });
    const binary = repo.commit("Change b", { files: { "b.bin": "\0\x02" } });
    const otherBinary = repo.commit("Change b again", { files: { "b.bin": "\0\x03" } });
    repo.checkout("main");
    repo.commit("Beside", { files: { "c.txt": "1" } });
    const textAgain = repo.cherryPick(text);
    const binaryAgain = repo.cherryPick(binary);
    repo.branch("side", root);
    repo.commit("Side");
    repo.checkout("main");
    const merge = repo.merge("side");
    const empty = repo.commit("Nothing", { files: {} });
    repo.git("config", "diff.noprefix", "true");
    const ids = await gitLog().patchIds(repo.path, [root, text, textAgain, binary, binaryAgain, otherBinary, merge, empty, text, "1".repeat(40), "HEAD", "--all"]);
    assert.deepEqual(new Set(ids.keys()), new Set([root, text, textAgain, binary, binaryAgain, otherBinary]));
    assert.equal(ids.get(text), ids.get(textAgain));
    assert.equal(ids.get(binary), ids.get(binaryAgain));
    assert.equal(new Set(ids.values()).size, 4);
    assert.equal((await gitLog().patchIds(repo.path, [])).size, 0);
    assert.equal((await gitLog().patchIds(repo.path, ["2".repeat(40)])).size, 0);
  });
});

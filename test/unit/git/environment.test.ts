import assert from "node:assert/strict";
import path from "node:path";
import { gitEnvironment } from "../../../src/git/environment";

describe("the environment of git", () => {
  it("keeps what git needs, and passes on nothing that git takes orders from", () => {
    const { env, allowed } = gitEnvironment({}, { PATH: "/bin", HOME: "/home/rafi", GIT_DIR: "/x", git_pager: "x", EDITOR: "x", VISUAL: "x", PAGER: "x", SSH_ASKPASS: "x", PREFIX: "x", LC_ALL: "bn_BD.UTF-8" });
    assert.deepEqual(env, { PATH: "/bin", HOME: "/home/rafi", GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", GIT_FLUSH: "0", LC_ALL: "C", LANGUAGE: "C" });
    assert.deepEqual([...allowed].sort(), ["GIT_ALLOW_PROTOCOL", "GIT_FLUSH", "GIT_NO_LAZY_FETCH", "GIT_OPTIONAL_LOCKS", "GIT_TERMINAL_PROMPT"]);
  });

  it("takes more, or less, from whoever starts it, but not the safety", () => {
    const { env } = gitEnvironment({ env: { HOME: undefined, XDG_CONFIG_HOME: "/y", GIT_NO_LAZY_FETCH: "0" } }, { HOME: "/x" });
    assert.deepEqual([env["HOME"], env["XDG_CONFIG_HOME"], env["GIT_NO_LAZY_FETCH"]], [undefined, "/y", "1"]);
  });

  it("finds a git by its path, spaces and all", () => {
    const folder = path.join(path.sep, "Program Files", "Git", "cmd");
    const { binary, env } = gitEnvironment({ binary: path.join(folder, "git") }, { Path: "/bin" });
    assert.deepEqual([binary, env["Path"], env["PATH"]], ["git", `${folder}${path.delimiter}/bin`, undefined]);
  });
});

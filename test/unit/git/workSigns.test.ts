import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import path from "node:path";
import type { Project } from "../../../src/core/book/project";
import { readWorkSigns } from "../../../src/git/workSigns";
import { createRepo } from "../../support/gitRepo";
import { bookWith, on } from "../core/owed/sample";

const scope = (id: string) => ({ id, name: id, identity: { remotes: [], rootCommits: [] } });
const projectOf = (...scopes: string[]): Project => bookWith(on("2026-11-16 10:00"), {}, { scopes: scopes.map(scope) }).project;

describe("signs of work", () => {
  it("are the commits that git's own log of HEAD has, oldest first, and no process is run for them", async () => {
    const repo = createRepo();
    repo.commit("One", { date: "2026-11-16T10:00:00Z", commitDate: "2026-11-16T10:00:00Z" });
    repo.branch("feature");
    repo.commit("Two (with > and\ttab)", { date: "2026-11-17T10:00:00Z", commitDate: "2026-11-17T10:00:00Z" });
    repo.checkout("feature");
    const project = projectOf("a");
    const before = process.env["PATH"];
    process.env["PATH"] = "/nowhere";
    try {
      const signs = await readWorkSigns([project], { a: repo.path });
      assert.deepEqual(signs.get(project.id), ["2026-11-16T10:00:00.000Z", "2026-11-17T10:00:00.000Z"]);
    } finally {
      process.env["PATH"] = before;
    }
  });

  it("are none where a repository is not known here, has no log, or the project rests", async () => {
    const repo = createRepo();
    repo.commit("One");
    const project = projectOf("a");
    assert.equal((await readWorkSigns([project], {})).size, 0);
    assert.equal((await readWorkSigns([{ ...project, status: "closed" }], { a: repo.path })).size, 0);
    rmSync(path.join(repo.path, ".git", "logs"), { recursive: true });
    assert.equal((await readWorkSigns([project], { a: repo.path })).size, 0);
  });
});

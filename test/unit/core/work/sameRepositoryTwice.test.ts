import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Commit, Standing } from "../../../../src/core/work/commit";
import { summarise } from "../../../../src/core/work/summarise";

// A repository may stand in a project twice: once for the shop's folder and once for the whole, or by two of its copies on disk.

interface Recorded {
  readonly commits: readonly { hash: string; subject: string; body: string; author: string; date: string; parents: string[]; files: string[] }[];
}
const folder = path.resolve("test", "bench", "words", "histories");

function read(name: string, scopeId: string, standing: (at: number) => Standing): readonly Commit[] {
  const { commits } = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Recorded;
  return commits.map(({ author, date, ...commit }, at) => ({ ...commit, scopeId, author: { name: author, email: `${author}@example.com` }, authorDate: date, commitDate: date, standing: standing(at) }));
}
const usual = (at: number): Standing => (at < 2 ? "inProgress" : at < 6 ? "ready" : "live");
const behind = (at: number): Standing => (at < 10 ? "inProgress" : "ready");

describe("a repository that a project has twice", () => {
  for (const name of readdirSync(folder)) {
    it(`is told once, each line by an id of its own: ${name}`, () => {
      const once = summarise({ commits: read(name, "a", usual) });
      for (const standing of [usual, behind]) {
        const twice = summarise({ commits: [...read(name, "a", usual), ...read(name, "b", standing)] });
        const ids = twice.items.map(({ id }) => id);
        assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), [], "ids that two lines share");
        assert.deepEqual(twice.items.map(({ text }) => text), once.items.map(({ text }) => text));
        assert.deepEqual(twice.leftOut.map(({ commit }) => commit.hash).sort(), once.leftOut.map(({ commit }) => commit.hash).sort());
        for (const { commits } of twice.items) assert.equal(new Set(commits.map(({ hash }) => hash)).size, commits.length, "a commit named twice");
      }
    });
  }

  it("keeps two commits apart that a script made in one second with the same words", () => {
    const made = (scopeId: string, hash: string, file: string): Commit => {
      const at = "2026-11-20T10:00:00+06:00";
      return { scopeId, hash: hash.repeat(40), parents: [], subject: "Add the price list", body: "", author: { name: "Rafi", email: "rafi@example.com" }, authorDate: at, commitDate: at, files: [file], standing: "live" };
    };
    const { items } = summarise({ commits: ["a", "b"].flatMap((scopeId) => [made(scopeId, "1", "a.ts"), made(scopeId, "2", "b.ts")]) });
    assert.deepEqual(items.flatMap(({ commits }) => commits.map(({ hash }) => hash[0])).sort(), ["1", "2"]);
  });
});

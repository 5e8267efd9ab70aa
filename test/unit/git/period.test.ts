import assert from "node:assert/strict";
import type { Instant } from "../../../src/core/time/types";
import { createRepo, type TestRepo } from "../../support/gitRepo";
import { subjects } from "./request";

const from = (at: string) => ({ tellFrom: { from: "instant", at: at as Instant } }) as const;
/** One commit a day. */
function days(repo: TestRepo, ...dates: readonly string[]): void {
  for (const date of dates) repo.commit(date, { date: `${date}T12:00:00Z` });
}

describe("where telling begins", () => {
  it("at an instant: older commits are dropped, by the date they were committed", async () => {
    const repo = createRepo();
    days(repo, "2026-11-01", "2026-11-02", "2026-11-03");
    repo.commit("Written long ago, committed now", { date: "2020-01-01T00:00:00Z", commitDate: "2026-11-04T00:00:00Z" });
    assert.deepEqual(await subjects(repo.path, from("2026-11-02T12:00:00.000Z")), ["Written long ago, committed now", "2026-11-03", "2026-11-02"]);
  });

  it("goes on past commits from a machine with a wrong clock", async () => {
    const repo = createRepo();
    days(repo, "2026-11-05", "2026-11-06");
    for (let at = 0; at < 12; at++) repo.commit(`wrong clock ${at}`, { date: "2001-01-01T00:00:00Z" });
    days(repo, "2026-11-07");
    assert.deepEqual(await subjects(repo.path, from("2026-11-05T00:00:00.000Z")), ["2026-11-07", "2026-11-06", "2026-11-05"]);
    assert.deepEqual(await subjects(repo.path, { ...from("2026-11-05T00:00:00.000Z"), include: ["*.txt"] }), ["2026-11-07", "2026-11-06", "2026-11-05"], "with a scope too");
  });

  it("stops after a long run of old ones, without reading all of history", async () => {
    const repo = createRepo();
    const stream = ["reset refs/heads/main\n"];
    // The one that lies behind 250 old ones is beyond the run: where it stops is a choice, that it stops is the point.
    const times = [1_790_000_000, ...Array.from({ length: 250 }, (_, at) => 1_000_000_000 + at), 1_790_000_100];
    times.forEach((time, at) => {
      const message = time > 1_700_000_000 ? `new ${at}` : `old ${at}`;
      stream.push(`commit refs/heads/main\ncommitter A <a@b.c> ${time} +0000\ndata ${message.length}\n${message}\nM 100644 inline f${at % 7}\ndata 1\n${at % 10}\n`);
    });
    repo.git("checkout", "-q", "--orphan", "elsewhere");
    importStream(repo, stream.join(""));
    assert.deepEqual(await subjects(repo.path, from("2026-01-01T00:00:00.000Z")), ["new 251"]);
    assert.deepEqual(await subjects(repo.path, { ...from("2026-01-01T00:00:00.000Z"), include: ["f*"] }), ["new 251"]);
    assert.deepEqual(await subjects(repo.path, from("2001-09-09T01:46:41.000Z")), (await subjects(repo.path)).filter((subject) => subject !== "old 1"));
  });

  it("at a tag: what the tag holds is not told; without the tag, from its time on", async () => {
    const repo = createRepo();
    days(repo, "2026-11-01", "2026-11-02");
    repo.tag("v1.0", { annotated: true });
    repo.branch("side", "HEAD~1");
    repo.commit("beside, made before the tag", { date: "2026-11-01T18:00:00Z" });
    repo.checkout("main");
    repo.merge("side", { date: "2026-11-03T00:00:00Z" });
    days(repo, "2026-11-04");
    const tag = { from: "tag", tag: "v1.0", at: "2026-11-02T12:00:00.000Z" as Instant } as const;
    assert.deepEqual(await subjects(repo.path, { tellFrom: tag }), ["2026-11-04", "Merge branch 'side'", "beside, made before the tag"]);
    assert.deepEqual(await subjects(repo.path, { tellFrom: { ...tag, tag: "v9" } }), ["2026-11-04", "Merge branch 'side'", "2026-11-02"]);
    assert.deepEqual(await subjects(repo.path, { tellFrom: tag, goesLive: { by: "tag", pattern: "v*" } }), ["2026-11-04", "Merge branch 'side'", "beside, made before the tag"]);
  });
});

function importStream(repo: TestRepo, stream: string): void {
  repo.git("-c", `alias.import=!git fast-import --quiet --force <<'END'\n${stream}\nEND`, "import");
}

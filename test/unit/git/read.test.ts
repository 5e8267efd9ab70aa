import assert from "node:assert/strict";
import { createRepo, rafi, sara } from "../../support/gitRepo";
import { gitLog, noticeIds, problemOf, request, subjects } from "./request";

describe("reading a log", () => {
  it("gives each commit whole: names, dates, parents, files", async () => {
    const repo = createRepo();
    const first = repo.commit("Begin the shop", { files: { "shop/a.txt": "1\n", "খবর.txt": "1\n" }, date: "2026-11-01T10:00:00+06:00" });
    const second = repo.commit("Add coupons\n\nThey work at checkout.\n\nCo-authored-by: X <x@y.z>\n", {
      files: { "shop/b\nc.txt": "2\n", "shop/a.txt": null },
      author: sara,
      date: "2026-11-02T11:30:00+06:00",
      commitDate: "2026-11-03T08:00:00Z",
    });
    const { commits, tips, notices } = await gitLog().read(request(repo.path));
    assert.deepEqual(commits, [
      {
        scopeId: "scope",
        hash: second,
        parents: [first],
        subject: "Add coupons",
        body: "They work at checkout.\n\nCo-authored-by: X <x@y.z>",
        author: sara,
        authorDate: "2026-11-02T11:30:00+06:00",
        commitDate: commits[0]!.commitDate,
        files: ["shop/a.txt", "shop/b\nc.txt"],
        standing: "ready",
      },
      {
        scopeId: "scope",
        hash: first,
        parents: [],
        subject: "Begin the shop",
        body: "",
        author: rafi,
        authorDate: "2026-11-01T10:00:00+06:00",
        commitDate: "2026-11-01T10:00:00+06:00",
        files: ["shop/a.txt", "খবর.txt"],
        standing: "ready",
      },
    ]);
    assert.equal(Date.parse(commits[0]!.commitDate), Date.parse("2026-11-03T08:00:00Z"));
    assert.deepEqual(tips, [second]);
    assert.deepEqual(notices, []);
  });

  it("applies mailmap to the author", async () => {
    const repo = createRepo();
    repo.commit("Old address", { author: { name: "rafi-old", email: "OLD@example.com" }, files: { ".mailmap": "Rafi Ahmed <rafi@example.com> <old@example.com>\n" } });
    const { commits } = await gitLog().read(request(repo.path));
    assert.deepEqual(commits[0]!.author, rafi);
  });

  it("reads a merge without files, and files of a root commit", async () => {
    const repo = createRepo();
    repo.commit("Root", { files: { "a.txt": "1" } });
    repo.branch("feature");
    repo.commit("Work", { files: { "b.txt": "1" } });
    repo.checkout("main");
    repo.commit("Beside", { files: { "c.txt": "1" } });
    repo.merge("feature");
    repo.git("config", "log.showRoot", "false");
    repo.git("config", "diff.renames", "copies");
    const { commits } = await gitLog().read(request(repo.path));
    assert.deepEqual(commits.map(({ subject, files, parents }) => [subject, files.join(), parents.length]), [
      ["Merge branch 'feature'", "", 2],
      ["Beside", "c.txt", 1],
      ["Work", "b.txt", 1],
      ["Root", "a.txt", 0],
    ]);
  });

  it("is not bent by a person's own configuration", async () => {
    const repo = createRepo();
    repo.commit("One", { files: { "src/a.txt": "1" } });
    repo.commit("Two\n\nবডি", { files: { "src/a.txt": "2" } });
    for (const [key, value] of [["log.date", "relative"], ["format.pretty", "oneline"], ["log.decorate", "full"], ["diff.relative", "true"], ["i18n.logOutputEncoding", "ISO-8859-1"], ["log.follow", "true"], ["diff.orderFile", "nowhere"], ["color.ui", "always"], ["core.quotePath", "true"], ["log.mailmap", "false"]] as const)
      repo.git("config", key, value);
    repo.git("notes", "add", "-m", "a note");
    const { commits } = await gitLog().read(request(repo.path, { include: ["src/a.txt"] }));
    assert.deepEqual(commits.map(({ subject, body, files }) => [subject, body, ...files]), [["Two", "বডি", "src/a.txt"], ["One", "", "src/a.txt"]]);
  });

  it("covers local branches, what they track, and a detached HEAD; not other people's remote branches", async () => {
    const source = createRepo();
    source.commit("Root");
    source.branch("theirs");
    source.commit("Somebody else's branch");
    source.checkout("main");
    source.branch("tracked");
    source.commit("Tracked");
    source.checkout("main");
    const clone = source.clone();
    clone.git("checkout", "-q", "--track", "origin/tracked");
    source.checkout("tracked");
    source.commit("Pushed since by me");
    source.checkout("main");
    source.commit("Merged on the server");
    clone.git("fetch", "-q");
    clone.checkout("main");
    clone.git("checkout", "-q", "--detach");
    clone.commit("Without a branch");
    assert.deepEqual(new Set(await subjects(clone.path)), new Set(["Root", "Tracked", "Pushed since by me", "Merged on the server", "Without a branch"]));
    assert.deepEqual(await noticeIds(clone.path), ["git.detached"]);
  });

  it("reads only the branches asked for, and says which are missing", async () => {
    const repo = createRepo();
    repo.commit("Root");
    repo.branch("a");
    repo.commit("On a");
    repo.branch("b", "main");
    repo.commit("On b");
    assert.deepEqual(await subjects(repo.path, { branches: ["a"] }), ["On a", "Root"]);
    assert.deepEqual(await noticeIds(repo.path, { branches: ["a", "zz"] }), ["git.branchMissing"]);
    const none = await gitLog().read(request(repo.path, { branches: ["-zz"] }));
    assert.deepEqual([none.commits, none.tips], [[], []]);
  });

  it("ends at what was told, even where that has vanished", async () => {
    const repo = createRepo();
    repo.commit("Told");
    const told = repo.hash();
    repo.commit("New");
    const gone = "1".repeat(40);
    assert.deepEqual(await subjects(repo.path, { readUpTo: [told, gone] }), ["New"]);
    assert.deepEqual(await subjects(repo.path, { readUpTo: [gone] }), ["New", "Told"]);
    // Never read as a name or an option: only whole hashes count.
    repo.git("branch", "dead");
    assert.deepEqual(await subjects(repo.path, { readUpTo: ["dead", "--all", "main", told.slice(0, 7), ""] }), ["New", "Told"]);
  });

  it("reads an explicit range, whatever was told", async () => {
    const repo = createRepo();
    repo.commit("One");
    repo.tag("v1");
    repo.commit("Two");
    repo.commit("Three");
    const log = gitLog();
    const reading = await log.read(request(repo.path, { range: { from: "v1", to: "HEAD~1" }, readUpTo: [repo.hash()] }));
    assert.deepEqual(reading.commits.map(({ subject, standing }) => [subject, standing]), [["Two", "ready"]]);
    assert.deepEqual(reading.tips, [], "a range covers nothing beyond itself");
    assert.deepEqual(await subjects(repo.path, { range: { from: "v1" } }), ["Three", "Two"]);
    assert.deepEqual(await subjects(repo.path, { range: { to: "v1" } }), ["One"]);
    for (const from of ["nowhere", "--all", "v1..HEAD", "a\nb", "", "HEAD^{tree}"])
      assert.equal(await problemOf(log.read(request(repo.path, { range: { from } }))), "git.badRevision", from);
  });

  it("stops with the signal's reason", async () => {
    const repo = createRepo();
    repo.commit("One");
    const reason = new Error("the user has changed their mind");
    await assert.rejects(gitLog().read(request(repo.path), AbortSignal.abort(reason)), reason);
    const soon = new AbortController();
    const reading = gitLog().read(request(repo.path), soon.signal);
    setImmediate(() => soon.abort(reason));
    await assert.rejects(reading, reason);
  });

  it("knows tags, newest first, and when HEAD was made", async () => {
    const repo = createRepo();
    assert.deepEqual(await gitLog().tags(repo.path, 5), []);
    assert.equal(await gitLog().newestAt(repo.path), undefined);
    repo.commit("One", { date: "2026-11-01T00:00:00Z" });
    repo.tag("v1");
    repo.commit("Two", { date: "2026-11-05T06:00:00+06:00" });
    repo.tag("release/v2", { annotated: true, date: "2026-11-06T00:00:00Z" });
    assert.deepEqual(await gitLog().tags(repo.path, 5), [
      { name: "release/v2", at: "2026-11-06T00:00:00.000Z" },
      { name: "v1", at: "2026-11-01T00:00:00.000Z" },
    ]);
    assert.equal((await gitLog().tags(repo.path, 1)).length, 1);
    assert.equal(await gitLog().newestAt(repo.path), "2026-11-05T00:00:00.000Z");
  });
});

describe("commits of which none is mine", () => {
  it("are told of before anything was told, with the address that most have", async () => {
    const repo = createRepo();
    repo.commit("Begin the shop", { author: rafi });
    const second = repo.commit("Add coupons", { author: sara });
    repo.commit("Add gift cards", { author: sara });
    const read = async (...authors: readonly string[]) => (await gitLog().read(request(repo.path, { authors }))).notices.map(({ problem }) => problem);
    const [first] = await read("nobody@example.com");
    assert.deepEqual([first?.id, first?.values?.["count"], first?.values?.["email"]], ["git.noneMine", 3, sara.email]);
    assert.deepEqual(await read(rafi.email), []);
    assert.deepEqual(await noticeIds(repo.path, { authors: ["nobody@example.com"], readUpTo: [second] }), []);
    assert.deepEqual(await noticeIds(repo.path), []);
  });
});

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before } from "mocha";
import { createRepo, isolated, sara, temporaryFolder, type TestRepo } from "../support/gitRepo";

// The command line as it is built, as a process of its own.

interface Report {
  readonly items: readonly { readonly text: string; readonly section: string; readonly standing: string; readonly commits: readonly string[]; readonly folded?: true }[];
  readonly leftOut: readonly { readonly commit: string; readonly reason: string }[];
  readonly text?: string;
}

const ensured = "import('./test/support/ensure.mjs').then(({ ensure }) => ensure({ say: () => undefined }))";

function khobor(args: readonly string[], cwd = process.cwd()) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.resolve("dist/cli.js"), ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...isolated(), TZ: "Asia/Dhaka" },
  });
  return { status, stdout, stderr };
}
function printed(...args: string[]): string {
  const { status, stdout, stderr } = khobor(args);
  assert.deepEqual([status, stderr], [0, ""]);
  return stdout;
}
const reported = (...args: string[]) => JSON.parse(printed(...args, "--format", "json")) as Report;
/** One line on standard error, nothing on standard output. */
function refused(...args: string[]): string {
  const { status, stdout, stderr } = khobor(args);
  assert.deepEqual([status, stdout], [1, ""], stderr);
  assert.match(stderr, /^khobor: [^\n]+\n$/);
  return stderr.slice("khobor: ".length, -1);
}

describe("the command line", function () {
  this.timeout(60_000);
  let shop: TestRepo;
  let site: TestRepo;
  const hashes: string[] = [];
  before(() => {
    execFileSync(process.execPath, ["--input-type=module", "-e", ensured]);
    shop = createRepo();
    shop.commit("Add a search to the shop", { date: "2026-10-01T10:00:00+06:00", files: { "shop/search.js": "1\n" } });
    hashes.push(
      shop.commit("feat: add coupons to the checkout", { date: "2026-11-16T10:00:00+06:00", files: { "shop/coupons.js": "1\n" } }),
      shop.commit("Fix the blank login page on Safari", { date: "2026-11-17T10:00:00+06:00", author: sara, files: { "site/login.js": "1\n" } }),
      shop.commit("chore(deps): bump vite", { date: "2026-11-18T10:00:00+06:00", files: { "package-lock.json": "{}\n" } }),
    );
    site = createRepo();
    site.commit("Let customers pay with bKash", { date: "2026-11-18T12:00:00+06:00" });
  });

  describe("draft", () => {
    it("tells the last week in which there was work, and names nobody", () => {
      const text = printed("draft", "--repo", shop.path);
      assert.match(text, /^Hi, here is/);
      assert.match(text, /coupons to the checkout/);
      assert.match(text, /Safari/);
      assert.doesNotMatch(text, /search|vite|[0-9a-f]{7}|feat:/i);
      assert.doesNotMatch(text, new RegExp(path.basename(shop.path)));
    });

    it("in Bangla", () => {
      const text = printed("draft", "--repo", shop.path, "--lang", "bn");
      assert.match(text, /নভেম্বর/);
      assert.doesNotMatch(text.split("\n")[0]!, /প্রিয়|জনাব|[a-z]/i);
      assert.match(printed("draft", "--repo", shop.path, "--lang", "bn", "--client", "সারা"), /^প্রিয় সারা,/);
    });

    it("in the folder it stands in, to whom it is told", () => {
      const { status, stdout } = khobor(["draft", "--client", "Sara Rahman"], shop.path);
      assert.equal(status, 0);
      assert.match(stdout, /^Hi Sara Rahman, here is/);
    });

    it("as plain text without marks", () => {
      assert.match(printed("draft", "--repo", shop.path), /\*\*/);
      const text = printed("draft", "--repo", shop.path, "--format", "text");
      assert.doesNotMatch(text, /\*\*|\\/);
      assert.match(text, /blank login page/);
    });

    it("as JSON: every commit is in an item or left out", () => {
      const { items, leftOut, text } = reported("draft", "--repo", shop.path);
      assert.deepEqual(items.map(({ commits, section, standing }) => [commits, section, standing]), [
        [[hashes[0]], "new", "ready"],
        [[hashes[1]], "fixed", "ready"],
      ]);
      assert.deepEqual(leftOut.map(({ commit }) => commit), [hashes[2]]);
      assert.match(leftOut[0]!.reason, /[a-z] [a-z]/);
      assert.equal(text, printed("draft", "--repo", shop.path));
    });

    it("of a range", () => {
      const commits = (...args: string[]) => reported("draft", "--repo", shop.path, ...args).items.flatMap((item) => item.commits);
      assert.deepEqual(commits("--from", "HEAD~2", "--to", "HEAD~1"), [hashes[1]]);
      assert.deepEqual(commits("--from", "HEAD~2"), [hashes[1]]);
      assert.equal(commits("--to", hashes[0]!).length, 2);
    });

    it("since a day", () => {
      const { items, leftOut } = reported("draft", "--repo", shop.path, "--since", "2026-11-17T04:00Z");
      assert.deepEqual([items.map(({ commits }) => commits), leftOut.length], [[[hashes[1]]], 1]);
      assert.equal(reported("draft", "--repo", shop.path, "--since", "2026-09-01").items.length, 3);
    });

    it("of some authors, and of some paths", () => {
      const commits = (...args: string[]) => reported("draft", "--repo", shop.path, ...args).items.flatMap((item) => item.commits);
      assert.deepEqual(commits("--author", "SARA@example.com"), [hashes[1]]);
      assert.deepEqual(commits("--author", sara.email, "rafi@example.com").length, 2);
      assert.deepEqual(commits("--include", "shop"), [hashes[0]]);
      assert.deepEqual(commits("--include", "shop", "site/*.js").length, 2);
    });

    it("of several repositories, one of which may be none", () => {
      const both = reported("draft", "--repo", shop.path, site.path);
      assert.equal(both.items.length, 3);
      assert.equal(reported("draft", "--repo", shop.path, "--repo", site.path).items.length, 3);
      const { status, stdout, stderr } = khobor(["draft", "--repo", site.path, temporaryFolder("plain")]);
      assert.deepEqual([status, stderr.split("\n").length], [0, 2]);
      assert.match(stderr, /is not a Git repository/);
      assert.match(stdout, /bKash/);
    });

    it("of nothing: says so, without a list", () => {
      const text = printed("draft", "--repo", shop.path, "--since", "2026-11-19");
      assert.match(text, /^Hi, here is/);
      assert.doesNotMatch(text, /^- /m);
    });

    it("refuses in one line what it cannot do", () => {
      const plain = temporaryFolder("plain");
      assert.equal(refused("draft", "--repo", plain), `${path.basename(plain)} is not a Git repository.`);
      assert.match(refused("draft", "--repo", createRepo().path), /has no commits yet\.$/);
      assert.match(refused("draft", "--repo", path.join(plain, "nowhere")), /The folder of nowhere is gone/);
      assert.match(refused("draft", "--repo", shop.path, "--from", "v9"), /no commit called “v9”/);
      assert.match(refused("draft", "--repo", shop.path, "--since", "yesterday"), /--since takes a time.*See --help\.$/);
      assert.match(refused("draft", "--lang", "fr"), /--lang is en or bn, not "fr"/);
      assert.match(refused("draft", "--format", "pdf"), /--format is md or text or json, not "pdf"/);
      assert.match(refused("draft", "--nope"), /--nope/);
      assert.match(refused("draft", "--client"), /--client/);
      assert.match(refused("draft", "--client", "A", "--client", "B"), /--client was given twice/);
      assert.match(refused("draft", shop.path), /belongs to no option/);
    });
  });

  describe("summarize", () => {
    const file = (content: string) => {
      const at = path.join(temporaryFolder("json"), "commits.json");
      writeFileSync(at, content);
      return at;
    };
    const at = "2026-11-16T10:00:00+06:00";

    it("sums up commits that are in a file", () => {
      const commits = [
        { hash: "c3", subject: "fixup! Add coupons to the checkout", date: at, parents: ["c2"] },
        { hash: "c2", subject: "Add coupons to the checkout", body: "", author: "Rafi", date: at, commitDate: at, parents: ["c1"], files: ["shop/coupons.js"], insertions: 3 },
        { hash: "c1", subject: "chore(deps): bump vite", date: at, files: ["package-lock.json"] },
      ];
      const report = JSON.parse(printed("summarize", file(JSON.stringify({ range: "x", commits })), "--format", "json")) as Report;
      assert.deepEqual(report.items.map(({ commits, section }) => [commits, section]), [[["c3", "c2"], "new"]]);
      assert.match(report.items[0]!.text, /coupons to the checkout/i);
      assert.deepEqual(report.leftOut.map(({ commit }) => commit), ["c1"]);
      assert.equal(report.text, undefined);
    });

    it("of an empty list", () => {
      assert.deepEqual(JSON.parse(printed("summarize", file('{"commits":[]}'))), { items: [], leftOut: [] });
    });

    it("refuses in one line what is no such file", () => {
      assert.match(refused("summarize"), /takes one file/);
      assert.match(refused("summarize", "a.json", "b.json"), /takes one file/);
      assert.match(refused("summarize", "nowhere.json"), /nowhere\.json cannot be read/);
      assert.match(refused("summarize", file("commits")), /is not JSON\.$/);
      assert.match(refused("summarize", file("[]")), /is not a list of commits/);
      assert.match(refused("summarize", file("null")), /is not a list of commits/);
      assert.match(refused("summarize", file('{"commits":[{"hash":1}]}')), /is not a list of commits: commits\.0\.hash/);
      assert.match(refused("summarize", file('{"commits":[]}'), "--format", "md"), /--format is json, not "md"/);
    });
  });

  it("--help says every option, and an unknown command says where to look", () => {
    const help = printed("--help");
    for (const option of readFileSync("src/cli.ts", "utf8").matchAll(/\["from".*|\["repo".*/g))
      for (const [, name] of option[0].matchAll(/"([a-z]+)"/g)) assert.match(help, new RegExp(`--${name}\\b`));
    assert.equal(printed(), help);
    assert.equal(printed("draft", "--help"), help);
    assert.equal(refused("frobnicate"), 'There is no command "frobnicate". See --help.');
  });
});

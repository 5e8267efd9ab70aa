import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRepo } from "../../support/gitRepo";
import { gitLog, request } from "./request";

/** Writes a commit object as it is, without any of git's own care. */
function rawCommit(path: string, header: string, message: Buffer, parent?: string): string {
  const tree = execFileSync("git", ["hash-object", "-t", "tree", "-w", "--stdin"], { cwd: path, input: "" }).toString().trim();
  const text = `tree ${tree}\n${parent === undefined ? "" : `parent ${parent}\n`}${header}\n\n`;
  const hash = execFileSync("git", ["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], { cwd: path, input: Buffer.concat([Buffer.from(text), message]) }).toString().trim();
  execFileSync("git", ["update-ref", "refs/heads/main", hash], { cwd: path });
  return hash;
}
const people = (date: string) => `author A <a@b.c> ${date}\ncommitter A <a@b.c> ${date}`;

describe("messages", () => {
  it("survive whole, whatever they hold", async () => {
    const repo = createRepo();
    const bodies = [
      "plain",
      " ò  ò \nòòòòòò\nò hash ò",
      "tab\there, bell \u0007, escape \u001b[31m, unit \u001f and record \u001e separators, \u0001\u0002",
      "{{handlebars}} <b>html</b> [x](command:evil) `$(rm)`",
      "right to left \u202e and back \u202c, joiners \u200d, no-break \u00a0, BOM \ufeff",
      "commit 0123456789012345678901234567890123456789\nAuthor: x\n\nkhobor-",
      "line one\r\nline two\r\n\r\nline three",
      "খবর: চেকআউট এখন চালু 🎉",
      "x".repeat(1_000_000),
      "\n\n\n   indented\n\n\n\nfar below",
    ];
    let parent: string | undefined;
    bodies.forEach((body, at) => (parent = rawCommit(repo.path, people(`${1_760_000_000 + at} +0600`), Buffer.from(`Subject ${at}\n\n${body}\n`), parent)));
    const { commits } = await gitLog().read(request(repo.path));
    assert.deepEqual(commits.map(({ subject }) => subject).reverse(), bodies.map((_, at) => `Subject ${at}`));
    for (const [at, body] of bodies.entries()) assert.equal(commits[bodies.length - 1 - at]!.body, body.replace(/^\n+/, ""), `body ${at}`);
  });

  it("may be empty, or have no subject line of their own", async () => {
    const repo = createRepo();
    repo.commit("");
    repo.commit("\n\n  \nLate subject\nthat goes on\n\nBody");
    repo.commit("Windows\r\n\r\nBody\r\n");
    const { commits } = await gitLog().read(request(repo.path));
    assert.deepEqual(commits.map(({ subject, body }) => [subject, body]), [["Windows", "Body"], ["Late subject that goes on", "Body"], ["", ""]]);
  });

  it("in an old encoding that says nothing of itself are read as Western", async () => {
    const repo = createRepo();
    rawCommit(repo.path, people("1760000000 +0600"), Buffer.concat([Buffer.from("Caf"), Buffer.from([0xe9]), Buffer.from("\n\nCorrig"), Buffer.from([0xe9, 0x0a])]));
    const { commits } = await gitLog().read(request(repo.path));
    assert.deepEqual([commits[0]!.subject, commits[0]!.body], ["Café", "Corrigé"]);
  });

  it("in an encoding that they name are turned into UTF-8", async () => {
    const repo = createRepo();
    rawCommit(repo.path, `${people("1760000000 +0600")}\nencoding ISO-8859-1`, Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x0a]));
    assert.equal((await gitLog().read(request(repo.path))).commits[0]!.subject, "Café");
  });

  it("with impossible dates have dates that everybody can read", async () => {
    const repo = createRepo();
    const dates = ["-86400 +0000", "99999999999999 +0000", "1700000000 +9999", "18446744073709551615 +0000", "garbage", "1700000000 -0030"];
    let parent: string | undefined;
    for (const date of dates) parent = rawCommit(repo.path, people(date), Buffer.from(date), parent);
    const { commits } = await gitLog().read(request(repo.path));
    const found = new Map(commits.map(({ subject, authorDate }) => [subject, authorDate]));
    assert.deepEqual(dates.map((date) => found.get(date)), [
      "1970-01-01T00:00:00.000Z",
      "9999-12-31T23:59:59.000Z",
      "2023-11-14T22:13:20.000Z",
      "1970-01-01T00:00:00+00:00",
      "1970-01-01T00:00:00.000Z",
      "2023-11-14T21:43:20-00:30",
    ]);
  });
});

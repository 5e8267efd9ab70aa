import assert from "node:assert/strict";
import type { TellFrom } from "../../../src/core/book/project";
import type { Instant } from "../../../src/core/time/types";
import { provenanceShape } from "../../../src/core/drafting/draft";
import { readShaped } from "../../../src/storage/files";
import { createRepo, rafi, sara } from "../../support/gitRepo";
import { openDesk, problems, tells } from "./desk";
import path from "node:path";

const coupons = "Add coupons to the checkout";
const bkash = "Let customers pay with bKash";
const safari = "Fix the blank login page on Safari";
const search = "Add a search to the shop";
const at = (text: string) => text as Instant;

describe("where telling begins", () => {
  it("is asked once, with the tags to choose from, and remembered", async () => {
    const repo = createRepo();
    repo.commit(search);
    repo.tag("v1", { date: "2026-11-05T00:00:00Z" });
    repo.commit(coupons);
    repo.tag("v2", { annotated: true, date: "2026-11-06T00:00:00Z" });
    const answer: TellFrom = { from: "tag", tag: "v1", at: at("2026-11-05T00:00:00.000Z") };
    const desk = await openDesk({ repos: [repo], project: { tellFrom: undefined }, askTellFrom: () => answer });
    assert.deepEqual(await desk.wouldTell(), [`${coupons}: ready`]);
    assert.deepEqual(desk.asked.length, 1);
    assert.deepEqual([...desk.asked[0]!].sort(), ["v1", "v2"]);
    assert.deepEqual(desk.project().tellFrom, answer);
    await desk.draft();
    assert.equal(desk.asked.length, 1);
  });

  it("cancelled: nothing is drafted and nothing is remembered", async () => {
    const repo = createRepo();
    repo.commit(search);
    const desk = await openDesk({ repos: [repo], project: { tellFrom: undefined } });
    await assert.rejects(desk.draft(), /nothing was drafted/);
    assert.equal(desk.project().tellFrom, undefined);
    assert.deepEqual(await desk.drafts.list(), []);
  });

  it("a date", async () => {
    const repo = createRepo();
    repo.commit(search, { date: "2026-11-10T23:59:59Z" });
    repo.commit(coupons, { date: "2026-11-11T00:00:00Z" });
    const desk = await openDesk({ repos: [repo], project: { tellFrom: { from: "instant", at: at("2026-11-11T00:00:00.000Z") } } });
    const drafted = await desk.draft();
    assert.deepEqual(tells(drafted), [`${coupons}: ready`]);
    assert.equal(drafted.provenance.since, "2026-11-11T00:00:00.000Z");
    await desk.send(drafted);
    assert.deepEqual(await desk.tell(), []);
  });

  it("a tag, in each repository that has it; the others begin at its time", async () => {
    const [first, second] = [createRepo(), createRepo()];
    first.commit(search, { date: "2026-11-10T00:00:00Z" });
    first.tag("v1");
    first.commit(coupons, { date: "2026-11-11T00:00:00Z" });
    second.commit(safari, { date: "2026-11-10T00:00:00Z" });
    second.commit(bkash, { date: "2026-11-12T00:00:00Z" });
    const desk = await openDesk({ repos: [first, second], project: { tellFrom: { from: "tag", tag: "v1", at: at("2026-11-10T12:00:00.000Z") } } });
    assert.deepEqual(await desk.tell(), [`${coupons}: ready`, `${bkash}: ready`]);
    assert.deepEqual(await desk.tell(), []);
  });

  it("the beginning", async () => {
    const repo = createRepo();
    repo.commit(search, { date: "2001-01-01T00:00:00Z" });
    const desk = await openDesk({ repos: [repo], project: { tellFrom: { from: "beginning" } } });
    const drafted = await desk.draft();
    assert.deepEqual(tells(drafted), [`${search}: ready`]);
    assert.equal(drafted.provenance.since, undefined);
  });
});

describe("whose work is told", () => {
  it("mine: as author, by another of my addresses, or as a co-author", async () => {
    const repo = createRepo();
    repo.git("config", "user.email", rafi.email);
    const desk = await openDesk({ repos: [repo], settings: { myEmails: () => ["Rafi@Home.example"] } });
    repo.commit(coupons);
    repo.commit(bkash, { author: { name: "R", email: "rafi@home.example" } });
    repo.commit(search, { author: sara });
    repo.commit(`${safari}\n\nCo-authored-by: Rafi Ahmed <RAFI@example.com>`, { author: sara });
    assert.deepEqual(await desk.tell(), [`${coupons}: ready`, `${safari}: ready`, `${bkash}: ready`].sort());
    assert.deepEqual(await desk.tell(), []);
  });

  it("everyone's, where the setting says so", async () => {
    const repo = createRepo();
    repo.git("config", "user.email", rafi.email);
    const desk = await openDesk({ repos: [repo], settings: { whoseCommits: () => "everyone" } });
    repo.commit(coupons);
    repo.commit(search, { author: sara });
    assert.deepEqual(await desk.tell(), [`${search}: ready`, `${coupons}: ready`].sort());
  });
});

describe("hostile words", () => {
  const words = [
    "Add {{> partial}} and {{this}} to the shop",
    "Fix <script>alert(1)</script> on the login page",
    "Show [a link](command:workbench.action.terminal.new) to customers",
    "Add \u202egnp.exe\u202c to the menu of the shop",
    "Add --output=/etc/x to the checkout of the shop",
    "Add ৳৫০০ coupons ‘বিকাশ’ to the checkout 🎉",
    "Add **bold** `code` and _more_ to the checkout",
  ];

  it("reach the provenance unharmed and the message as text", async () => {
    const repo = createRepo();
    const hashes = words.map((subject) => repo.commit(`${subject}\n\n${subject}\n\n- {{#each this}}`));
    const desk = await openDesk({ repos: [repo] });
    const drafted = await desk.draft();
    const { provenance } = drafted;
    const kept = new Map([...provenance.items.flatMap(({ commits }) => commits), ...provenance.leftOut.map(({ commit }) => commit)].map((commit) => [commit.hash, commit.subject]));
    assert.deepEqual(hashes.map((hash) => kept.get(hash)), words);
    assert.doesNotMatch(provenance.rendered, /(?<!\\)<script|(?<!\\)\]\(|\u202e|(?<!\\)`/);
    const stored = await readShaped(path.join(path.dirname(drafted.path), "provenance.json"), provenanceShape);
    assert.ok(stored.is === "healthy");
    assert.deepEqual(stored.value, provenance);
    const record = await desk.send(drafted);
    assert.deepEqual(record.told.length, words.length);
    assert.deepEqual(await desk.tell(), []);
  });

  it("that are no words at all are neither lost nor told", async () => {
    const repo = createRepo();
    const hashes = ["", "   ", "\u0001\u0002", "\u200b", Buffer.from([0xff, 0xfe, 0x41])].map((message) => repo.commit(message));
    const desk = await openDesk({ repos: [repo] });
    const { provenance, problems: found } = await desk.draft();
    const all = [...provenance.items.flatMap(({ commits }) => commits), ...provenance.leftOut.map(({ commit }) => commit)];
    assert.deepEqual(all.map(({ hash }) => hash).sort(), [...hashes].sort());
    assert.deepEqual(found, []);
  });

  it("in names of branches and files stand nowhere in the message", async () => {
    const repo = createRepo();
    repo.commit(search);
    repo.branch("{{evil}}/<b>");
    repo.commit(coupons, { files: { "<img src=x>{{y}}.js": "1\n", "--help": "2\n" } });
    const desk = await openDesk({ repos: [repo] });
    const drafted = await desk.draft();
    assert.deepEqual(problems(drafted), []);
    assert.deepEqual(tells(drafted), [`${search}: ready`, `${coupons}: inProgress`]);
    assert.doesNotMatch(drafted.provenance.rendered, /evil|img|help/);
  });
});

describe("work that earlier messages did not decide about", () => {
  const at7 = { from: "instant", at: at("2026-11-07T00:00:00.000Z") } as const satisfies TellFrom;
  function told() {
    const repo = createRepo();
    repo.commit(safari, { author: sara, date: "2026-11-06T00:00:00Z" });
    repo.commit(search, { author: sara, date: "2026-11-08T00:00:00Z" });
    repo.commit(coupons, { date: "2026-11-09T00:00:00Z", files: { "shop/coupon.ts": "1" } });
    return Promise.resolve(repo);
  }

  it("is told once everyone's counts, what was told stays told, and telling begins where it began", async () => {
    let whose: "mine" | "everyone" = "mine";
    const desk = await openDesk({ repos: [await told()], project: { tellFrom: at7 }, settings: { whoseCommits: () => whose, myEmails: () => [rafi.email] } });
    const drafted = await desk.draft();
    assert.deepEqual(tells(drafted), [`${coupons}: ready`]);
    await desk.send(drafted);
    assert.deepEqual(await desk.wouldTell(), []);
    whose = "everyone";
    assert.deepEqual(await desk.wouldTell(), [`${search}: ready`]);
  });

  it("is told once an email is added", async () => {
    const emails = [rafi.email];
    const desk = await openDesk({ repos: [await told()], project: { tellFrom: at7 }, settings: { myEmails: () => emails } });
    await desk.send(await desk.draft());
    emails.push(sara.email);
    assert.deepEqual(await desk.wouldTell(), [`${search}: ready`]);
  });

  it("is told once more files belong to the project", async () => {
    const desk = await openDesk({ repos: [await told()], project: { tellFrom: at7 }, scope: { include: ["shop/**"] }, settings: { whoseCommits: () => "everyone" } });
    await desk.send(await desk.draft());
    await desk.change({ scopes: desk.project().scopes.map(({ include: _, ...scope }) => scope) });
    assert.deepEqual(await desk.wouldTell(), [`${search}: ready`]);
  });
});

import assert from "node:assert/strict";
import type { Absence } from "../../../../src/core/book/absence";
import type { Client } from "../../../../src/core/book/client";
import type { Note } from "../../../../src/core/book/note";
import type { Milestone } from "../../../../src/core/book/milestone";
import { composeProgress, type ProgressInput } from "../../../../src/core/drafting/composeProgress";
import type { Instant, Zone } from "../../../../src/core/time/types";
import * as relation from "../../../golden/relation";

const en: relation.Pick = (english) => english;
const client = relation.clientIn("en", "friendly");
const compose = (more: Partial<ProgressInput> = {}) =>
  composeProgress({
    me: relation.meIn(),
    client,
    contact: client.contacts[0]!,
    project: relation.projectIn(en),
    milestones: [],
    notes: [],
    summary: { items: [], leftOut: [] },
    now: relation.now,
    zone: relation.zone,
    ...more,
  });
const one = { items: [relation.item("x", "live")], leftOut: [] };
const since = (at: string, more: Partial<ProgressInput> = {}) => compose({ since: at as Instant, summary: one, ...more }).period;

describe("the period that a message names", () => {
  it("is this week only when all of it is", () => {
    assert.deepEqual(since("2026-11-16T09:00:00.000Z"), { thisWeek: true });
    assert.deepEqual(since("2026-11-15T20:00:00.000Z"), { since: "2026-11-15" });
  });
  it("is a day where it is one", () => {
    assert.deepEqual(since("2026-11-20T01:00:00.000Z"), { today: true });
    assert.deepEqual(since("2026-11-19T01:00:00.000Z"), { yesterday: true });
  });
  it("follows the client's week", () => {
    const workingTime = { days: [7, 1, 2, 3, 4], start: "09:00", end: "17:00" } as unknown as NonNullable<Client["workingTime"]>;
    const dhaka = { ...client, zone: "Asia/Dhaka" as Zone, workingTime };
    assert.deepEqual(since("2026-11-15T09:00:00.000Z", { client: dhaka }), { thisWeek: true });
    const everyDay = { ...dhaka, workingTime: { ...workingTime, days: [1, 2, 3, 4, 5, 6, 7] as const } };
    assert.deepEqual(since("2026-11-16T09:00:00.000Z", { client: everyDay }), { thisWeek: true });
  });
  it("is the day where the client is", () => {
    const honolulu = { ...client, zone: "Pacific/Honolulu" as Zone };
    assert.deepEqual(since("2026-11-16T09:00:00.000Z", { client: honolulu }), { since: "2026-11-15" });
  });
  it("is not named where nothing is told, or no beginning is known", () => {
    assert.deepEqual(compose({ since: "2026-11-16T09:00:00.000Z" as Instant }).period, {});
    assert.deepEqual(compose({ summary: one }).period, {});
  });
  it("is not named where work only goes on: nothing of that need be new", () => {
    const onward = { items: [relation.item("x", "inProgress")], leftOut: [] };
    assert.deepEqual(since("2026-11-20T01:00:00.000Z", { summary: onward }), {});
    assert.deepEqual(since("2026-11-20T01:00:00.000Z", { summary: { ...onward, items: [...onward.items, ...one.items] } }), { today: true });
  });
});

describe("what a message may tell", () => {
  it("never private, settled or told notes; open questions again", () => {
    const notes = relation.manyNotesIn(en);
    const view = compose({ notes, toldNotes: new Map(["told", "decision", "question", "blocker", "request"].map((id) => [id, relation.now])) });
    assert.deepEqual(view.noteIds, ["done", "request", "remark", "blocker", "question", "question2"]);
    assert.deepEqual(view.agreed, []);
    assert.ok(!JSON.stringify(view).includes("Mondays"));
  });
  it("what was asked for and is done, once, and what was answered or thought better of never", () => {
    const at = (instant: string) => instant as Instant;
    const settled = (id: string, kind: Note["kind"], more: Partial<Note> = {}) => relation.note(id, kind, id, { settledAt: at("2026-11-19T09:00:00.000Z"), ...more });
    const notes = [
      settled("logo", "request"),
      settled("listed before", "request"),
      settled("told as done", "request"),
      settled("accepted", "request", { change: { said: "accepted" } }),
      settled("private", "request", { forUpdate: false }),
      settled("too small", "feedback", { feedback: "bad" }),
      settled("lovely", "feedback", { feedback: "good" }),
      settled("old question", "question"),
      settled("answered on the phone", "request"),
      relation.note("call", "contact", "Call", { forUpdate: false, createdAt: at("2026-11-19T09:00:00.000Z"), tells: ["answered on the phone"] }),
      relation.note("still open", "request", "still open"),
    ];
    const toldNotes = new Map([["listed before", at("2026-11-16T09:00:00.000Z")], ["told as done", at("2026-11-20T09:00:00.000Z")]]);
    const view = compose({ notes, toldNotes });
    assert.deepEqual([view.fulfilled, view.mended, view.asked], [["logo", "listed before"], ["too small"], ["still open"]]);
    assert.deepEqual(view.noteIds, ["logo", "listed before", "too small", "still open"]);
    assert.deepEqual([view.bare, view.shown], [false, true]);
  });
  it("where to look, once: with what is ready, else below whatever work is told, and at a milestone's own page", () => {
    const links = (summary: ProgressInput["summary"], milestones: readonly Milestone[] = []) => {
      const { ready, previewUrl, lookAt, next, delivered } = compose({ summary, milestones, since: "2026-11-16T00:00:00.000Z" as Instant });
      return [ready && previewUrl, lookAt, next?.viewUrl, delivered[0]?.viewUrl];
    };
    const page = "https://staging.example";
    const work = (standing: "live" | "ready" | "inProgress") => ({ items: [relation.item("x", standing)], leftOut: [] });
    const nothing = { items: [], leftOut: [] };
    assert.deepEqual(links(work("ready")), [page, undefined, undefined, undefined]);
    assert.deepEqual(links(work("live")), [undefined, page, undefined, undefined]);
    assert.deepEqual(links(work("inProgress")), [undefined, page, undefined, undefined]);
    assert.deepEqual(links(nothing), [undefined, undefined, undefined, undefined]);
    const own = relation.milestonesIn(en).map((milestone) => ({ ...milestone, viewUrl: `https://${milestone.id}.example` }));
    assert.deepEqual(links(work("live"), own), [undefined, undefined, "https://checkout.example", "https://catalogue.example"]);
    assert.deepEqual(links(nothing, own.slice(0, 1)), [undefined, page, undefined, "https://catalogue.example"]);
    assert.deepEqual(links(nothing, own.slice(2)), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(links(work("live"), own.map((milestone) => ({ ...milestone, viewUrl: page }))), [undefined, page, undefined, undefined]);
  });
  it("no answer by a day that has passed", () => {
    const late = { ...relation.questionIn(en), due: relation.day("2026-11-19") };
    assert.equal(compose({ notes: [late] }).question?.due, undefined);
    assert.equal(compose({ notes: [relation.questionIn(en)] }).question?.due?.on, "2026-11-25");
  });
  it("nothing to look at where nothing is done, or where it cannot be seen", () => {
    const ready = { items: [relation.item("x", "ready")], leftOut: [] };
    const { previewUrl: _, ...unseen } = relation.projectIn(en);
    assert.equal(compose({ summary: ready }).shown, true);
    assert.equal(compose({ summary: ready, project: unseen }).shown, false);
    assert.equal(compose({ summary: { items: [relation.item("x", "inProgress")], leftOut: [] } }).shown, false);
    assert.equal(compose({ summary: one }).shown, true);
    assert.equal(compose().bare, true);
    assert.equal(compose({ milestones: relation.milestonesIn(en) }).bare, false);
  });
  it("only addresses that are ones", () => {
    const preview = (previewUrl: string) => compose({ project: { ...relation.projectIn(en), previewUrl } }).previewUrl;
    assert.equal(preview("https://a.example/x_y?b=1&c=2"), "https://a.example/x_y?b=1&c=2");
    assert.equal(preview("https://a.example/*x*_(y)"), "https://a.example/%2Ax%2A%5F%28y%29");
    for (const bad of ["javascript:alert(1)", "command:x", "https://user:pw@a.example", "a.example", "https://a b"]) assert.equal(preview(bad), undefined);
  });
});

describe("milestones in a message", () => {
  const milestones = relation.milestonesIn(en);
  it("are told as delivered in their period only", () => {
    const delivered = (at: string) => compose({ milestones, since: at as Instant }).delivered.map(({ title }) => title);
    assert.deepEqual(delivered("2026-11-16T00:00:00.000Z"), ["Catalogue"]);
    assert.deepEqual(delivered("2026-11-18T00:00:00.000Z"), []);
  });
  it("have their hard clock where the client is", () => {
    const { next, after } = compose({ milestones });
    assert.deepEqual(next, { title: "Checkout", due: { on: "2026-12-03", theirTime: false, past: false }, parts: { done: 5, total: 7, all: false, onTrack: true } });
    assert.deepEqual(after?.due, { on: "2027-01-07", time: "12:00", theirTime: true, past: false });
  });
  it("say so when their date has passed", () => {
    const late = { ...milestones[1]!, due: relation.day("2026-11-19") };
    assert.equal(compose({ milestones: [late] }).next?.due?.past, true);
  });
  it("give way to the project's date where there are none", () => {
    const project = { ...relation.projectIn(en), dueOn: relation.day("2026-12-18").on };
    assert.equal(compose({ project }).projectDue?.on, "2026-12-18");
    assert.equal(compose({ project, milestones }).projectDue, undefined);
    assert.equal(compose({ project: { ...project, status: "support" } }).projectDue, undefined);
  });
});

describe("long lists of work", () => {
  const items = (live: number, ready: number, running: number) => [
    ...Array.from({ length: live }, (_, at) => relation.item(`l${at}`, "live", at < 3 ? "new" : "fixed")),
    ...Array.from({ length: ready }, (_, at) => relation.item(`r${at}`, "ready")),
    ...Array.from({ length: running }, (_, at) => relation.item(`p${at}`, "inProgress")),
  ];
  const counts = (live: number, ready: number, running: number) => {
    const view = compose({ summary: { items: items(live, ready, running), leftOut: [] } });
    return [view.live, view.ready, view.inProgress].map((section) => [section?.items.length ?? 0, section?.more?.ids.length ?? 0]);
  };
  it("are summed up fairly, and never one line alone", () => {
    assert.deepEqual(counts(4, 2, 2), [[4, 0], [2, 0], [2, 0]]);
    assert.deepEqual(counts(20, 1, 1), [[6, 14], [1, 0], [1, 0]]);
    assert.deepEqual(counts(9, 0, 0), [[9, 0], [0, 0], [0, 0]]);
    assert.deepEqual(counts(10, 10, 10), [[3, 7], [3, 7], [2, 8]]);
  });
  it("are called fixes only when all are", () => {
    const more = (live: number) => compose({ summary: { items: items(live, 10, 10), leftOut: [] } }).live?.more;
    assert.equal(more(10)?.fixes, true);
    assert.equal(compose({ summary: { items: items(0, 20, 0), leftOut: [] } }).ready?.more?.fixes, false);
  });
});

describe("the signature", () => {
  const sign = (me: Partial<ProgressInput["me"]>, more: Partial<Client> = {}, language: "en" | "bn" = "en") => {
    const writer = relation.clientIn(language, "friendly");
    return compose({ me: { ...relation.meIn(), ...me }, client: { ...writer, ...more }, contact: writer.contacts[0]! }).signature;
  };
  it("is mine, else my first name in the letters of the message", () => {
    assert.deepEqual(sign({ signature: "Rafi\n\nrafi@example.com" }), ["Rafi", "rafi@example.com"]);
    assert.deepEqual(sign({}), ["Rafi"]);
    assert.deepEqual(sign({}, {}, "bn"), ["রাফি"]);
    assert.deepEqual(sign({ names: ["Md. Karim Khan"] }), ["Karim"]);
    assert.deepEqual(sign({ names: [] }), []);
  });
  it("never has contact details on a marketplace", () => {
    assert.deepEqual(sign({ signature: "Rafi\nrafi@example.com" }, { place: "fiverr" }), ["Rafi"]);
  });
});

describe("a milestone that is on track", () => {
  const [, checkout] = relation.milestonesIn(en) as readonly [Milestone, Milestone];
  const said = (more: Partial<ProgressInput> = {}, due = "2026-12-03") => compose({ milestones: [{ ...checkout, due: relation.day(due) }], ...more }).next?.parts?.onTrack;
  it("is said to be where even the slowest likely end keeps the date", () => {
    assert.equal(said(), true);
    assert.equal(said({}, "2026-11-30"), false);
  });
  it("is not, where my days off take the days that were left", () => {
    const away = { id: "away", rev: 1, createdAt: relation.now, changedAt: relation.now, from: "2026-11-22", to: "2026-11-30" } as unknown as Absence;
    assert.equal(said({ absences: [away] }), false);
  });
  it("is not while something holds the work up", () => {
    assert.equal(said({ notes: [relation.blockerIn(en)] }), false);
    assert.equal(said({ notes: [{ ...relation.blockerIn(en), settledAt: relation.now }] }), true);
    assert.equal(said({ project: { ...relation.projectIn(en), status: "waitingForClient" } }), false);
  });
});

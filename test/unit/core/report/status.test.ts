import assert from "node:assert/strict";
import { owedLine, statusOf } from "../../../../src/core/report/status";
import type { TimeValue } from "../../../../src/core/say";
import type { Zone } from "../../../../src/core/time/types";
import { bookWith, sent } from "../owed/sample";
import { at, client, dhaka, now, owing, update, viewOf } from "./sampleOwed";

const acme = client("Acme");
const rahim = client("Rahim");
const today17 = at("19T11:00");
/** Today a time says enough. */
const clock = { time: "clock", at: today17, zone: dhaka };
const moment = (instant: string) => ({ time: "moment", at: instant, zone: dhaka, now });

describe("the status", () => {
  it("says nothing while there is nobody to write to", () => {
    assert.equal(statusOf(viewOf([])), undefined);
    assert.equal(statusOf(viewOf([client("Acme", { archivedAt: now })])), undefined);
  });

  it("says that all is told when nothing is owed", () => {
    assert.deepEqual(statusOf(viewOf([acme]))?.text, { id: "status.told" });
    assert.equal(statusOf(viewOf([acme]))?.level, "told");
  });

  it("names the client, the message and the time of what is due", () => {
    const status = statusOf(viewOf([acme], owing("Acme", "due", today17)));
    assert.equal(status?.level, "due");
    assert.deepEqual(status.text, { id: "owed.by", values: { client: "Acme", what: update, when: clock } });
    // What others see as a colour.
    assert.deepEqual(status.spoken, { id: "status.spokenDue", values: { status: status.text } });
    const soon = statusOf(viewOf([acme], owing("Acme", "soon", today17)));
    assert.deepEqual(soon?.spoken, { id: "status.spoken", values: { status: soon?.text } });
  });

  it("takes the most pressing one, and counts the others that press", () => {
    const status = statusOf(
      viewOf([acme, rahim], owing("Acme", "due", today17), owing("Rahim", "overdue", at("18T11:00")), owing("Acme", "soon", today17)),
    );
    assert.equal(status?.level, "overdue");
    const first = { id: "owed.overdue", values: { client: "Rahim", what: update, when: moment(at("18T11:00")) } };
    assert.deepEqual(status.text, { id: "status.andMore", values: { first, count: 1 } });
    assert.equal(status.spoken.id, "status.spokenOverdue");
  });

  it("is all told, with the next time, while nothing presses", () => {
    const next = at("26T11:00");
    const status = statusOf(viewOf([acme], owing("Acme", "fine", next)));
    assert.equal(status?.level, "fine");
    assert.deepEqual(status.text, { id: "status.next", values: { when: moment(next) } });
  });

  it("does not claim that all is told before anything was", () => {
    const next = at("26T11:00");
    const sample = bookWith(at("16T04:00"));
    const view = viewOf([sample.client], owing(sample.client.name, "fine", next, { clientId: sample.client.id }));
    assert.deepEqual(statusOf({ ...view, history: [] })?.text, { id: "status.first", values: { when: moment(next) } });
    assert.deepEqual(statusOf({ ...view, history: [sent(sample, at("17T04:00"))] })?.text, { id: "status.next", values: { when: moment(next) } });
  });

  it("passes over what is snoozed while something else is awake", () => {
    const until = at("19T10:00");
    const snoozed = owing("Acme", "overdue", at("18T11:00"), { snoozedUntil: until });
    assert.equal(statusOf(viewOf([acme, rahim], snoozed, owing("Rahim", "soon", today17)))?.level, "soon");
    const alone = statusOf(viewOf([acme], snoozed));
    assert.equal(alone?.level, "snoozed");
    assert.deepEqual(alone.text, { id: "status.snoozed", values: { client: "Acme", when: moment(until) } });
  });

  it("does not call it all told while something pressing is snoozed", () => {
    const snoozed = owing("Acme", "overdue", at("18T11:00"), { snoozedUntil: at("19T10:00") });
    assert.equal(statusOf(viewOf([acme, rahim], owing("Rahim", "fine", at("26T11:00")), snoozed))?.level, "snoozed");
  });

  it("lists five in the tooltip and counts the rest", () => {
    const names = ["A", "B", "C", "D", "E", "F", "G"];
    const status = statusOf(viewOf(names.map((name) => client(name)), ...names.map((name) => owing(name, "due", today17))));
    assert.equal(status?.tooltip.length, 7);
    assert.deepEqual(status.tooltip[5], { id: "status.more", values: { count: 2 } });
    assert.deepEqual(status.tooltip[6], { id: "status.click" });
  });

  it("gives the time at the client's place only where clocks differ there", () => {
    const line = (zone: string) => {
      return statusOf(viewOf([acme], owing("Acme", "due", today17, { theirZone: zone as Zone })))?.tooltip[0]?.id;
    };
    assert.equal(line("Europe/London"), "status.theirTime");
    assert.equal(line("Asia/Dhaka"), "owed.by");
    assert.equal(line("Asia/Almaty"), "status.theirTime");
    assert.equal(line("Asia/Thimphu"), "owed.by");
  });

  it("stands in the bar with the time at the client's place", () => {
    const first = owing("Acme", "due", today17, { theirZone: "Europe/London" as Zone });
    const status = statusOf(viewOf([acme], first));
    assert.deepEqual(status?.text.values?.["clock"], { time: "clock", at: today17, zone: "Europe/London" });
    // The time is over there as well: one of them is enough.
    assert.equal(statusOf(viewOf([acme], { ...first, level: "overdue" }))?.text.id, "owed.by");
  });

  it("can be the name and the time alone, and says until when no messages come", () => {
    const view = viewOf([acme], owing("Acme", "due", today17));
    const status = statusOf(view, { compact: true, quietUntil: at("20T03:00") });
    assert.deepEqual(status?.text, { id: "status.compact", values: { client: "Acme", when: clock } });
    assert.equal(status.spoken.values?.["status"] !== status.text, true);
    assert.deepEqual(status.tooltip.map(({ id }) => id), ["owed.by", "status.quiet", "status.click"]);
  });

  it("can be silent while nothing presses", () => {
    const shown = (...owed: Parameters<typeof viewOf>[1][]) => statusOf(viewOf([acme], ...owed), { hideWhenFine: true })?.level;
    const due = owing("Acme", "due", today17);
    const levels = (["fine", "soon", "due", "overdue"] as const).map((level) => shown(owing("Acme", level, today17)));
    assert.deepEqual(levels, [undefined, "soon", "due", "overdue"]);
    assert.deepEqual([shown(), shown({ ...due, snoozedUntil: at("20T03:00") })], [undefined, undefined]);
    assert.equal(shown({ ...due, snoozedUntil: at("20T03:00") }, due), "due");
  });

  it("cuts a long request where it is long, so that its time stays in sight", () => {
    const request = "কুপন কি চলবে?\nAnd if so, for how long, and where?";
    const what = { id: "owed.what.request", values: { request } } as const;
    const reason = { id: "owed.by", values: { client: "Acme", what, when: moment(today17) as TimeValue } } as const;
    const { values } = owedLine(owing("Acme", "due", today17, { reason }), viewOf([acme]));
    assert.deepEqual(values, { client: "Acme", what: { id: what.id, values: { request: "কুপন কি চলবে? And if so, for how l…" } }, when: clock });
  });
});

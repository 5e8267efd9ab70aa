import assert from "node:assert/strict";
import { owedLineBothTimes, statusOf } from "../../../../src/core/report/status";
import type { Zone } from "../../../../src/core/time/types";
import { at, client, dhaka, now, owing, viewOf } from "./sampleOwed";

const acme = client("Acme");
const rahim = client("Rahim");
const today17 = at("19T11:00");
const update = { id: "kind.progress" } as const;
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
    assert.deepEqual(status.text, { id: "status.due", values: { client: "Acme", what: update, when: moment(today17) } });
    assert.deepEqual(status.spoken, { id: "status.spoken", values: { status: status.text } });
  });

  it("takes the most pressing one, and counts the others that press", () => {
    const status = statusOf(
      viewOf([acme, rahim], owing("Acme", "due", today17), owing("Rahim", "overdue", at("18T11:00")), owing("Acme", "soon", today17)),
    );
    assert.equal(status?.level, "overdue");
    const first = { id: "status.overdue", values: { client: "Rahim", what: update, when: moment(at("18T11:00")) } };
    assert.deepEqual(status.text, { id: "status.andMore", values: { first, count: 1 } });
    assert.equal(status.spoken.id, "status.spokenOverdue");
  });

  it("is all told, with the next time, while nothing presses", () => {
    const next = at("26T11:00");
    const status = statusOf(viewOf([acme], owing("Acme", "fine", next)));
    assert.equal(status?.level, "fine");
    assert.deepEqual(status.text, { id: "status.next", values: { when: moment(next) } });
  });

  it("passes over what is snoozed while something else is awake", () => {
    const until = at("19T10:00");
    const snoozed = owing("Acme", "overdue", at("18T11:00"), { snoozedUntil: until });
    assert.equal(statusOf(viewOf([acme, rahim], snoozed, owing("Rahim", "soon", today17)))?.level, "soon");
    const alone = statusOf(viewOf([acme], snoozed));
    assert.equal(alone?.level, "snoozed");
    assert.deepEqual(alone.text, { id: "status.snoozed", values: { client: "Acme", what: update, when: moment(until) } });
  });

  it("wakes what was snoozed when its time has come", () => {
    const woken = owing("Acme", "due", today17, { snoozedUntil: now });
    assert.equal(statusOf(viewOf([acme], woken))?.level, "due");
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
      const there = client("Acme", { zone: zone as Zone });
      return owedLineBothTimes(owing("Acme", "due", today17), viewOf([there])).id;
    };
    assert.equal(line("Europe/London"), "status.theirTime");
    assert.equal(line("Asia/Dhaka"), "status.due");
    assert.equal(line("Asia/Almaty"), "status.theirTime");
    assert.equal(line("Asia/Thimphu"), "status.due");
  });
});

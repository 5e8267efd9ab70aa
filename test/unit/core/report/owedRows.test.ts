import assert from "node:assert/strict";
import type { Owed } from "../../../../src/core/owed/owed";
import { owedNodes } from "../../../../src/core/report/owedNodes";
import { owedRows, pressing, toWrite } from "../../../../src/core/report/owedRows";
import { snoozeChoices } from "../../../../src/core/report/snooze";
import type { Zone } from "../../../../src/core/time/types";
import { at, bookOf, client, dhaka, now, owing, viewOf } from "./sampleOwed";

describe("the rows of what is owed", () => {
  it("come in groups, most pressing first, what is snoozed last", () => {
    const groups = owedRows(
      viewOf(
        [client("A"), client("B"), client("C"), client("D"), client("E")],
        owing("A", "fine", at("26T11:00")),
        owing("B", "soon", at("20T11:00")),
        owing("C", "overdue", at("18T11:00")),
        owing("D", "overdue", at("17T11:00")),
        owing("E", "overdue", at("16T11:00"), { snoozedUntil: at("22T03:00") }),
      ),
    );
    assert.deepEqual(
      groups.map(({ group, rows }) => [group, ...rows.map((row) => row.text.values?.["a"])]),
      [
        ["overdue", "D", "C"],
        ["soon", "B"],
        ["later", "E", "A"],
      ],
    );
    assert.equal(groups.at(-1)?.rows[0]?.beside.id, "owedList.snoozedUntil");
  });

  it("say the time at the client's place where clocks differ", () => {
    const beside = (more: Partial<Owed>) => owedRows(viewOf([client("A")], owing("A", "due", at("19T11:00"), more)))[0]?.rows[0]?.beside.id;
    assert.equal(beside({ theirZone: "Europe/London" as Zone }), "owedList.whenTheirs");
    assert.equal(beside({ theirZone: dhaka }), "owedList.until");
    assert.equal(beside({ theirZone: "Europe/London" as Zone, outsideTheirHours: true }), "owedList.whenOutside");
  });

  it("tell what can be written here: what presses, but no meeting that begins, nor what belongs elsewhere", () => {
    const due = (name: string, more: Partial<Owed> = {}) => owing(name, "due", at("19T11:00"), more);
    const begins = due("A", { id: "begins", rule: "meetingBegins" });
    const view = { ...viewOf([client("A")], due("A"), begins, due("B"), due("C", { snoozedUntil: at("20T11:00") }), owing("D", "soon", at("19T11:00"))), elsewhere: new Set(["b"]) };
    assert.deepEqual(pressing(view).map(({ id }) => id).sort(), ["begins", "update:a", "update:b"]);
    assert.deepEqual(toWrite(view).map(({ id }) => id), ["update:a"]);
    assert.deepEqual(owedNodes(view).map(({ contextValue }) => contextValue).sort(), ["owed", "owed", "owed", "owed.begins", "owed.elsewhere"]);
  });
});

describe("putting off", () => {
  it("counts working days: on a Thursday in Dhaka the next one is Sunday", () => {
    const choices = snoozeChoices({ book: bookOf(), now, zone: dhaka });
    assert.deepEqual(
      choices.map((choice) => choice.said),
      [
        { what: "snoozed", until: at("19T10:00") },
        { what: "snoozed", until: at("22T03:00") },
        { what: "snoozed", until: at("23T03:00") },
        { what: "skipped" },
      ],
    );
  });

  it("keeps to my own hours, and passes over my leave", () => {
    const me = { names: [], emails: [], workingTimes: [{ days: [1, 2, 3, 4, 5, 6, 7] as const, start: "11:00", end: "16:00" }] };
    const absence = { id: "a", rev: 1, createdAt: now, changedAt: now, from: "2026-11-20", to: "2026-11-21" };
    const book = { ...bookOf(), me, absence: [absence] } as unknown as ReturnType<typeof bookOf>;
    assert.deepEqual(snoozeChoices({ book, now, zone: dhaka })[1]?.said, { what: "snoozed", until: at("22T05:00") });
  });
});

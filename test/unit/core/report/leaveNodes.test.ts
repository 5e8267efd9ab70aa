import assert from "node:assert/strict";
import { owedNodes } from "../../../../src/core/report/owedNodes";
import { absenceIn } from "../../../golden/relation";
import { at, client, owing, viewOf } from "./sampleOwed";

const away = (...absence: ReturnType<typeof absenceIn>[]) => {
  const view = viewOf([client("A")], owing("A", "due", at("19T11:00")));
  return owedNodes({ ...view, book: { ...view.book, absence } }).slice(1);
};

describe("my leave in the sidebar", () => {
  it("stands below what is owed, soonest first, the next three", () => {
    const rows = away(absenceIn("2027-03-18", "2027-03-24"), absenceIn("2026-12-14", "2026-12-17"), absenceIn("2026-11-18", "2026-11-19"), absenceIn("2027-06-01", "2027-06-01"));
    assert.deepEqual(rows.map(({ recordId }) => recordId), ["absence-2026-11-18", "absence-2026-12-14", "absence-2027-03-18"]);
    assert.deepEqual(rows.map(({ contextValue, kind }) => [contextValue, kind]), Array(3).fill(["leave", "leave"]));
  });
  it("says what it is for, and that it is not certain", () => {
    const [row] = away(absenceIn("2026-12-14", "2026-12-17", { reason: "Eid", tentative: true }));
    assert.deepEqual(row?.description, { id: "tree.row", values: { a: "Eid", b: { id: "leave.tentative" } } });
    assert.equal(away(absenceIn("2026-12-14", "2026-12-14", { reason: "Exam" }))[0]?.description, "Exam");
  });
  it("is gone when it is over or taken out", () => {
    assert.deepEqual(away(absenceIn("2026-11-10", "2026-11-18"), absenceIn("2026-12-14", "2026-12-17", { archivedAt: at("19T09:00") })), []);
  });
});

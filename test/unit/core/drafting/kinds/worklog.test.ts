import assert from "node:assert/strict";
import { definitionOf } from "../../../../../src/core/drafting/kinds/registry";
import { at, inputOf, type More } from "../../../../golden/kindInputs";
import * as relation from "../../../../golden/relation";
import type { WorkItem } from "../../../../../src/core/work/summary";

const worklog = definitionOf("worklog")!;
const upwork = { place: "upwork", channel: "upwork" } as const;
const done = (text: string, ...authorDates: readonly string[]): WorkItem => {
  const item = relation.item(text, "live");
  return { ...item, commits: authorDates.map((authorDate) => ({ ...item.commits[0]!, authorDate })) };
};
interface View {
  readonly from: string;
  readonly to: string;
  readonly memo: boolean;
  readonly days: readonly { readonly on: string; readonly lines: readonly string[]; readonly housekeeping: readonly object[] }[];
}
const view = (more: More): View => worklog.compose(inputOf("en", "friendly", "none", more)) as unknown as View;
const days = (more: More) => view(more).days.map(({ on, lines }) => [on, ...lines]);

describe("a work log", () => {
  it("tells each day's work by when it was written, and work of several days on each", () => {
    const items = [done("Checkout", "2026-11-16T10:00:00+06:00", "2026-11-17T10:00:00+06:00", "2026-11-17T12:00:00+06:00"), done("Emails", "2026-11-17T09:00:00+06:00"), done("Older", "2026-11-13T09:00:00+06:00")];
    assert.deepEqual(days({ summary: { items, leftOut: [] } }), [
      ["2026-11-16", "Checkout"],
      ["2026-11-17", "Checkout", "Emails"],
    ]);
  });
  it("counts Upwork's days in UTC", () => {
    const items = [done("Late at night", "2026-11-17T03:00:00+06:00")];
    assert.deepEqual(days({ client: upwork, summary: { items, leftOut: [] } }), [["2026-11-16", "Late at night"]]);
    assert.equal(view({ client: upwork }).memo, true);
  });
  it("tells last week until Upwork's diary locks, then this one", () => {
    const span = (now: string) => {
      const { from, to } = view({ client: upwork, now: at(now) });
      return [from, to];
    };
    assert.deepEqual(span("2026-11-23T11:59:00.000Z"), ["2026-11-16", "2026-11-22"]);
    assert.deepEqual(span("2026-11-23T12:00:00.000Z"), ["2026-11-23", "2026-11-23"]);
    assert.equal(worklog.workSince!(inputOf("en", "friendly", "none", { client: upwork, now: at("2026-11-23T11:59:00.000Z") })), "2026-11-16T00:00:00.000Z");
  });
  it("tells work outside git, and upkeep by its kind", () => {
    const left = relation.leftOut("bump", "live");
    const note = { ...relation.questionIn((en) => en), kind: "done", text: "Showed Omar how to add products", at: at("2026-11-18T05:00:00.000Z") } as const;
    const { days: told } = view({ notes: [note], summary: { items: [], leftOut: [{ ...left, commit: { ...left.commit, authorDate: "2026-11-17T09:00:00+06:00" }, reason: { id: "work.leftOut.dependencies" } }] } });
    assert.deepEqual(told.map(({ on, lines, housekeeping }) => [on, lines.length, housekeeping.length]), [
      ["2026-11-17", 0, 1],
      ["2026-11-18", 1, 0],
    ]);
  });
  it("asks only where git and notes know nothing", () => {
    assert.deepEqual(worklog.needs(inputOf("en", "friendly", "none")).map(({ name }) => name), ["more"]);
    assert.deepEqual(worklog.needs(inputOf("en", "friendly", "none", { summary: { items: [done("Checkout", "2026-11-16T10:00:00+06:00")], leftOut: [] } })), []);
  });
  it("counts for nothing that an update tells: its lines are no work items", () => {
    const items = [done("Checkout", "2026-11-16T10:00:00+06:00")];
    assert.ok(!JSON.stringify(view({ summary: { items, leftOut: [] } })).includes(items[0]!.id));
  });
});

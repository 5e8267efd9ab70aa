import assert from "node:assert/strict";
import type { BookChange } from "../../../../src/core/book/book";
import type { Milestone } from "../../../../src/core/book/milestone";
import { bringIn, toolPlan, type ToolPlan } from "../../../../src/core/book/toolPlan";
import type { RemoteMilestone } from "../../../../src/core/ports/services";
import type { Instant, PlainDate } from "../../../../src/core/time/types";

const tool = { service: "trello", account: "rafi" } as const;
const now = "2026-11-20T10:00:00.000Z" as Instant;
let made = 0;
const stamp = { now, newId: () => `new-${++made}` };

const checkout: RemoteMilestone = {
  id: "card1", title: "Checkout", url: "https://trello.com/c/1", due: { by: "date", on: "2026-12-03" as PlainDate }, done: false,
  deliverables: [{ text: "Pay with bKash", done: true }, { text: "Order emails", done: false }],
};
const kept = (changes: readonly BookChange[]) => changes.flatMap((change) => (change.op === "put" && change.kind === "milestone" ? [change.record] : []));
const imported = (remote: readonly RemoteMilestone[], milestones: readonly Milestone[] = [], take: (plan: ToolPlan) => ToolPlan["both"] = () => []) => {
  const plan = toolPlan(remote, milestones, tool);
  return kept(bringIn(plan, "j-shop", tool, take(plan), stamp));
};
const shape = (plan: ToolPlan) => [plan.add.length, plan.update.length, plan.both.length, plan.same, plan.gone.length];

describe("milestones of a tool", () => {
  it("come in with date, parts and a way back, and a second time change nothing", () => {
    const [milestone] = imported([checkout]);
    const { title, due, state, deliverables, linked } = milestone!;
    assert.deepEqual([title, due, state, deliverables.map(({ text, doneAt }) => [text, doneAt])], ["Checkout", checkout.due, "planned", [["Pay with bKash", now], ["Order emails", undefined]]]);
    assert.deepEqual([linked?.service, linked?.id, linked?.url], ["trello", "card1", "https://trello.com/c/1"]);
    assert.deepEqual(shape(toolPlan([checkout], [milestone!], tool)), [0, 0, 0, 1, 0]);
  });

  it("follow what changed there, and keep what is ours: ids and times of parts", () => {
    const [milestone] = imported([checkout]);
    const moved = { ...checkout, due: { by: "date", on: "2026-12-09" as PlainDate } as const, deliverables: checkout.deliverables.map((part) => ({ ...part, done: true })) };
    const later = { ...stamp, now: "2026-11-21T10:00:00.000Z" as Instant };
    const plan = toolPlan([moved], [milestone!], tool);
    const [after] = kept(bringIn(plan, "j-shop", tool, [], later));
    assert.deepEqual([after!.due, after!.deliverables.map(({ id, doneAt }) => [id, doneAt])], [moved.due, [[milestone!.deliverables[0]!.id, now], [milestone!.deliverables[1]!.id, later.now]]]);
  });

  it("stay as they are where only we changed them", () => {
    const [milestone] = imported([checkout]);
    assert.deepEqual(shape(toolPlan([checkout], [{ ...milestone!, title: "Checkout and coupons" }], tool)), [0, 0, 0, 1, 0]);
  });

  it("are asked about where both sides changed, and once only", () => {
    const [milestone] = imported([checkout]);
    const ours = { ...milestone!, title: "Checkout and coupons" };
    const theirs = { ...checkout, title: "Payments" };
    assert.deepEqual(shape(toolPlan([theirs], [ours], tool)), [0, 0, 1, 0, 0]);
    const [left] = imported([theirs], [ours]);
    assert.deepEqual([left!.title, shape(toolPlan([theirs], [left!], tool))], ["Checkout and coupons", [0, 0, 0, 1, 0]]);
    const [taken] = imported([theirs], [ours], (plan) => plan.both);
    assert.equal(taken!.title, "Payments");
  });

  it("are delivered when they are done there, and under way again when they are not", () => {
    const [milestone] = imported([checkout]);
    const [done] = imported([{ ...checkout, done: true }], [milestone!]);
    assert.deepEqual([done!.state, done!.deliveredAt], ["delivered", now]);
    const [again] = imported([checkout], [done!]);
    assert.deepEqual([again!.state, again!.deliveredAt], ["active", undefined]);
  });

  it("are left alone when they are gone there, put away here, of another account, or nameless", () => {
    const [milestone] = imported([checkout]);
    assert.deepEqual(shape(toolPlan([], [milestone!], tool)), [0, 0, 0, 0, 1]);
    assert.deepEqual(shape(toolPlan([{ ...checkout, title: "New" }], [{ ...milestone!, archivedAt: now }], tool)), [0, 0, 0, 1, 0]);
    assert.deepEqual(shape(toolPlan([], [milestone!], { ...tool, account: "other" })), [0, 0, 0, 0, 0]);
    assert.deepEqual(shape(toolPlan([{ ...checkout, title: "" }], [], tool)), [0, 0, 0, 0, 0]);
  });
});

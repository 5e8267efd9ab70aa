import assert from "node:assert/strict";
import { definitionOf } from "../../../../../src/core/drafting/kinds/registry";
import type { Client } from "../../../../../src/core/book/client";
import { inputOf, on } from "../../../../golden/kindInputs";
import { leaveAsTold } from "../../../../../src/core/book/leaveTold";
import { absenceIn, sentIn } from "../../../../golden/relation";

const leave = definitionOf("leave")!;
/** From Dhaka, Sunday to Thursday, to London, Monday to Friday; away from Monday, 14 to Thursday, 17 December 2026. */
const away = (tentative: boolean, client: Partial<Client> = {}, answers = {}) => {
  const absence = absenceIn("2026-12-14", "2026-12-17", { tentative });
  const input = inputOf("en", "friendly", "none", { client, answers, about: { absence, absenceId: absence.id } });
  return { ...input, book: { ...input.book, absence: [absence] } };
};
const told = (...of: Parameters<typeof away>) => leave.compose(away(...of)) as unknown as Readonly<Record<string, unknown>>;

describe("a leave", () => {
  it("promises the next update for a day on which I work and the client reads", () => {
    assert.equal(told(false)["returns"], "2026-12-20");
    assert.equal(told(false)["nextUpdate"], "2026-12-21");
  });
  it("goes past the client's holidays", () => {
    assert.equal(told(false, { holidays: [{ from: on("2026-12-21"), to: on("2026-12-25"), name: "Christmas" }] })["nextUpdate"], "2026-12-28");
  });
  it("still names a day where the two weeks share none", () => {
    assert.equal(told(false, { workingTime: { days: [5, 6], start: "09:00" as never, end: "17:00" as never } })["nextUpdate"] !== undefined, true);
  });
  it("takes the day that was said, and proposes the one that it would take", () => {
    assert.equal(told(false, {}, { nextUpdate: "2026-12-23" })["nextUpdate"], "2026-12-23");
    assert.equal(leave.needs(away(false)).find(({ name }) => name === "nextUpdate")?.proposed, "2026-12-21");
  });
  it("says by when it is certain, only where it is not", () => {
    assert.equal(told(true)["confirmBy"], "2026-12-07");
    assert.equal("confirmBy" in told(false), false);
    assert.equal(leave.needs(away(false)).some(({ name }) => name === "confirmBy"), false);
  });
  it("keeps with the draft all the leave that it tells, as it is told", () => {
    const input = away(true);
    const book = { ...input.book, absence: [...input.book.absence, absenceIn("2027-03-18", "2027-03-24"), absenceIn("2026-11-25", "2026-11-25")] };
    assert.deepEqual(leave.tells?.({ ...input, book }).leave, [
      { absenceId: "absence-2026-12-14", from: "2026-12-14", to: "2026-12-17", tentative: true, confirmBy: "2026-12-07" },
      { absenceId: "absence-2027-03-18", from: "2027-03-18", to: "2027-03-24" },
    ]);
  });
  it("keeps the day that was said for the word whether I go", () => {
    assert.equal(leave.tells?.(away(true, {}, { confirmBy: "2026-12-09" })).leave?.[0]?.confirmBy, "2026-12-09");
    assert.equal("confirmBy" in (leave.tells(away(false)).leave?.[0] ?? {}), false);
  });
  it("that is called off asks nothing, and names the days that were told", () => {
    const input = away(false);
    const absence = { ...input.about.absence!, archivedAt: input.now, from: on("2026-12-20"), to: on("2026-12-24") };
    const told = { ...sentIn("leave", "2026-11-10T05:00:00.000Z", { absenceId: absence.id, leave: [leaveAsTold(input.about.absence!)] }) };
    const off = { ...input, about: { ...input.about, absence }, sent: [told] };
    assert.deepEqual(leave.needs(off), []);
    const view = leave.compose(off) as unknown as Readonly<Record<string, unknown>>;
    assert.deepEqual([view["isOff"], view["from"], view["to"]], [true, "2026-12-14", "2026-12-17"]);
    assert.deepEqual(leave.tells?.(off).leave, [{ absenceId: absence.id, from: "2026-12-14", to: "2026-12-17", off: true }]);
  });
});

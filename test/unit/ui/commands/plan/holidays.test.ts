import assert from "node:assert/strict";
import { addHoliday, importHolidays, showHolidays } from "../../../../../src/ui/commands/plan/holidays";
import { bookWith } from "../book/room";
import { planRoom } from "./planRoom";

const event = (uid: string, ...lines: string[]) => ["BEGIN:VEVENT", `UID:${uid}`, "DTSTAMP:20260101T000000Z", ...lines, "END:VEVENT"];
const file = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN",
  ...event("victory", "SUMMARY:Victory Day", "DTSTART;VALUE=DATE:20201216", "RRULE:FREQ=YEARLY"),
  ...event("eid", "SUMMARY:Eid", "DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20270313"),
  ...event("call", "SUMMARY:A call", "DTSTART:20261201T090000Z", "DTEND:20261201T100000Z"),
  ...event("past", "SUMMARY:Past", "DTSTART;VALUE=DATE:20260101"),
  "END:VCALENDAR", ""].join("\r\n");

describe("public holidays", () => {
  it("are read from a calendar file, recurring ones too; how many is said first", async () => {
    const { deps, book, screen, said } = planRoom({ book: bookWith(), file }, "enter");
    await importHolidays(deps);
    assert.deepEqual(book().me.holidays, [
      { from: "2026-12-16", name: "Victory Day" },
      { from: "2027-03-10", to: "2027-03-12", name: "Eid" },
      { from: "2027-12-16", name: "Victory Day" },
    ]);
    // Where the file lay is nobody's business, least of all of whoever gets an export.
    assert.ok(!JSON.stringify(book()).includes("memory:/"));
    assert.equal(screen.shown[0]?.asks, "3 new holidays in the next two years (0 known already, 0 could not be read)");
    await said[0]?.actions.find(({ label }) => label === "Undo")?.run();
    assert.equal(book().me.holidays, undefined);
  });

  it("are not kept twice", async () => {
    const first = planRoom({ book: bookWith(), file }, "enter");
    await importHolidays(first.deps);
    const second = planRoom({ book: first.book(), file });
    await importHolidays(second.deps);
    assert.equal(second.said[0]?.text, "All 3 holidays in this file are known already.");
  });

  it("may be a client's", async () => {
    const { deps, book } = planRoom({ book: bookWith("Acme"), file }, { pick: "Acme" }, { tick: ["Eid"] });
    await importHolidays(deps);
    assert.deepEqual([book().me.holidays, book().client[0]?.holidays], [undefined, [{ from: "2027-03-10", to: "2027-03-12", name: "Eid" }]]);
  });

  it("are not taken from what is no calendar", async () => {
    const { deps, book, said } = planRoom({ book: bookWith(), file: "hello" });
    await importHolidays(deps);
    assert.deepEqual([book().me.holidays, said.length], [undefined, 1]);
  });

  it("can be typed, and removed", async () => {
    const added = planRoom({ book: bookWith() }, { type: "16 dec" }, { type: "" }, { type: "Victory Day" });
    await addHoliday(added.deps);
    assert.deepEqual(added.book().me.holidays, [{ from: "2026-12-16", name: "Victory Day" }]);
    const removed = planRoom({ book: added.book() }, { tick: ["Victory Day"] });
    await showHolidays(removed.deps);
    assert.deepEqual(removed.book().me.holidays, []);
  });
});

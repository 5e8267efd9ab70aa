import assert from "node:assert/strict";
import ical, { type VEvent } from "node-ical";
import { applyChanges, type Book } from "../../../../../src/core/book/book";
import { clientParts } from "../../../../../src/core/book/clientPart";
import { created, revised } from "../../../../../src/core/book/changes";
import type { Instant, PlainDate, Zone } from "../../../../../src/core/time/types";
import { exportCalendar } from "../../../../../src/ui/commands/plan/exportCalendar";
import { bookWith, now } from "../book/room";
import { planRoom } from "./planRoom";

let ids = 0;
const stamp = { now, newId: () => `made${String(++ids)}` };

function busy() {
  const book = bookWith("Acme");
  const milestone = { projectId: "acme-project", deliverables: [], state: "active" as const };
  return applyChanges(book, [
    ...book.project.map((project) => revised("project", project, { status: "active" }, stamp)),
    created("meeting", { clientId: "acme-client", title: "Demo; of all", startsAt: "2026-12-08T10:00:00.000Z" as Instant, minutes: 30, zone: "Asia/Dhaka" as Zone }, stamp),
    created("meeting", { clientId: "acme-client", title: "Weekly", startsAt: "2026-11-24T10:00:00.000Z" as Instant, minutes: 30, zone: "Europe/London" as Zone, recurs: "FREQ=WEEKLY" }, stamp),
    created("milestone", { ...milestone, title: "Hard", due: { by: "instant", at: "2026-11-23T12:34:00.000Z" as Instant } }, stamp),
    created("milestone", { ...milestone, title: "Soft", due: { by: "date", on: "2026-11-24" as PlainDate } }, stamp),
  ]);
}
const eventsOf = (text: string) => Object.values(ical.sync.parseICS(text)).filter((part): part is VEvent => part.type === "VEVENT");

describe("the exported calendar", () => {
  it("has every meeting and everything owed: hard clocks as moments, the rest as days", async () => {
    const { deps, written } = planRoom({ book: busy() });
    await exportCalendar(deps);
    const events = eventsOf(written[0] ?? "");
    const named = (name: string) => events.filter(({ summary }) => summary.includes(name));
    assert.equal(named("Demo; of all")[0]?.start.toISOString(), "2026-12-08T10:00:00.000Z");
    assert.ok(named("Weekly")[0]?.rrule);
    const owed = events.filter(({ summary }) => summary.startsWith("Acme: "));
    assert.ok(owed.length > 0);
    assert.deepEqual(owed.filter(({ datetype }) => datetype === "date-time").map(({ start }) => start.toISOString()), ["2026-11-23T12:34:00.000Z"]);
    assert.ok(owed.some(({ datetype }) => datetype === "date"));
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
  });

  it("is the same text while nothing changes", async () => {
    const { deps, written } = planRoom({ book: busy() });
    await exportCalendar(deps);
    await exportCalendar(deps);
    assert.equal(written[0], written[1]);
  });

  it("has the clients of other workspaces as well", async () => {
    const { deps, written } = planRoom({ book: busy(), elsewhere: clientParts(named(busy(), "Rahim")) });
    await exportCalendar(deps);
    const events = eventsOf(written[0] ?? "");
    for (const name of ["Acme", "Rahim"]) assert.ok(events.some(({ summary }) => summary.startsWith(`${name}: `)), name);
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
  });
});

/** The same work for somebody else. */
const named = (book: Book, name: string): Book => JSON.parse(JSON.stringify(book).replaceAll("acme", name.toLowerCase()).replaceAll("Acme", name).replaceAll("made", `made-${name}`)) as Book;

import assert from "node:assert/strict";
import { applyChanges, type Book } from "../../../../../src/core/book/book";
import { revised } from "../../../../../src/core/book/changes";
import { occurrencesIn } from "../../../../../src/core/book/meetingTimes";
import type { Instant } from "../../../../../src/core/time/types";
import { addMeeting } from "../../../../../src/ui/commands/meetings/addMeeting";
import { saveCalendarFile } from "../../../../../src/ui/commands/meetings/calendarFile";
import { cancelMeeting, cannotAttend, markMeetingUrgent, moveMeeting, noteDecisions } from "../../../../../src/ui/commands/meetings/changeMeeting";
import { editMeeting } from "../../../../../src/ui/commands/meetings/editMeeting";
import { Cancelled } from "../../../../../src/ui/prompts/cancelled";
import type { Act } from "../../prompts/scriptedScreen";
import { addNote } from "../../../../../src/ui/commands/book/addNote";
import { bookWith, now, room } from "../book/room";
import { files, inLondon, meetingRoom } from "./meetingRoom";

// It is Saturday, 21 November 2026, 16:00 in Dhaka; Acme is in London, where it is 10:00.

const acme = { kind: "client", recordId: "acme-client" };
const times = (book: Book) => occurrencesIn(book, now, "2026-12-20T00:00:00.000Z" as Instant).map(({ startsAt }) => startsAt.slice(0, 16));

async function weekly(): Promise<{ readonly book: Book; readonly node: { readonly kind: string; readonly recordId: string } }> {
  const { deps, book } = meetingRoom(inLondon(), { type: "Weekly call" }, { pick: "Acme’s time" }, { type: "24 nov 10:00" }, "enter", { pick: "Every week" }, { type: "https://meet.example/a" }, { type: "" });
  const recordId = await addMeeting(acme, deps);
  return { book: book(), node: { kind: "meeting", recordId } };
}

describe("adding a meeting", () => {
  it("takes the time in the client's zone, and says both", async () => {
    const { deps, screen, book, said } = meetingRoom(inLondon(), { type: "Call" }, { pick: "Acme’s time" }, { type: "tue 4pm" }, { pick: "45 min" }, "enter", { type: "" }, { type: "Prices; delivery, too" });
    await addMeeting(acme, deps);
    const [meeting] = book().meeting;
    assert.deepEqual([meeting?.startsAt, meeting?.zone, meeting?.minutes, meeting?.recurs, meeting?.link, meeting?.projectId], ["2026-11-24T16:00:00.000Z", "Europe/London", 45, undefined, undefined, "acme-project"]);
    assert.deepEqual(meeting?.agenda, ["Prices", "delivery, too"]);
    assert.deepEqual(said.map(({ text, actions }) => [text, actions.map(({ label }) => label)]), [["“Call” was added.", ["Tell the client", "Undo"]]]);
    assert.deepEqual(screen.shown[1]?.labels, ["Acme’s time", "My time"]);
  });

  it("does not ask whose time where both have the same, and repeats on the days that both work", async () => {
    const { deps, book } = meetingRoom(bookWith("Acme"), "enter", { type: "sun 10:00" }, "enter", { pick: "Every working day" }, { type: "" }, { type: "" });
    await addMeeting(acme, deps);
    assert.deepEqual([book().meeting[0]?.title, book().meeting[0]?.recurs], ["Call", "FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH"]);
  });

  it("proposes what waits to be talked about", async () => {
    const asked = room({ book: bookWith("Acme") }, { pick: "Question" }, { type: "Coupons on delivery?" }, "enter");
    await addNote(acme, asked.deps);
    const { deps, book, screen } = meetingRoom(asked.book(), "enter", { type: "mon 10:00" }, "enter", "enter", { type: "" }, "enter", { type: "Launch" });
    await addMeeting(acme, deps);
    assert.deepEqual(screen.shown.find(({ asks }) => asks === "What is on the agenda?")?.offered, ["Coupons on delivery?"]);
    assert.deepEqual(book().meeting[0]?.agenda, ["Coupons on delivery?", "Launch"]);
  });

  it("proposes the first hour at which both work", async () => {
    // In London they work from Monday; I, in Dhaka, until 18:00, which is noon there.
    const { deps, screen } = meetingRoom(inLondon(), "enter", "enter", "escape");
    await assert.rejects(addMeeting(acme, deps), Cancelled);
    assert.equal(screen.shown[2]?.offered, "2026-11-23 09:00");
  });

  it("refuses a day without a time, a time that has passed and a link that is none", async () => {
    const refused = async (...acts: Act[]) => {
      const { deps } = meetingRoom(bookWith("Acme"), "enter", ...acts);
      await assert.rejects(addMeeting(acme, deps), /refused/);
    };
    await refused({ type: "tuesday" });
    await refused({ type: "2026-11-20 10:00" });
    await refused({ type: "mon 10:00" }, "enter", "enter", { type: "ftp://meet" });
  });

  it("changes nothing when it is left", async () => {
    const { deps, book } = meetingRoom(bookWith("Acme"), "enter", "escape");
    await assert.rejects(addMeeting(acme, deps), Cancelled);
    assert.equal(book().meeting.length, 0);
  });
});

describe("changing a meeting", () => {
  it("moves one of a series, and leads on to the message", async () => {
    const { book, node } = await weekly();
    const moved = meetingRoom(book, { pick: "Tue 1 Dec 16:00" }, { pick: "My time" }, { type: "wed 2 dec 18:00" });
    await moveMeeting(node, moved.deps);
    assert.deepEqual(times(moved.book()), ["2026-11-24T10:00", "2026-12-02T12:00", "2026-12-08T10:00", "2026-12-15T10:00"]);
    await moved.said[0]?.actions[0]?.run();
    const apart = moved.book().meeting[1];
    assert.deepEqual(moved.executed, [["khobor.write.meeting", { clientId: "acme-client", projectId: "acme-project", about: { meetingId: apart?.id, form: "moved" } }]]);
  });

  it("moves all of it", async () => {
    const { book, node } = await weekly();
    const moved = meetingRoom(book, { pick: "This one and all after it" }, { pick: "Acme’s time" }, { type: "25 nov 9:00" });
    await moveMeeting(node, moved.deps);
    assert.deepEqual(times(moved.book()), ["2026-11-25T09:00", "2026-12-02T09:00", "2026-12-09T09:00", "2026-12-16T09:00"]);
  });

  it("that I cannot attend is told at once, with another time or without", async () => {
    const { book, node } = await weekly();
    const other = meetingRoom(book, { pick: "Tue 24 Nov 16:00" }, { pick: "Yes, another time" }, { pick: "Acme’s time" }, { type: "26 nov 11:00" });
    await cannotAttend(node, other.deps);
    assert.deepEqual(times(other.book()).slice(0, 2), ["2026-11-26T11:00", "2026-12-01T10:00"]);
    assert.equal((other.executed[0]?.[1] as { about: { form: string } }).about.form, "cannotAttend");
    const none = meetingRoom(book, { pick: "Tue 24 Nov 16:00" }, { pick: "No, leave it out this time" });
    await cannotAttend(node, none.deps);
    assert.deepEqual(times(none.book()).slice(0, 2), ["2026-12-01T10:00", "2026-12-08T10:00"]);
    assert.equal(none.executed.length, 1);
    const known = meetingRoom(book, { pick: "No, leave it out this time" });
    await cannotAttend(node, known.deps, "2026-12-01T10:00:00.000Z" as Instant);
    assert.deepEqual(times(known.book()).slice(0, 2), ["2026-11-24T10:00", "2026-12-08T10:00"]);
  });

  it("proposes the same time on the next day that suits both, and never the time that I cannot keep", async () => {
    const { book, node } = await weekly();
    const proposed = meetingRoom(book, { pick: "Tue 24 Nov 16:00" }, { pick: "Yes, another time" }, { pick: "Acme’s time" }, "enter");
    await cannotAttend(node, proposed.deps);
    assert.deepEqual(times(proposed.book()).slice(0, 2), ["2026-11-25T10:00", "2026-12-01T10:00"]);
    const same = meetingRoom(book, { pick: "Tue 24 Nov 16:00" }, { pick: "Yes, another time" }, { pick: "Acme’s time" }, { type: "24 nov 10:00" });
    await assert.rejects(cannotAttend(node, same.deps), /refused/);
  });

  it("cancels all of it, and undoing brings it back", async () => {
    const { book, node } = await weekly();
    const { deps, said, book: after } = meetingRoom(book, { pick: "This one and all after it" });
    await cancelMeeting(node, deps);
    assert.deepEqual(times(after()), []);
    await said[0]?.actions[1]?.run();
    assert.equal(times(after()).length, 4);
  });

  it("marks it as urgent, and edits what it is", async () => {
    const { book, node } = await weekly();
    const urgent = meetingRoom(book);
    await markMeetingUrgent(node, urgent.deps);
    assert.equal(urgent.book().meeting[0]?.urgent, true);
    const edited = meetingRoom(book, { pick: "Title" }, { type: "Sync" }, { pick: "How long?" }, { pick: "1 h" }, { pick: "Link to join" }, { type: "" }, "escape");
    await assert.rejects(editMeeting(node, edited.deps), Cancelled);
    const [meeting] = edited.book().meeting;
    assert.deepEqual([meeting?.title, meeting?.minutes, meeting?.link], ["Sync", 60, undefined]);
  });

  it("notes what was decided, of one that has been held", async () => {
    const { book } = await weekly();
    const held = applyChanges(book, [revised("meeting", book.meeting[0]!, { startsAt: "2026-11-17T10:00:00.000Z" as Instant }, { now })]);
    const { deps, book: after } = meetingRoom(held, "enter", { type: "Coupons count, too; launch on 7 January" });
    await noteDecisions(undefined, deps);
    assert.deepEqual(after().note.map(({ text, meetingId }) => [text, meetingId]), [["Coupons count, too", held.meeting[0]?.id], ["launch on 7 January", held.meeting[0]?.id]]);
  });

  it("saves a calendar file under a name that is one", async () => {
    const { book, node } = await weekly();
    const named = applyChanges(book, [revised("meeting", book.meeting[0]!, { title: "A/B: call?" }, { now })]);
    await saveCalendarFile(node, meetingRoom(named).deps);
    assert.match(files.get("A-B- call-.ics") ?? "", /RRULE:FREQ=WEEKLY\r\n/);
  });
});

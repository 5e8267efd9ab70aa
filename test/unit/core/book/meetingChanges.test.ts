import assert from "node:assert/strict";
import { applyChanges, emptyBook, type Book, type BookChange } from "../../../../src/core/book/book";
import { addMeeting, cancelMeeting, markUrgent, moveMeeting, noteDecisions, repeatsOf, ruleOf } from "../../../../src/core/book/meetingChanges";
import { occurrencesIn } from "../../../../src/core/book/meetingTimes";
import type { Instant, PlainDate, Zone } from "../../../../src/core/time/types";

const at = (text: string) => `${text}:00.000Z` as Instant;
const on = (date: string) => date as PlainDate;

function start(recurs?: string) {
  let ids = 0;
  let book: Book = emptyBook;
  const stamp = { now: at("2026-11-01T06:00"), newId: () => `id${++ids}` };
  const change = (changes: readonly BookChange[]) => (book = applyChanges(book, changes));
  const { changes } = addMeeting({ clientId: "c", title: "Call", startsAt: at("2026-11-10T10:00"), minutes: 30, zone: "Europe/London" as Zone, recurs, link: "https://meet.example", agenda: ["Prices"] }, stamp);
  change(changes);
  const times = () => occurrencesIn(book, at("2026-11-01T00:00"), at("2026-12-02T00:00")).map(({ startsAt }) => startsAt.slice(0, 16));
  return { stamp, change, times, first: () => book.meeting[0]!, book: () => book };
}

describe("changes to meetings", () => {
  it("move a single one, and remember where it was until it is back there", () => {
    const { stamp, change, first, times } = start();
    change(moveMeeting(first(), { startsAt: at("2026-11-11T10:00") }, undefined, stamp).changes);
    assert.equal(first().movedFrom, at("2026-11-10T10:00"));
    change(moveMeeting(first(), { startsAt: at("2026-11-12T10:00") }, undefined, stamp).changes);
    assert.equal(first().movedFrom, at("2026-11-10T10:00"));
    assert.deepEqual(times(), ["2026-11-12T10:00"]);
    change(moveMeeting(first(), { startsAt: at("2026-11-10T10:00") }, undefined, stamp).changes);
    assert.equal(first().movedFrom, undefined);
  });

  it("move one of a series, which becomes a meeting of its own in its place", () => {
    const { stamp, change, first, times, book } = start("FREQ=WEEKLY");
    const { changes, meeting } = moveMeeting(first(), { startsAt: at("2026-11-18T15:00") }, { only: at("2026-11-17T10:00") }, stamp);
    change(changes);
    assert.deepEqual(times(), ["2026-11-10T10:00", "2026-11-18T15:00", "2026-11-24T10:00", "2026-12-01T10:00"]);
    assert.deepEqual(meeting.ofSeries, { meetingId: first().id, at: at("2026-11-17T10:00") });
    assert.equal(meeting.movedFrom, at("2026-11-17T10:00"));
    assert.deepEqual([meeting.title, meeting.link, meeting.agenda], ["Call", "https://meet.example", ["Prices"]]);
    // And again: it is single by now.
    change(moveMeeting(book().meeting[1]!, { startsAt: at("2026-11-19T15:00") }, undefined, stamp).changes);
    assert.deepEqual(times(), ["2026-11-10T10:00", "2026-11-19T15:00", "2026-11-24T10:00", "2026-12-01T10:00"]);
    assert.equal(book().meeting[1]!.movedFrom, at("2026-11-17T10:00"));
  });

  it("move all of a series to another day from now on", () => {
    const { stamp, change, first, times } = start("FREQ=WEEKLY;BYDAY=TU");
    change(moveMeeting(first(), { startsAt: at("2026-11-19T12:00") }, { from: at("2026-11-17T10:00") }, stamp).changes);
    assert.deepEqual(times(), ["2026-11-19T12:00", "2026-11-26T12:00"]);
    assert.equal(first().movedFrom, at("2026-11-17T10:00"));
    const monthly = start("FREQ=MONTHLY;BYDAY=2TU");
    monthly.change(moveMeeting(monthly.first(), { startsAt: at("2026-11-26T12:00") }, { from: at("2026-11-10T10:00") }, monthly.stamp).changes);
    assert.equal(monthly.first().recurs, "FREQ=MONTHLY;BYDAY=-1TH");
  });

  it("cancel one of a series, or all of it", () => {
    const { stamp, change, first, times, book } = start("FREQ=WEEKLY");
    const one = cancelMeeting(first(), { only: at("2026-11-17T10:00") }, stamp);
    change(one.changes);
    assert.deepEqual(times(), ["2026-11-10T10:00", "2026-11-24T10:00", "2026-12-01T10:00"]);
    assert.equal(one.meeting.startsAt, at("2026-11-17T10:00"));
    assert.ok(one.meeting.cancelledAt);
    change(cancelMeeting(first(), { from: at("2026-11-24T10:00") }, stamp).changes);
    assert.deepEqual(times(), []);
    assert.equal(book().meeting.length, 2);
  });

  it("mark one as urgent, and take it back", () => {
    const { stamp, change, first } = start();
    change(markUrgent(first(), true, stamp));
    assert.equal(first().urgent, true);
    assert.deepEqual(markUrgent(first(), true, stamp), []);
    change(markUrgent(first(), false, stamp));
    assert.equal("urgent" in first(), false);
  });

  it("note what was decided, for the client to be told", () => {
    const { stamp, change, first, book } = start();
    change(noteDecisions(first(), ["One", "Two"], stamp));
    assert.deepEqual(book().note.map(({ kind, text, meetingId, forUpdate }) => [kind, text, meetingId, forUpdate]), [["decision", "One", first().id, true], ["decision", "Two", first().id, true]]);
  });
});

describe("how often a meeting takes place", () => {
  it("is a rule, and is read back from it", () => {
    for (const repeats of ["week", "twoWeeks", "workdays", "month", "monthWeekday"] as const) {
      assert.equal(repeatsOf({ recurs: ruleOf(repeats, on("2026-11-24"), [7, 1, 2, 3, 4]) }), repeats);
    }
    assert.equal(ruleOf("monthWeekday", on("2026-11-10"), []), "FREQ=MONTHLY;BYDAY=2TU");
    assert.equal(ruleOf("monthWeekday", on("2026-11-24"), []), "FREQ=MONTHLY;BYDAY=-1TU");
    assert.equal(ruleOf("workdays", on("2026-11-24"), [7, 1]), "FREQ=WEEKLY;BYDAY=SU,MO");
  });
  it("that came from elsewhere is said to be so, and one that cannot be read is none", () => {
    for (const recurs of ["FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=3", "FREQ=YEARLY", "FREQ=MONTHLY;BYMONTHDAY=1"]) assert.equal(repeatsOf({ recurs }), "elsewhere", recurs);
    assert.equal(repeatsOf({ recurs: "now and then" }), undefined);
    assert.equal(repeatsOf({}), undefined);
  });
});

import assert from "node:assert/strict";
import type { Meeting } from "../../../../src/core/book/meeting";
import { lastOccurrence, nextOccurrence, occurrencesIn, occurrencesOf } from "../../../../src/core/book/meetingTimes";
import type { Instant, Zone } from "../../../../src/core/time/types";

const at = (text: string) => text as Instant;
const meeting = (more: Partial<Meeting>): Meeting => ({
  id: "m",
  rev: 1,
  createdAt: at("2026-01-01T00:00:00.000Z"),
  changedAt: at("2026-01-01T00:00:00.000Z"),
  clientId: "c",
  title: "Weekly call",
  startsAt: at("2026-10-20T09:00:00.000Z"),
  minutes: 30,
  zone: "Europe/London" as Zone,
  ...more,
});
const begins = (found: readonly { readonly startsAt: Instant }[]) => found.map(({ startsAt }) => startsAt.slice(0, 16));

describe("when a meeting takes place", () => {
  const weekly = meeting({ recurs: "FREQ=WEEKLY" });
  const [from, to] = [at("2026-10-19T00:00:00.000Z"), at("2026-11-11T00:00:00.000Z")];

  it("is 10:00 in London before and after the clocks go back", () => {
    assert.deepEqual(begins(occurrencesOf(weekly, from, to)), ["2026-10-20T09:00", "2026-10-27T10:00", "2026-11-03T10:00", "2026-11-10T10:00"]);
  });

  it("goes by the clocks of its own zone, not of the client's", () => {
    const dhaka = meeting({ recurs: "FREQ=WEEKLY", zone: "Asia/Dhaka" as Zone });
    assert.deepEqual(begins(occurrencesOf(dhaka, from, to)), ["2026-10-20T09:00", "2026-10-27T09:00", "2026-11-03T09:00", "2026-11-10T09:00"]);
  });

  it("leaves out what was taken out, and all that was cancelled", () => {
    const holes = meeting({ recurs: "FREQ=WEEKLY", except: [at("2026-10-27T10:00:00.000Z")] });
    assert.deepEqual(begins(occurrencesOf(holes, from, to)), ["2026-10-20T09:00", "2026-11-03T10:00", "2026-11-10T10:00"]);
    assert.deepEqual(occurrencesOf(meeting({ cancelledAt: from }), from, to), []);
    assert.deepEqual(occurrencesOf(meeting({ archivedAt: from }), from, to), []);
  });

  it("lasts until it ends: what goes on at this moment is the next one", () => {
    assert.equal(nextOccurrence(weekly, at("2026-10-20T09:29:00.000Z"))?.startsAt, "2026-10-20T09:00:00.000Z");
    assert.equal(nextOccurrence(weekly, at("2026-10-20T09:30:00.000Z"))?.startsAt, "2026-10-27T10:00:00.000Z");
    assert.equal(nextOccurrence(weekly, at("2026-10-20T09:30:00.000Z"))?.endsAt, "2026-10-27T10:30:00.000Z");
    assert.equal(nextOccurrence(meeting({}), at("2026-10-20T09:30:00.000Z")), undefined);
    assert.equal(lastOccurrence(weekly, at("2026-10-27T09:59:00.000Z"))?.startsAt, "2026-10-20T09:00:00.000Z");
    assert.equal(lastOccurrence(weekly, at("2026-10-27T10:00:00.000Z"))?.startsAt, "2026-10-27T10:00:00.000Z");
  });

  it("ends with the last moment of its rule, wherever the day has begun", () => {
    const until = (text: string) => begins(occurrencesOf(meeting({ recurs: `FREQ=WEEKLY;UNTIL=${text}` }), from, to)).length;
    assert.equal(until("20261103T100000Z"), 3);
    assert.equal(until("20261103T095959Z"), 2);
    assert.equal(until("20261103"), 3);
    const late = meeting({ recurs: "FREQ=DAILY;UNTIL=20261022T060000Z", zone: "America/Los_Angeles" as Zone, startsAt: at("2026-10-21T05:00:00.000Z") });
    assert.deepEqual(begins(occurrencesOf(late, from, to)), ["2026-10-21T05:00", "2026-10-22T05:00"]);
  });

  it("in the hour that the spring leaves out begins as much later", () => {
    const night = meeting({ recurs: "FREQ=DAILY", startsAt: at("2027-03-27T01:30:00.000Z"), minutes: 15 });
    assert.deepEqual(begins(occurrencesOf(night, at("2027-03-27T00:00:00.000Z"), at("2027-03-30T00:00:00.000Z"))), ["2027-03-27T01:30", "2027-03-28T01:30", "2027-03-29T00:30"]);
  });

  it("counts a rule that nobody can read once", () => {
    assert.deepEqual(begins(occurrencesOf(meeting({ recurs: "every blue moon" }), from, to)), ["2026-10-20T09:00"]);
  });

  it("of all meetings together comes by time", () => {
    const book = { meeting: [weekly, meeting({ id: "b", startsAt: at("2026-10-21T09:00:00.000Z") })] };
    assert.deepEqual(occurrencesIn(book, from, at("2026-10-28T00:00:00.000Z")).map((each) => each.meeting.id), ["m", "b", "m"]);
  });
});

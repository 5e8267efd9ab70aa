import assert from "node:assert/strict";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import type { CalendarEntry } from "../../../../src/core/ports/calendars";
import type { Meeting } from "../../../../src/core/book/meeting";
import { occurrencesOf } from "../../../../src/core/book/meetingTimes";
import type { Instant, PlainDate, Zone } from "../../../../src/core/time/types";
import { createCalendarFiles } from "../../../../src/services/calendar/calendarFiles";
import { writeCalendar } from "../../../../src/services/calendar/writeCalendar";

const at = (text: string) => text as Instant;
const now = at("2026-10-01T06:00:00.000Z");
const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  id: "mtg-1",
  rev: 3,
  createdAt: now,
  changedAt: now,
  clientId: "c",
  title: "Weekly call",
  startsAt: at("2026-10-20T09:00:00.000Z"),
  minutes: 45,
  zone: "Europe/London" as Zone,
  ...more,
});
const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({ meeting: meeting(), notes: [], now, ...more });
const files = createCalendarFiles();
const within = (from: string, to: string, zone = "Asia/Dhaka") => ({ from: from as PlainDate, to: to as PlainDate, zone: zone as Zone });

interface Vevent {
  readonly type: string;
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly sequence: string;
  readonly status: string;
  readonly method: string;
  readonly start: Date;
  readonly end: Date;
  readonly rrule: { between(from: Date, to: Date): readonly Date[] };
  readonly organizer: { readonly val: string; readonly params: { readonly CN: string } };
}
/** Read back by a parser that is not ours. */
const readBack = (text: string): Vevent => {
  const event = Object.values(nodeIcal.sync.parseICS(text)).find((each) => (each as Partial<Vevent>).type === "VEVENT");
  assert.ok(event, text);
  return event as unknown as Vevent;
};

/** What a calendar with no knowledge of zones but the file's own makes of it. */
function byTheFileAlone(text: string, many: number): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zone = calendar.getFirstSubcomponent("vtimezone");
  const event = calendar.getFirstSubcomponent("vevent")!;
  const iterator = new ICAL.Event(event).iterator();
  const found: string[] = [];
  for (let next = iterator.next() as ICAL.Time | undefined; next && found.length < many; next = iterator.next() as ICAL.Time | undefined) {
    if (zone) next.zone = new ICAL.Timezone(zone);
    found.push(new Date(next.toUnixTime() * 1000).toISOString());
  }
  return found;
}

describe("calendar files that are written", () => {
  it("hold a single meeting as a moment", () => {
    const text = writeCalendar(entry({ meeting: meeting({ link: "https://meet.example/a_b?x=1&y=2" }), notes: ["Coupons; delivery, too", "Back\\slash"], organizer: { name: 'Rafi "R" ^ Ahmed', email: "rafi@example.com" } }));
    const event = readBack(text);
    assert.equal(event.uid, "mtg-1@khobor");
    assert.equal(event.start.toISOString(), "2026-10-20T09:00:00.000Z");
    assert.equal(event.end.toISOString(), "2026-10-20T09:45:00.000Z");
    assert.equal(event.summary, "Weekly call");
    assert.equal(event.description, "Coupons; delivery, too\nBack\\slash\nhttps://meet.example/a_b?x=1&y=2");
    assert.equal(event.location, "https://meet.example/a_b?x=1&y=2");
    assert.equal(event.method, "PUBLISH");
    assert.equal(event.organizer.val, "mailto:rafi@example.com");
    assert.match(text, /ORGANIZER;CN="Rafi \^'R\^' \^\^ Ahmed":mailto:rafi@example\.com\r\n/);
    assert.ok(!text.includes("VTIMEZONE"));
    assert.equal(text.replaceAll("\r\n", "").includes("\n"), false);
  });

  it("have short lines, and Bangla comes back letter by letter", () => {
    const title = "চেকআউট নিয়ে সাপ্তাহিক মিটিং, কুপন ও ডেলিভারি চার্জ; লয়্যালটি প্রোগ্রামের প্রথম স্ক্রিন 🎉 দেখা";
    const text = writeCalendar(entry({ meeting: meeting({ title }), notes: Array.from({ length: 5 }, () => title) }));
    for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(!text.includes("\uFFFD"));
    assert.equal(readBack(text).summary, title);
    assert.equal(readBack(text).description, Array.from({ length: 5 }, () => title).join("\n"));
  });

  it("keep a weekly call at its time of day when the clocks change, for whoever reads them", () => {
    const weekly = meeting({ recurs: "FREQ=WEEKLY", except: [at("2026-11-03T10:00:00.000Z")] });
    for (const [zone, startsAt] of [["Europe/London", "2026-10-20T09:00:00.000Z"], ["America/New_York", "2026-10-20T14:00:00.000Z"], ["Australia/Lord_Howe", "2026-09-23T01:00:00.000Z"], ["Asia/Dhaka", "2026-10-20T04:00:00.000Z"], ["Africa/Casablanca", "2027-01-12T09:00:00.000Z"], ["America/Sao_Paulo", "2026-10-20T12:00:00.000Z"]] as const) {
      const one = { ...weekly, zone: zone as Zone, startsAt: at(startsAt), ...(zone !== "Europe/London" && { except: [] }) };
      const ours = occurrencesOf(one, at("2026-09-01T00:00:00.000Z"), at("2027-12-31T00:00:00.000Z")).map((each) => each.startsAt as string);
      assert.ok(ours.length > 45);
      assert.deepEqual(byTheFileAlone(writeCalendar(entry({ meeting: one })), ours.length), ours, zone);
    }
    const starts = readBack(writeCalendar(entry({ meeting: { ...weekly, except: [] } }))).rrule.between(new Date("2026-10-19T00:00:00Z"), new Date("2026-11-05T00:00:00Z"));
    assert.deepEqual(starts.map((date) => date.toISOString()), ["2026-10-20T09:00:00.000Z", "2026-10-27T10:00:00.000Z", "2026-11-03T10:00:00.000Z"]);
  });

  it("write changes of clocks as the rule that they follow, else one by one", () => {
    const define = (zone: string) => writeCalendar(entry({ meeting: meeting({ recurs: "FREQ=WEEKLY", zone: zone as Zone }) }));
    assert.match(define("Europe/London"), /TZOFFSETFROM:\+0000\r\nTZOFFSETTO:\+0100\r\nDTSTART:20260329T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n/);
    assert.match(define("America/New_York"), /RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n/);
    assert.match(define("Asia/Dhaka"), /BEGIN:STANDARD\r\nTZOFFSETFROM:\+0600\r\nTZOFFSETTO:\+0600\r\nDTSTART:19700101T000000\r\nEND:STANDARD/);
    assert.ok(define("Africa/Casablanca").match(/BEGIN:DAYLIGHT/g)!.length > 10);
    assert.ok(!define("UTC").includes("VTIMEZONE"));
  });

  it("take the place of earlier ones, and take a meeting out again", () => {
    const sequence = (rev: number) => Number(readBack(writeCalendar(entry({ meeting: meeting({ rev }) }))).sequence);
    assert.ok(sequence(4) > sequence(3));
    const cancelled = readBack(writeCalendar(entry({ meeting: meeting({ cancelledAt: now }) })));
    assert.deepEqual([cancelled.method, cancelled.status, cancelled.uid], ["CANCEL", "CANCELLED", "mtg-1@khobor"]);
  });

  it("move one of a series by naming which", () => {
    const series = meeting({ recurs: "FREQ=WEEKLY", except: [at("2026-10-27T10:00:00.000Z")] });
    const moved = meeting({ id: "other", startsAt: at("2026-10-28T15:00:00.000Z"), ofSeries: { meetingId: series.id, at: at("2026-10-27T10:00:00.000Z") } });
    const text = writeCalendar(entry({ meeting: moved, series }));
    assert.match(text, /RECURRENCE-ID;TZID=Europe\/London:20261027T100000\r\n/);
    assert.match(text, /DTSTART;TZID=Europe\/London:20261028T150000\r\n/);
    assert.equal(readBack(text).uid, "mtg-1@khobor");
    assert.ok(!text.includes("RRULE:FREQ=WEEKLY"));
  });

  it("let nothing out of its line", () => {
    const evil = "x\r\nATTACH:https://evil.example\nEND:VEVENT";
    const text = writeCalendar(entry({ meeting: meeting({ title: evil, id: "a\nb", link: "javascript:alert(1)", recurs: "FREQ=WEEKLY\r\nATTACH:x" }), notes: [evil], organizer: { name: evil, email: "a@b\nX:1" } }));
    const names = new Set(text.replaceAll("\r\n ", "").split("\r\n").map((line) => /^[A-Z-]*/.exec(line)?.[0]));
    for (const name of ["ATTACH", "X", "ORGANIZER", "URL"]) assert.ok(!names.has(name), name);
    assert.equal(text.match(/^END:VEVENT\r$/gm)?.length, 1);
    assert.equal(readBack(text).summary, evil.replace("\r\n", "\n"));
  });
});

describe("calendar files that are read", () => {
  const calendar = (...events: string[]) => `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n${events.join("\n")}\nEND:VCALENDAR\n`;
  const event = (...lines: string[]) => `BEGIN:VEVENT\n${lines.join("\n")}\nEND:VEVENT`;
  const told = async (text: string, from: string, to: string, zone?: string) => {
    const reading = await files.read(text, within(from, to, zone));
    return reading?.events.map((each) => [each.name, each.from, each.to, ...(each.startsAt ? [each.startsAt] : [])].join(" "));
  };

  it("give public holidays, days that come every year, and several in a row", async () => {
    const text = calendar(
      event("UID:1", "SUMMARY:Victory Day", "DTSTART;VALUE=DATE:20201216", "DTEND;VALUE=DATE:20201217", "RRULE:FREQ=YEARLY"),
      event("UID:2", "SUMMARY:ঈদুল ফিতর", "DTSTART;VALUE=DATE:20270309", "DTEND;VALUE=DATE:20270312"),
      event("UID:3", "SUMMARY:No end", "DTSTART;VALUE=DATE:20261225"),
      event("UID:4", "SUMMARY:Long", "DTSTART;VALUE=DATE:20261230", "DURATION:P4D"),
    );
    assert.deepEqual(await told(text, "2026-12-01", "2027-12-31"), ["Victory Day 2026-12-16 2026-12-16", "No end 2026-12-25 2026-12-25", "Long 2026-12-30 2027-01-02", "ঈদুল ফিতর 2027-03-09 2027-03-11", "Victory Day 2027-12-16 2027-12-16"]);
    assert.deepEqual(await told(text, "2027-01-02", "2027-01-02"), ["Long 2026-12-30 2027-01-02"]);
  });

  it("take out what was cancelled, left out or moved", async () => {
    const text = calendar(
      event("UID:1", "SUMMARY:Call", "DTSTART;TZID=Europe/London:20261020T100000", "DTEND;TZID=Europe/London:20261020T103000", "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Europe/London:20261027T100000"),
      event("UID:1", "SUMMARY:Call, moved", "RECURRENCE-ID;TZID=Europe/London:20261103T100000", "DTSTART;TZID=Europe/London:20261104T160000", "DTEND;TZID=Europe/London:20261104T163000"),
      event("UID:1", "SUMMARY:Call, off", "STATUS:CANCELLED", "RECURRENCE-ID;TZID=Europe/London:20261110T100000", "DTSTART;TZID=Europe/London:20261110T100000"),
    );
    assert.deepEqual(await told(text, "2026-10-01", "2026-12-31"), [
      "Call 2026-10-20 2026-10-20 2026-10-20T09:00:00.000Z",
      "Call, moved 2026-11-04 2026-11-04 2026-11-04T16:00:00.000Z",
      "Call 2026-11-17 2026-11-17 2026-11-17T10:00:00.000Z",
    ]);
  });

  it("know moments, zones of the file's own, and the reader's where none is named", async () => {
    const zone = ["BEGIN:VTIMEZONE", "TZID:Bangladesh Standard Time", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0600", "TZOFFSETTO:+0600", "END:STANDARD", "END:VTIMEZONE"].join("\n");
    const text = calendar(
      zone,
      event("UID:1", "SUMMARY:UTC", "DTSTART:20261120T200000Z", "DURATION:PT1H"),
      event("UID:2", "SUMMARY:Own", "DTSTART;TZID=Bangladesh Standard Time:20261120T100000", "DTEND;TZID=Bangladesh Standard Time:20261120T110000"),
      event("UID:3", "SUMMARY:Floating", "DTSTART:20261120T090000", "DTEND:20261120T100000"),
    );
    assert.deepEqual(await told(text, "2026-11-01", "2026-11-30"), [
      "Floating 2026-11-20 2026-11-20 2026-11-20T03:00:00.000Z",
      "Own 2026-11-20 2026-11-20 2026-11-20T04:00:00.000Z",
      "UTC 2026-11-21 2026-11-21 2026-11-20T20:00:00.000Z",
    ]);
  });

  it("say how many entries made no sense, and give the others", async () => {
    const text = calendar(event("UID:1", "SUMMARY:No date"), event("UID:2", "SUMMARY:Weeks", "DTSTART;VALUE=DATE:20261120", "RRULE:FREQ=YEARLY;BYWEEKNO=20"), event("UID:3", "SUMMARY:Good", "DTSTART;VALUE=DATE:20261121"), event("UID:4", "DTSTART;VALUE=DATE:2026"));
    const reading = await files.read(text, within("2026-11-01", "2026-11-30"));
    assert.deepEqual(reading?.events.map(({ name }) => name), ["Weeks", "Good"]);
    assert.equal(reading.leftOut, 3);
  });

  it("that are none are said to be none", async () => {
    for (const text of ["", "hello", "<html></html>", "BEGIN:VCARD\nEND:VCARD", "BEGIN:VCALENDAR\nBEGIN:VEVENT"]) assert.equal(await files.read(text, within("2026-01-01", "2026-12-31")), undefined, text);
    assert.deepEqual(await files.read("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", within("2026-01-01", "2026-12-31")), { events: [], leftOut: 0 });
  });

  it("come to an end, whatever rules they hold", async () => {
    const rules = ["FREQ=SECONDLY", "FREQ=DAILY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "FREQ=DAILY;COUNT=100000"];
    const text = calendar(...rules.map((rule, n) => event(`UID:${n}`, "SUMMARY:Evil", "DTSTART:00010101T000000Z", "DTEND:99991231T000000Z", `RRULE:${rule}`)));
    const reading = await files.read(text, within("2026-01-01", "2027-12-31"));
    assert.ok(reading && reading.events.length <= 5 * 5_001);
  }).timeout(8000);

  it("say no more times in all than anybody has, and count the rest as left out", async () => {
    const text = calendar(...Array.from({ length: 3000 }, (_, n) => event(`UID:${n}`, "SUMMARY:Daily", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY")));
    const reading = await files.read(text, within("2026-01-01", "2026-12-31"));
    assert.ok(reading && reading.events.length < 51_000 && reading.leftOut > 2800, `${reading?.events.length} ${reading?.leftOut}`);
  }).timeout(20_000);

  it("give back what was written", async () => {
    const weekly = meeting({ recurs: "FREQ=WEEKLY", except: [at("2026-10-27T10:00:00.000Z")] });
    const reading = await files.read(writeCalendar(entry({ meeting: weekly })), within("2026-10-01", "2026-11-10", "Europe/London"));
    assert.deepEqual(reading?.events.map(({ startsAt }) => startsAt), ["2026-10-20T09:00:00.000Z", "2026-11-03T10:00:00.000Z", "2026-11-10T10:00:00.000Z"]);
  });
});

import assert from "node:assert/strict";
import type { CalendarKept } from "../../../src/core/ports/calendars";
import type { Text } from "../../../src/core/say";
import { keepCalendar } from "../../../src/flows/keepCalendar";

/** A disk that answers as it is told to, and a pause that ends when the test says so. */
function setUp(file = "/calendars/khobor.ics") {
  const state = { file, text: "one", answer: "written" as CalendarKept, watched: true };
  const kept: string[] = [];
  const told: Text[] = [];
  const warned: string[] = [];
  const pauses: (() => void)[] = [];
  const changed = keepCalendar({
    wanted: () => state.file,
    text: () => (state.text === "broken" ? Promise.reject(new Error("no history")) : Promise.resolve(state.text)),
    keeper: {
      keep: (at, text) => {
        kept.push(`${at} ${text}`);
        return Promise.resolve(state.answer);
      },
    },
    pause: () => new Promise((resolve) => pauses.push(resolve)),
    isWatched: () => state.watched,
    tell: (problem) => told.push(problem),
    log: { warn: (line) => warned.push(line) },
  });
  const rest = async () => {
    pauses.splice(0).forEach((end) => end());
    await new Promise((resolve) => setImmediate(resolve));
  };
  const change = async (part: Partial<typeof state>) => {
    Object.assign(state, part);
    changed();
    await rest();
  };
  return { changed, change, rest, kept, told, warned, pauses };
}

describe("keeping a calendar file", () => {
  it("writes once what changes together, after a breath", async () => {
    const { changed, rest, kept, pauses } = setUp();
    for (let n = 0; n < 5; n++) changed();
    assert.deepEqual([kept.length, pauses.length], [0, 1]);
    await rest();
    assert.deepEqual(kept, ["/calendars/khobor.ics one"]);
    assert.equal(pauses.length, 0);
  });

  it("writes nothing where no file is wanted", async () => {
    const { change, kept } = setUp("");
    await change({});
    assert.deepEqual(kept, []);
  });

  it("goes where the setting points by then", async () => {
    const { change, kept } = setUp();
    await change({});
    await change({ file: "/other.ics", text: "two" });
    assert.deepEqual(kept, ["/calendars/khobor.ics one", "/other.ics two"]);
  });

  it("says once what is wrong, again when it went right in between, and for another file", async () => {
    const { change, told } = setUp();
    await change({ answer: "noFolder" });
    await change({});
    assert.deepEqual(told, [{ id: "calendarFile.noFolder", values: { file: "/calendars/khobor.ics" } }]);
    await change({ answer: "refused" });
    await change({ answer: "written" });
    await change({ answer: "refused" });
    assert.deepEqual(told.slice(1).map(({ id }) => id), ["calendarFile.refused", "calendarFile.refused"]);
    await change({ file: "/other.ics" });
    assert.equal(told.length, 4);
  });

  it("leaves it to the window that somebody looks at to say so", async () => {
    const { change, told } = setUp();
    await change({ answer: "notOurs", watched: false });
    assert.deepEqual(told, []);
    await change({ watched: true });
    assert.deepEqual(told.map(({ id }) => id), ["calendarFile.notOurs"]);
  });

  it("goes on after a failure, which the log has", async () => {
    const { change, kept, warned } = setUp();
    await change({ text: "broken" });
    assert.match(warned[0] ?? "", /no history/);
    await change({ text: "two" });
    assert.deepEqual(kept, ["/calendars/khobor.ics two"]);
  });
});

import assert from "node:assert/strict";
import type { HistoryEntry, SentRecord } from "../../../../src/core/book/sentRecord";
import type { Instant } from "../../../../src/core/time/types";
import { coveredBy, readingMark, toldHistory } from "../../../../src/core/work/toldHistory";

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, "0")}:00:00.000Z` as Instant;
const sent = (hour: number, readUpTo: SentRecord["readUpTo"], projectId = "shop"): SentRecord => ({
  version: 2,
  what: "sent",
  outcome: "handedOver",
  id: `sent-${hour}`,
  clientId: "acme",
  projectId,
  kind: "progress",
  language: "en",
  channel: "copy",
  at: at(hour),
  text: "…",
  told: [],
  readUpTo,
  noteIds: [],
});
const withdrawn = (hour: number, recordHour: number): HistoryEntry => ({ version: 2, what: "withdrawn", id: `w-${hour}`, recordId: `sent-${recordHour}`, at: at(hour) });
const upTo = (history: readonly HistoryEntry[]) => Object.fromEntries([...toldHistory(history, "shop")].map(([scopeId, read]) => [scopeId, coveredBy(read, "mine")]));

describe("how far history has been read", () => {
  it("by each message of the project, the latest first, in whatever order they come", () => {
    assert.deepEqual(upTo([sent(11, { repo: ["c"] }), sent(9, { repo: ["a"] }), sent(10, { repo: ["b"], other: ["x"] })]), { repo: ["c", "b", "a"], other: ["x"] });
    assert.deepEqual(upTo([]), {});
    assert.deepEqual(upTo([sent(9, { repo: ["a"] }, "site")]), {});
  });

  it("a message taken back, and all that was read on top of it, count no more", () => {
    const history = [sent(9, { repo: ["a"] }), sent(10, { repo: ["b"] }), sent(11, { repo: ["c"] }), withdrawn(12, 10)];
    assert.deepEqual(upTo(history), { repo: ["a"] });
    assert.deepEqual(upTo([...history, withdrawn(13, 9)]), {});
    assert.deepEqual(upTo([...history.slice(0, 3), withdrawn(12, 11)]), { repo: ["b", "a"] });
  });

  it("a message of another project that was taken back changes nothing", () => {
    assert.deepEqual(upTo([sent(9, { site: ["x"] }, "site"), sent(10, { repo: ["a"] }), withdrawn(11, 9)]), { repo: ["a"] });
  });

  it("counts only where the same authors and files were read, or where that is not known", () => {
    const of = (hour: number, hash: string, mark: string): SentRecord => ({ ...sent(hour, { repo: [hash] }), readOf: { repo: mark } });
    assert.deepEqual(upTo([sent(8, { repo: ["old"] }), of(9, "a", "mine"), of(10, "b", "everyone")]), { repo: ["a", "old"] });
  });

  it("is of authors in any order and case, and of both lists of files", () => {
    assert.equal(readingMark(["B@x", "a@x"], { include: ["src/**"] }), readingMark(["a@x", "b@x", "b@X"], { include: ["src/**"], exclude: undefined }));
    const marks = [readingMark(undefined, {}), readingMark([], {}), readingMark(["a"], {}), readingMark(["a"], { include: ["x"] }), readingMark(["a"], { exclude: ["x"] })];
    assert.equal(new Set(marks).size, 5);
  });

  it("remembers a few tips back, each once, in case the last ones are rewritten", () => {
    const years = Array.from({ length: 20 }, (_, hour) => sent(hour, { repo: [`tip-${Math.floor(hour / 2)}`] }));
    assert.deepEqual(upTo(years), { repo: ["tip-9", "tip-8", "tip-7", "tip-6", "tip-5", "tip-4", "tip-3", "tip-2"] });
  });
});

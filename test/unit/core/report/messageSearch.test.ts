import assert from "node:assert/strict";
import { searchables, searchIndex } from "../../../../src/core/report/messageSearch";
import type { SentRecord } from "../../../../src/core/book/sentRecord";
import type { Instant } from "../../../../src/core/time/types";
import { sampleBook, sampleProvenance } from "../book/exchanges";
import { sent } from "../../storage/historySamples";

const record = (id: string, text: string, at: string) => sent(id, { text, at: at as Instant }) as SentRecord;
const index = searchIndex(
  searchables(
    sampleBook(),
    [
      record("old", "Hi Sara,\n\nThe **Login** page is fixed.\nCoupons too.", "2026-10-01T00:00:00.000Z"),
      record("new", "The coupon page is live.", "2026-11-01T00:00:00.000Z"),
      record("bn", "লগইন পেজ আর ফাঁকা দেখায় না।", "2026-09-01T00:00:00.000Z"),
    ],
    [{ provenance: sampleProvenance({ id: "d1" }), text: "A draft about refunds" }],
  ),
  () => "Acme Shop",
);
const ids = (query: string) => index.find(query, 50).map(({ entry }) => entry.id);

describe("searching messages", () => {
  it("finds every word in any case, newest first", () => {
    assert.deepEqual(ids("coupon PAGE"), ["new", "old"]);
    assert.deepEqual(ids("coupon login"), ["old"]);
    assert.deepEqual(ids("coupon bicycle"), []);
  });

  it("finds drafts, and notes that are settled too", () => {
    assert.deepEqual(ids("refunds"), ["d1"]);
    const settled = sampleBook().note.find(({ settledAt }) => settledAt !== undefined)!;
    assert.ok(ids(settled.text.slice(0, 12)).includes(settled.id));
  });

  it("reads letters that can be written in two ways as one", () => {
    assert.deepEqual(ids("দেখায়".normalize("NFD")), ["bn"]);
    assert.deepEqual(ids("দেখা\u09df"), ["bn"]);
  });

  it("shows the line with the word, cut where it is long", () => {
    assert.equal(index.find("login", 1)[0]?.line, "The **Login** page is fixed.");
    const long = searchIndex(searchables({ note: [] }, [record("x", `${"a ".repeat(400)}needle${" b".repeat(400)}`, "2026-11-01T00:00:00.000Z")], []), () => "");
    const line = long.find("needle", 1)[0]!.line;
    assert.ok(line.includes("needle") && line.length < 170, line);
  });

  it("gives no more than it was asked for, and everything for no word", () => {
    assert.equal(index.find("", 2).length, 2);
    assert.equal(index.find("", 99).length, 4 + sampleBook().note.length);
    assert.equal(index.find("acme", 99).length, 4 + sampleBook().note.length);
  });
});

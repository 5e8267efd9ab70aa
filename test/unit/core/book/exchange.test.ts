import assert from "node:assert/strict";
import fc from "fast-check";
import { exchangeText, type Exchange } from "../../../../src/core/book/exchange";
import { readExchange } from "../../../../src/core/book/exchangeReading";
import { byId, exchange, sampleBook, skipped } from "./exchanges";

function healthy(text: string): { readonly exchange: Exchange; readonly unreadable: number } {
  const reading = readExchange(text);
  assert.equal(reading.is, "healthy");
  return reading;
}

describe("the file of an export", () => {
  it("holds all that went in, in every list", () => {
    const { exchange: read, unreadable } = healthy(exchangeText(exchange()));
    const given = exchange();
    assert.equal(unreadable, 0);
    assert.deepEqual(byId(read.book), byId(given.book));
    assert.deepEqual(read.answers, given.answers);
    assert.deepEqual(read.drafts, given.drafts);
    assert.deepEqual(new Set(read.wordings), new Set(given.wordings));
    assert.deepEqual(new Set(read.history.map(({ id }) => id)), new Set(["s1", "s2", "w1"]));
  });

  it("names no file of this machine, not even where an older window has kept one", () => {
    const book = sampleBook();
    const me = { ...book.me, holidaysFrom: "file:///home/rafi/bd.ics" };
    assert.ok(!exchangeText(exchange({ book: { ...book, me } })).includes("file://"));
  });

  it("is the same text however its data is ordered", () => {
    const text = exchangeText(exchange());
    const turned = exchange();
    const reversed = Object.fromEntries(Object.entries(turned.book).map(([kind, records]) => [kind, Array.isArray(records) ? records.toReversed() : records])) as unknown as Exchange["book"];
    const fields = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(fields)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).toReversed().map(([name, each]) => [name, fields(each)]))
          : value;
    const other = fields({ ...turned, book: reversed, history: turned.history.toReversed() }) as Exchange;
    assert.equal(exchangeText(other), text);
    assert.equal(exchangeText(healthy(text).exchange), text);
    assert.ok(text.endsWith("}\n"));
  });

  it("says plainly what cannot be imported at all", () => {
    const text = exchangeText(exchange());
    assert.deepEqual(readExchange(text.slice(0, text.length / 2)), { is: "broken" });
    assert.deepEqual(readExchange(""), { is: "broken" });
    for (const foreign of ["{}", "[]", "null", "7", '{"format":"bookmarks","version":1}', '{"format":"khobor-clients","version":"1"}', '{"format":"khobor-clients","version":0}'])
      assert.deepEqual(readExchange(foreign), { is: "foreign" }, foreign);
    assert.deepEqual(readExchange(text.replace('"version": 2', '"version": 3')), { is: "newer" });
  });

  it("loses only the entries that are damaged", () => {
    const file = JSON.parse(exchangeText(exchange())) as Record<string, unknown[]>;
    file["note"]!.push({ id: "n-bad" }, null, 7);
    file["invoice"] = "none" as never;
    const { exchange: read, unreadable } = healthy(`\uFEFF${JSON.stringify(file)}`);
    assert.equal(unreadable, 4);
    assert.deepEqual(byId(read.book).note, byId(sampleBook()).note);
    assert.deepEqual(read.book.invoice, []);
  });

  it("takes one of two entries with one id: the later one", () => {
    const file = JSON.parse(exchangeText(exchange())) as { client: { rev: number; name: string }[]; answer: unknown[] };
    file.client.push({ ...file.client[0]!, rev: 99, name: "Later" }, { ...file.client[0]!, rev: 2, name: "Earlier" });
    file.answer.push(skipped("update j-shop", "2026-11-21T05:00:00.000Z"), skipped("update j-shop", "2026-11-19T05:00:00.000Z"));
    const { exchange: read } = healthy(JSON.stringify(file));
    assert.equal(read.book.client[0]?.name, "Later");
    assert.deepEqual(read.answers.map(({ at }) => at), ["2026-11-21T05:00:00.000Z"]);
  });

  it("never throws, whatever it is given", () => {
    const json = fc.jsonValue().map((value) => JSON.stringify(value));
    const like = fc.dictionary(fc.constantFrom("me", "client", "note", "sent", "draft", "answer", "__proto__"), fc.jsonValue()).map((lists) => JSON.stringify({ format: "khobor-clients", version: 1, ...lists }));
    fc.assert(fc.property(fc.oneof(fc.string(), json, like), (text) => ["healthy", "broken", "foreign", "newer"].includes(readExchange(text).is)));
  });
});

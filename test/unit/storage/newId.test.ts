import assert from "node:assert/strict";
import * as v from "valibot";
import { id } from "../../../src/core/book/fields";
import { fileName } from "../../../src/storage/fileName";
import { newId } from "../../../src/storage/newId";

describe("ids", () => {
  it("are never the same, fit the book, and are file names as they are", () => {
    const made = Array.from({ length: 10_000 }, newId);
    assert.equal(new Set(made).size, made.length);
    for (const one of made.slice(0, 100)) {
      assert.ok(v.is(id, one));
      assert.equal(fileName(one), one);
    }
  });

  it("sort by the time at which they were made", async () => {
    const first = newId();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(first < newId());
  });

  it("that are no plain names get one of their own, which no id can bear", () => {
    const odd = ["..", "a/b", "a\\b", "A", "con", "com1", "x".repeat(81) + "/", "", "খবর", "a.json", "-rf"];
    const names = odd.map(fileName);
    assert.equal(new Set(names).size, odd.length);
    for (const name of names) assert.match(name, /^id-[0-9a-f]{40}$/);
    assert.notEqual(fileName(fileName("..")), fileName(".."));
  });
});

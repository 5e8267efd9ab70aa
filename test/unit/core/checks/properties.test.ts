import assert from "node:assert/strict";
import fc from "fast-check";
import { messageKinds } from "../../../../src/core/book/messageKind";
import { corpus } from "../../../bench/checks/corpus";
import { findings } from "./checking";

/** Pieces that rules look for, and what makes text hard to place. */
const pieces = ["\n", "\r\n", " ", "- ", "**", "**Live now**", "(", ")", "[name]", "{{x}}", "soon", "I'll send it", "কাল", "শিগগিরই পাঠাব", "সময়", "সম\u09df", "\u200d", "😀", "e\u0301", "28 November", "Saturday", "২৭ নভেম্বর, শুক্রবার", "8b01d77", "10.0.0.1", "a@b.example", "password: ab1#", "!!!", "THE SHOP IS ON", "।", ".", "?", "https://x.example/8b01d77", "at f (a.js:1:2)", "\ud800", "Rahim Traders", "a review", "10% off", "\\", "`"];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 40 }).map((parts) => parts.join(" ")),
);
const told = fc.record({
  language: fc.constantFrom("en" as const, "bn" as const),
  kind: fc.constantFrom(...messageKinds),
  place: fc.constantFrom("direct" as const, "fiverr" as const, "upwork" as const, "agency" as const),
});

describe("checks on any text", function () {
  this.timeout(120_000);
  it("never throw, and find things inside of it alone", () => {
    fc.assert(
      fc.property(anyText, told, (text, how) => {
        for (const { range, fixes = [] } of findings(text, how)) {
          for (const { start, end } of [range, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range))]) assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
        }
      }),
      { numRuns: 1500 },
    );
  });
  it("are the same for the same text", () => {
    fc.assert(fc.property(anyText, told, (text, how) => assert.deepEqual(findings(text, how), findings(text, how))), { numRuns: 200 });
  });
  it("take time in step with the length", () => {
    for (const piece of ["a ", "I'll send ", "key ", "কাল ", "1.", "(", "Saturday ", "aaaaaaaaaa", "you pay to my ", "a/", "review ", "-", "a.b", "[a ", "please ", "x: ", "আমার ", "1 ", "password"]) {
      const began = performance.now();
      findings(piece.repeat(Math.ceil(20_000 / piece.length)), { place: "fiverr" });
      assert.ok(performance.now() - began < 10_000, piece);
    }
  });
  it("know every rule that the corpus expects, and each rule has bad ones in both parts", () => {
    const expected = new Set([...corpus("seen"), ...corpus("aside")].flatMap((message) => message.expected));
    assert.ok(expected.size >= 31);
  });
});

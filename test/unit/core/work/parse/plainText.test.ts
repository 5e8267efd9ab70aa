import assert from "node:assert/strict";
import { oneLine, subjectKey } from "../../../../../src/core/work/parse/plainText";

describe("parse/plainText", () => {
  it("makes one line of visible text", () => {
    assert.equal(oneLine("a\u0000b\nc\u2028d\te\u001b[31m"), "a b c d e [31m");
    assert.equal(oneLine("safe\u202egnp.exe\u200b\ufeff\u2066x"), "safegnp.exex");
    assert.equal(oneLine("broken \ud800 half"), "broken \ufffd half");
  });

  it("keeps the joiners that Bangla is spelt with", () => {
    assert.equal(oneLine("র\u200d্যাম ক\u200cষ"), "র\u200d্যাম ক\u200cষ");
  });

  it("compares subjects without spelling variants and merge numbers", () => {
    assert.equal(subjectKey("য় ঠিক (#12)"), subjectKey("\u09df ঠিক"));
    assert.notEqual(subjectKey("Add (#12) more"), subjectKey("Add more"));
  });
});

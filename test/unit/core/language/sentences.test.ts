import assert from "node:assert/strict";
import { beginSentence, endSentence } from "../../../../src/core/language/sentences";

describe("a text as a sentence", () => {
  it("begins with a capital, as people mean it who type without", () => {
    assert.equal(beginSentence("who writes the texts"), "Who writes the texts");
    assert.equal(beginSentence("écrire les textes"), "Écrire les textes");
    assert.equal(beginSentence("কে লিখবেন"), "কে লিখবেন");
  });
  it("leaves names and addresses as they are", () => {
    for (const text of ["bKash is slow", "iPhone screens", "shop.example is down", "https://shop.example", "me@shop.example bounces", "login/signup"]) assert.equal(beginSentence(text), text);
  });
  it("ends with the full stop of its letters, unless it has a mark or is an address", () => {
    assert.equal(endSentence("Done"), "Done.");
    assert.equal(endSentence("শেষ"), "শেষ।");
    assert.equal(endSentence("Done?"), "Done?");
    assert.equal(endSentence("See https://shop.example"), "See https://shop.example");
  });
});

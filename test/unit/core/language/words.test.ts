import assert from "node:assert/strict";
import { writeAddressee } from "../../../../src/core/language/addressee";
import { writePieces } from "../../../../src/core/language/counts";
import { toBanglaDigits, toLatinDigits } from "../../../../src/core/language/digits";
import { writeList } from "../../../../src/core/language/lists";
import { writeOrdinal, writeShortOrdinal } from "../../../../src/core/language/ordinals";
import { normalise, scriptOf } from "../../../../src/core/language/script";
import { endSentence } from "../../../../src/core/language/sentences";
import { writingIn } from "../../../../src/core/language/writing";

const en = writingIn("en");
const bn = writingIn("bn");

describe("digits", () => {
  it("go both ways and leave the rest alone", () => {
    assert.equal(toBanglaDigits("12 dec 2026"), "১২ dec ২০২৬");
    assert.equal(toLatinDigits("১২ ডিসেম্বর ২০২৬"), "12 ডিসেম্বর 2026");
    assert.equal(toLatinDigits(toBanglaDigits("0123456789")), "0123456789");
  });
});

describe("encodings of Bangla", () => {
  it("have one form: the letters with a dot in one or two characters", () => {
    assert.notEqual("\u09df\u09dc\u09dd", "\u09af\u09bc\u09a1\u09bc\u09a2\u09bc");
    assert.equal(normalise("\u09df\u09dc\u09dd"), normalise("\u09af\u09bc\u09a1\u09bc\u09a2\u09bc"));
    assert.equal(normalise("ক\u09c7\u09be"), normalise("ক\u09cb"));
  });
  it("tell the script by most letters", () => {
    assert.equal(scriptOf("GitHub-এ কোড রাখা আছে, দেখে নেবেন"), "bn");
    assert.equal(scriptOf("Fix the লগইন page"), "en");
    assert.equal(scriptOf("12:30 — #5"), undefined);
  });
});

describe("lists", () => {
  it("in both languages", () => {
    assert.equal(writeList(["a", "b", "c"], en), "a, b and c");
    assert.equal(writeList(["ক", "খ", "গ"], bn), "ক, খ ও গ");
    assert.equal(writeList(["a", "b"], en), "a and b");
    assert.equal(writeList(["a"], en), "a");
    assert.equal(writeList([], en), "");
  });
});

describe("ordinals", () => {
  it("in words up to ten", () => {
    assert.deepEqual([1, 2, 10, 11].map((place) => writeOrdinal(place, en)), ["first", "second", "tenth", "11th"]);
    assert.deepEqual([1, 2, 10, 11].map((place) => writeOrdinal(place, bn)), ["প্রথম", "দ্বিতীয়", "দশম", "১১তম"]);
  });
  it("in digits", () => {
    assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map((place) => writeShortOrdinal(place, en)), [
      "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th",
    ]);
    assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 21].map((place) => writeShortOrdinal(place, bn)), [
      "১ম", "২য়", "৩য়", "৪র্থ", "৫ম", "৬ষ্ঠ", "৭ম", "৮ম", "৯ম", "১০ম", "১১তম", "২১তম",
    ]);
  });
});

describe("counted things", () => {
  it("take a classifier in Bangla, by tone", () => {
    assert.equal(writePieces(7, bn, true), "৭টি");
    assert.equal(writePieces(7, bn, false), "৭টা");
    assert.equal(writePieces(7, en, true), "7");
  });
});

describe("how a message addresses", () => {
  it("takes what they asked to be called as it is", () => {
    assert.equal(writeAddressee({ name: "Sara Rahman", addressAs: "সারা আপা" }, "bn", true), "সারা আপা");
    assert.equal(writeAddressee({ name: "Sara Rahman", addressAs: "Sara" }, "en", false), "Sara");
  });
  it("never makes a title out of a name", () => {
    assert.equal(writeAddressee({ name: "সারা রহমান" }, "bn", true), "জনাব সারা রহমান");
    assert.equal(writeAddressee({ name: "সারা রহমান" }, "bn", false), "প্রিয় সারা রহমান");
    assert.equal(writeAddressee({ name: "Sara Lindqvist" }, "bn", true), "প্রিয় Sara Lindqvist");
    assert.equal(writeAddressee({ name: "Sara Lindqvist" }, "en", true), "Sara Lindqvist");
  });
});

describe("the end of a sentence", () => {
  it("follows the letters of the text", () => {
    assert.equal(endSentence("Coupons work"), "Coupons work.");
    assert.equal(endSentence("কুপন চলে"), "কুপন চলে।");
    assert.equal(endSentence("修复登录。"), "修复登录。");
    assert.equal(endSentence("Which one", "?"), "Which one?");
  });
  it("is there once, and never touches an address", () => {
    for (const text of ["Done.", "Really?", "হয়েছে।", 'He said "done."', "See https://a.example/x"]) assert.equal(endSentence(text), text);
  });
});

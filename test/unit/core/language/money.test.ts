import assert from "node:assert/strict";
import { writeMoney, writeMoneyRange } from "../../../../src/core/language/money";
import { writingIn } from "../../../../src/core/language/writing";

const english = writingIn("en");
const bangla = writingIn("bn");
const of = (minor: number, currency = "BDT") => ({ minor, currency });

describe("money in a sentence", () => {
  it("is grouped as its language groups", () => {
    assert.equal(writeMoney(of(123_456_700), english), "BDT 1,234,567");
    assert.equal(writeMoney(of(123_456_700), bangla), "১২,৩৪,৫৬৭ টাকা");
    assert.equal(writeMoney(of(99_900), bangla), "৯৯৯ টাকা");
    assert.equal(writeMoney(of(50_000, "USD"), english), "$500");
    assert.equal(writeMoney(of(50_000, "USD"), bangla), "৫০০ ডলার");
  });
  it("has decimals where there are any, and never rounds", () => {
    assert.equal(writeMoney(of(1_250_050), english), "BDT 12,500.50");
    assert.equal(writeMoney(of(5, "USD"), english), "$0.05");
    assert.equal(writeMoney(of(9_007_199_254_740_991, "USD"), english), "$90,071,992,547,409.91");
    assert.equal(writeMoney(of(1500, "JPY"), english), "JPY 1,500");
    assert.equal(writeMoney(of(1500, "KWD"), english), "KWD 1.500");
  });
  it("keeps Latin digits where they were chosen", () => {
    assert.equal(writeMoney(of(1_250_000), writingIn("bn", "latin")), "12,500 টাকা");
  });
  it("names the currency of a range once in Bangla", () => {
    assert.equal(writeMoneyRange(of(4_000_000), of(5_000_000), bangla), "৪০,০০০ থেকে ৫০,০০০ টাকা");
    assert.equal(writeMoneyRange(of(40_000, "USD"), of(50_000, "USD"), english), "$400 to $500");
    assert.equal(writeMoneyRange(of(4_000_000), of(5_000_000), english), "BDT 40,000 to 50,000");
    assert.equal(writeMoneyRange(of(40_000, "USD"), of(40_000, "USD"), english), "$400");
    assert.equal(writeMoneyRange(of(40_000, "USD"), undefined, english), "$400");
  });
});

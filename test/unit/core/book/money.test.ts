import assert from "node:assert/strict";
import fc from "fast-check";
import { decimalOf, minorDigits, minus, moneyOf, percentOf, plus, times } from "../../../../src/core/book/money";

const taka = (minor: number) => ({ minor, currency: "BDT" });

describe("money", () => {
  it("is exact where floating numbers are not", () => {
    assert.deepEqual(times(taka(10), "0.1"), taka(1));
    assert.deepEqual(times(taka(3333), "3"), taka(9999));
    assert.deepEqual(plus(taka(10), taka(20)), taka(30));
    // 1.005 * 100 is 100.49999999999999 in floating numbers.
    assert.deepEqual(times(taka(100), "1.005"), taka(101));
    assert.deepEqual(percentOf(taka(123_456_789), "7.5"), taka(9_259_259));
  });

  it("is rounded half up, away from zero", () => {
    assert.deepEqual(times(taka(1), "0.5"), taka(1));
    assert.deepEqual(times(taka(1), "0.49"), taka(0));
    assert.deepEqual(times(taka(-1), "0.5"), taka(-1));
    assert.deepEqual(percentOf(taka(50), "1"), taka(1));
    assert.deepEqual(percentOf(taka(49), "1"), taka(0));
  });

  it("has as many digits as its currency", () => {
    assert.deepEqual(["BDT", "JPY", "KWD", "HUF", "PKR", "XYZ"].map(minorDigits), [2, 0, 3, 2, 2, 2]);
    assert.equal(decimalOf({ minor: 5, currency: "USD" }), "0.05");
    assert.equal(decimalOf({ minor: 1234, currency: "JPY" }), "1234");
    assert.equal(decimalOf({ minor: -1234, currency: "KWD" }), "-1.234");
    assert.deepEqual(moneyOf("12500.5", "BDT"), taka(1_250_050));
    assert.deepEqual(moneyOf("12500.500", "BDT"), taka(1_250_050));
    for (const [decimal, currency] of [["1.005", "USD"], ["0.5", "JPY"], ["", "USD"], ["-1", "USD"], ["1e3", "USD"], ["999999999999999", "USD"]] as const) assert.equal(moneyOf(decimal, currency), undefined, decimal);
  });

  it("goes into a decimal and back", () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), fc.constantFrom("BDT", "JPY", "KWD", "CLF"), (minor, currency) => {
        assert.deepEqual(moneyOf(decimalOf({ minor, currency }), currency), { minor, currency });
      }),
    );
  });

  it("of two currencies is never added up, nor lost where it gets too large", () => {
    assert.throws(() => minus(taka(1), { minor: 1, currency: "USD" }), RangeError);
    assert.throws(() => plus(taka(Number.MAX_SAFE_INTEGER), taka(1)), RangeError);
    assert.throws(() => times(taka(Number.MAX_SAFE_INTEGER), "2"), RangeError);
  });
});

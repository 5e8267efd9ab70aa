import assert from "node:assert/strict";
import { haveDecimals, writeCell, writeQuantity } from "../../../../src/core/language/moneyTable";
import { moneyAsTyped, readTypedMoney } from "../../../../src/core/language/typedMoney";

const money = (minor: number, currency: string) => ({ minor, currency });
const en = { language: "en", digits: "latin" } as const;
const bn = { language: "bn", digits: "bangla" } as const;

describe("amounts in tables", () => {
  it("have their sign first, and in Bangla lakhs and crores", () => {
    assert.equal(writeCell(money(123_456_700, "BDT"), bn, false), "৳১২,৩৪,৫৬৭");
    assert.equal(writeCell(money(12_345_678_900, "BDT"), { ...bn, digits: "latin" }, false), "৳12,34,56,789");
    assert.equal(writeCell(money(1_250_000, "BDT"), bn, true), "৳১২,৫০০.০০");
    assert.equal(writeCell(money(123_456_789, "USD"), en, false), "$1,234,567.89");
    assert.equal(writeCell(money(-5000, "EUR"), en, false), "−€50");
    assert.equal(writeCell(money(1500, "JPY"), en, true), "¥1,500");
    assert.equal(writeCell(money(99, "CHF"), en, false), "CHF\u00a00.99");
  });

  it("show decimals in all of a column, or in none", () => {
    assert.equal(haveDecimals([money(100, "USD"), money(150, "USD")]), true);
    assert.equal(haveDecimals([money(100, "USD"), money(150, "JPY")]), false);
    assert.deepEqual(["7.50", "7.00", "7", "0.25"].map((each) => writeQuantity(each, en)), ["7.5", "7", "7", "0.25"]);
    assert.equal(writeQuantity("7.50", bn), "৭.৫");
  });
});

describe("amounts as people type them", () => {
  const read = (text: string, usual?: string) => {
    const typed = readTypedMoney(text, usual);
    return typed?.money ? `${typed.money.minor} ${typed.money.currency}` : typed?.problem.id;
  };

  it("are read with a sign, a word or a code, in both scripts", () => {
    for (const text of ["12500 BDT", "BDT 12,500", "৳12,500.00", "১২,৫০০ টাকা", "tk 12500", "Tk. 12,500", "12500 taka"]) assert.equal(read(text), "1250000 BDT", text);
    for (const text of ["$500", "500 usd", "US$ 500", "500 dollars", "৫০০ ডলার", "500.00$"]) assert.equal(read(text), "50000 USD", text);
    assert.equal(read("12,34,567.50 BDT"), "123456750 BDT");
    assert.equal(read("1500", "JPY"), "1500 JPY");
    assert.equal(read("€ 1 250.50"), "125050 EUR");
  });

  it("are not guessed at", () => {
    assert.equal(read(""), undefined);
    assert.equal(read("500"), "typedMoney.whichCurrency");
    for (const text of ["a lot", "1.234,56 EUR", "1,5 EUR", "1.005 USD", "0.5 JPY", "5 10 15", "500 USD BDT", "$500 BDT", "-5 USD", "500 potatoes"]) assert.equal(read(text, "USD"), "typedMoney.unknown", text);
  });

  it("can be typed again", () => {
    for (const amount of [money(1_250_050, "BDT"), money(500_00, "USD"), money(7, "JPY"), money(1, "KWD")]) assert.deepEqual(readTypedMoney(moneyAsTyped(amount))?.money, amount);
  });
});

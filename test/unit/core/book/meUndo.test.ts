import assert from "node:assert/strict";
import { meTakenBack } from "../../../../src/core/book/meUndo";
import type { Me } from "../../../../src/core/book/me";

const before: Me = { names: ["Rafi"], emails: ["r@example.com"], invoiceSequence: { prefix: "A-", next: 3 } };

describe("a change of Me that is taken back", () => {
  it("brings back only the fields that it changed", () => {
    const after: Me = { ...before, names: ["Rafiq"], signature: "R." };
    const now: Me = { ...after, emails: ["new@example.com"] };
    assert.deepEqual(meTakenBack(before, after, now), { ...before, emails: ["new@example.com"] });
  });

  it("does not stand where one of them has been changed since", () => {
    const after: Me = { ...before, names: ["Rafiq"] };
    assert.equal(meTakenBack(before, after, { ...after, names: ["Rafiqul"] }), undefined);
  });

  it("brings back the numbers of invoices where none was given since", () => {
    const after: Me = { ...before, invoiceSequence: { prefix: "A-", next: 100 } };
    assert.deepEqual(meTakenBack(before, after, after)?.invoiceSequence, before.invoiceSequence);
    const { invoiceSequence: _, ...none } = before;
    assert.equal(meTakenBack(none, after, after)?.invoiceSequence, undefined);
  });

  it("never gives a number again that was given since", () => {
    const after: Me = { ...before, invoiceSequence: { prefix: "A-", next: 4 } };
    assert.equal(meTakenBack(before, after, { ...after, invoiceSequence: { prefix: "A-", next: 9 } })?.invoiceSequence?.next, 9);
    const { invoiceSequence: _, ...none } = before;
    assert.equal(meTakenBack(none, after, { ...after, invoiceSequence: { prefix: "A-", next: 5 } })?.invoiceSequence?.next, 5);
    const other: Me = { ...before, invoiceSequence: { prefix: "B-", next: 50 } };
    assert.deepEqual(meTakenBack(before, other, { ...other, invoiceSequence: { prefix: "B-", next: 51 } })?.invoiceSequence, { prefix: "A-", next: 3 });
  });
});

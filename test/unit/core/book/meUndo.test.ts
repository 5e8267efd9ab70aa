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

  it("never lets the numbers of invoices go back", () => {
    const after: Me = { ...before, invoiceSequence: { prefix: "A-", next: 4 } };
    assert.equal(meTakenBack(before, after, { ...after, invoiceSequence: { prefix: "A-", next: 9 } })?.invoiceSequence?.next, 9);
    assert.equal(meTakenBack(before, after, after)?.invoiceSequence?.next, 4);
    const { invoiceSequence: _, ...none } = before;
    assert.equal(meTakenBack(none, after, after)?.invoiceSequence?.next, 4);
  });
});

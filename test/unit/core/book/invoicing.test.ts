import assert from "node:assert/strict";
import fc from "fast-check";
import { applyChanges, emptyBook, type Book, type BookChange } from "../../../../src/core/book/book";
import { addClient } from "../../../../src/core/book/clientChanges";
import { cancelInvoice, depositToDeduct, depositToInvoice, dueDate, invoiceState, issueInvoice, newInvoice, payInvoice, paymentLines, readSequence, toInvoice, totalsOf, writtenNumber } from "../../../../src/core/book/invoicing";
import { deliverMilestone, addMilestone } from "../../../../src/core/book/milestoneChanges";
import { revised } from "../../../../src/core/book/changes";
import type { Instant, PlainDate } from "../../../../src/core/time/types";

const on = (date: string) => date as PlainDate;
const money = (minor: number, currency = "BDT") => ({ minor, currency });
const line = (minor: number, more = {}) => ({ text: "Work", amount: money(minor), ...more });

function start() {
  let ids = 0;
  let book: Book = emptyBook;
  const stamp = { now: "2026-11-20T11:00:00.000Z" as Instant, newId: () => `id${++ids}` };
  const change = (changes: readonly BookChange[]) => (book = applyChanges(book, changes));
  const { changes, project } = addClient({ name: "Acme", scopes: [], size: "large", channel: "email", language: "bn" }, stamp);
  change(changes);
  return { stamp, change, book: () => book, project: () => book.project.find(({ id }) => id === project.id)! };
}

describe("what an invoice comes to", () => {
  it("adds up lines, tax and a deposit, each rounded once", () => {
    const totals = totalsOf({ lines: [line(1_000_000), line(233_333)], tax: { name: "VAT", percent: "7.5" }, depositDeducted: money(300_000) });
    assert.deepEqual([totals.subtotal, totals.tax, totals.total, totals.deposit, totals.due].map(({ minor }) => minor), [1_233_333, 92_500, 1_325_833, 300_000, 1_025_833]);
  });

  it("is never off by a poisha, whatever the lines", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e11 }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 9999 }), (amounts, percent) => {
        const { subtotal, tax, total, due } = totalsOf({ lines: amounts.map((minor) => line(minor)), tax: { name: "VAT", percent: (percent / 100).toFixed(2) } });
        const sum = amounts.reduce((all, each) => all + BigInt(each), 0n);
        assert.equal(BigInt(subtotal.minor), sum);
        // |tax - sum * percent| is at most half a unit.
        const off = BigInt(tax.minor) * 10_000n - sum * BigInt(percent);
        assert.ok(off <= 5000n && off > -5000n);
        assert.equal(total.minor, subtotal.minor + tax.minor);
        assert.equal(due.minor, total.minor);
      }),
    );
  });

  it("is not worked out from two currencies", () => assert.throws(() => totalsOf({ lines: [line(1), { text: "x", amount: money(1, "USD") }] }), RangeError));
});

describe("the life of an invoice", () => {
  it("goes from a draft without a number to issued, overdue and paid", () => {
    const { stamp, change, book, project } = start();
    change(newInvoice({ project: project(), lines: [line(100)] }, stamp).changes);
    const draft = book().invoice[0]!;
    assert.equal(draft.number, undefined);
    assert.equal(invoiceState(draft, on("2026-11-20")), "draft");
    change(issueInvoice(draft, { number: "INV-0001", on: on("2026-11-20"), dueOn: on("2026-11-27"), payment: ["bKash 01700-000000"] }, stamp));
    const issued = book().invoice[0]!;
    assert.deepEqual(["2026-11-27", "2026-11-28"].map((day) => invoiceState(issued, on(day))), ["issued", "overdue"]);
    change(payInvoice(book(), issued, on("2026-11-30"), stamp));
    assert.equal(invoiceState(book().invoice[0]!, on("2026-12-30")), "paid");
    assert.deepEqual(cancelInvoice(book().invoice[0]!, on("2026-12-30"), stamp), []);
  });

  it("offers each milestone until an invoice that stands has it, the delivered ones first", () => {
    const { stamp, change, book, project } = start();
    for (const title of ["One", "Two"]) change(addMilestone({ projectId: project().id, title }, stamp).changes);
    const [, two] = book().milestone;
    change(deliverMilestone(two!, stamp));
    const titles = () => toInvoice(book(), project()).map(({ title }) => title);
    assert.deepEqual(titles(), ["Two", "One"]);
    change(newInvoice({ project: project(), lines: [line(100, { milestoneId: two!.id })] }, stamp).changes);
    assert.deepEqual(titles(), ["One"]);
    change(cancelInvoice(book().invoice[0]!, on("2026-11-21"), stamp));
    assert.deepEqual(titles(), ["Two", "One"]);
  });

  it("asks for a deposit once, and takes it off once it was received", () => {
    const { stamp, change, book, project } = start();
    assert.equal(depositToInvoice(book(), project()), undefined);
    change([revised("project", project(), { deposit: { amount: money(500) } }, stamp)]);
    assert.deepEqual(depositToInvoice(book(), project()), money(500));
    assert.equal(depositToDeduct(book(), project()), undefined);
    change(newInvoice({ project: project(), lines: [line(500)], forDeposit: true }, stamp).changes);
    assert.equal(depositToInvoice(book(), project()), undefined);
    change(payInvoice(book(), book().invoice[0]!, on("2026-11-22"), stamp));
    assert.equal(project().deposit?.receivedOn, "2026-11-22");
    assert.deepEqual(depositToDeduct(book(), project()), money(500));
    change(newInvoice({ project: project(), lines: [line(900)], depositDeducted: money(500) }, stamp).changes);
    assert.equal(depositToDeduct(book(), project()), undefined);
  });

  it("knows how this client pays, and by when", () => {
    const me = { names: [], emails: [], paymentDetails: [{ method: "bKash", lines: ["01700-000000"] }, { method: "Bank", lines: ["IBAN"] }] };
    assert.deepEqual(paymentLines(me, { paymentMethod: " bkash" }), ["01700-000000"]);
    assert.equal(paymentLines(me, { paymentMethod: "Payoneer" }), undefined);
    assert.equal(paymentLines(me, {}), undefined);
    assert.deepEqual(paymentLines({ ...me, paymentDetails: me.paymentDetails.slice(1) }, {}), ["IBAN"]);
    assert.equal(dueDate(on("2026-11-20"), { paymentDays: 14 }), "2026-12-04");
    assert.equal(dueDate(on("2026-11-20"), {}), undefined);
  });
});

describe("invoice numbers", () => {
  it("go on from the last one that was typed", () => {
    assert.deepEqual(readSequence("INV-0041"), { prefix: "INV-", next: 41, width: 4 });
    assert.deepEqual(readSequence("2026/7"), { prefix: "2026/", next: 7, width: 1 });
    for (const wrong of ["", "INV-", "0", "INV-000"]) assert.equal(readSequence(wrong), undefined, wrong);
    assert.equal(writtenNumber({ prefix: "INV-", next: 9, width: 4 }, 9), "INV-0009");
    assert.equal(writtenNumber({ prefix: "", next: 9 }, 12345), "12345");
  });
});

import assert from "node:assert/strict";
import { applyChanges, type Book } from "../../../../../src/core/book/book";
import { revised } from "../../../../../src/core/book/changes";
import { totalsOf } from "../../../../../src/core/book/invoicing";
import { cancelInvoice, payInvoice } from "../../../../../src/ui/commands/invoices/closeInvoice";
import { editInvoice } from "../../../../../src/ui/commands/invoices/editInvoice";
import { issueInvoice } from "../../../../../src/ui/commands/invoices/issueInvoice";
import { invoiceArgument, newInvoice, readTax } from "../../../../../src/ui/commands/invoices/newInvoice";
import { printInvoice } from "../../../../../src/ui/commands/invoices/printInvoice";
import { Cancelled } from "../../../../../src/ui/prompts/cancelled";
import type { Act } from "../../prompts/scriptedScreen";
import { now } from "../book/room";
import { acme, agreed, dollars, draft, invoiceRoom } from "./invoiceRoom";

describe("a new invoice", () => {
  it("is made of what was delivered, less the deposit that was received", async () => {
    const { book } = await draft();
    const [invoice] = book.invoice;
    assert.deepEqual(invoice?.lines, [{ text: "Catalogue", milestoneId: book.milestone[0]!.id, amount: dollars(600) }]);
    assert.deepEqual(invoice.depositDeducted, dollars(200));
    assert.deepEqual(totalsOf(invoice).due, dollars(400));
    assert.deepEqual([invoice.number, invoice.issuedOn], [undefined, undefined]);
  });

  it("adds milestones without a price, parts, hours and words of one's own, and a tax", async () => {
    const { deps, book } = invoiceRoom(
      agreed(),
      ...[{ pick: "Milestones" }, { tick: ["Checkout"] }, { type: "250" }],
      ...[{ pick: "Parts of a milestone" }, { tick: ["Catalogue page"] }, { type: "40 usd" }],
      ...[{ pick: "Hours" }, "enter" as const, { type: "7.5" }, { type: "25.50" }],
      ...[{ pick: "Something else" }, { type: "Domain" }, { type: "$12" }],
      ...[{ pick: "That is all" }, { type: "VAT 7.5%" }, { pick: "No, on a later invoice" }],
    );
    await newInvoice(acme, deps);
    const [invoice] = book().invoice;
    assert.deepEqual(invoice?.lines.map(({ text, amount }) => [text, amount.minor]), [["Checkout", 25_000], ["Catalogue page", 4_000], ["Work on Acme", 19_125], ["Domain", 1_200]]);
    assert.deepEqual(invoice.tax, { name: "VAT", percent: "7.5" });
    assert.equal(invoice.depositDeducted, undefined);
    assert.deepEqual(totalsOf(invoice).due.minor, 49_325 + 3_699);
  });

  it("asks for the deposit alone, in the client's language", async () => {
    const book = agreed();
    const open = applyChanges(book, [revised("project", book.project[0]!, { deposit: { amount: dollars(200) } }, { now })]);
    const { deps, book: after } = invoiceRoom(open, { pick: "The deposit" }, "enter", { type: "" });
    await newInvoice(acme, deps);
    assert.deepEqual([after().invoice[0]?.forDeposit, after().invoice[0]?.lines], [true, [{ text: "Deposit for Acme", amount: dollars(200) }]]);
  });

  it("begins with what it is owed for: a milestone, the deposit, or all of it at its budget", async () => {
    const ofMilestone = invoiceRoom(agreed(), { pick: "That is all" }, { type: "" }, { pick: "No, on a later invoice" });
    await newInvoice({ kind: "milestone", recordId: agreed().milestone[0]!.id }, ofMilestone.deps);
    assert.deepEqual(ofMilestone.book().invoice[0]?.lines.map(({ text, amount }) => [text, amount]), [["Catalogue", dollars(600)]]);

    const book = agreed();
    const unpaid = applyChanges(book, [revised("project", book.project[0]!, { deposit: { amount: dollars(200) }, budget: dollars(900) }, { now })]);
    const begin = async (whatFor: string, from: Book, ...acts: Act[]) => {
      const made = invoiceRoom(from, ...acts);
      await newInvoice(invoiceArgument({ kind: "project", recordId: "acme-project", whatFor }), made.deps);
      return made.book();
    };
    const asked = await begin("deposit", unpaid, "enter", { type: "" });
    assert.deepEqual([asked.invoice[0]?.forDeposit, asked.invoice[0]?.lines[0]?.amount], [true, dollars(200)]);
    const whole = await begin("project", unpaid, "enter", "enter", { pick: "That is all" }, { type: "" });
    assert.deepEqual(whole.invoice[0]?.lines, [{ text: "Acme", amount: dollars(900) }]);
    // What is on an invoice by now is not begun with again.
    const again = await begin("deposit", asked, { pick: "Something else" }, { type: "Domain" }, { type: "12" }, { pick: "That is all" }, { type: "" });
    assert.deepEqual(again.invoice[1]?.lines.map(({ text }) => text), ["Domain"]);
  });

  it("has one currency", async () => {
    const { deps } = invoiceRoom(agreed(), { pick: "Milestones" }, "enter", { pick: "Something else" }, { type: "x" }, { type: "500 BDT" });
    await assert.rejects(newInvoice(acme, deps), /refused: An invoice has one currency/);
  });

  it("is not written to clients of a marketplace", async () => {
    const book = agreed();
    for (const place of ["fiverr", "upwork"] as const) {
      const { deps, said, book: after } = invoiceRoom(applyChanges(book, [revised("client", book.client[0]!, { place }, { now })]));
      await assert.rejects(newInvoice(acme, deps), Cancelled);
      assert.equal(said.length, 1);
      assert.equal(after().invoice.length, 0);
    }
  });

  it("reads taxes as they are typed", () => {
    assert.deepEqual([readTax("VAT 15%"), readTax("ভ্যাট ৭.৫"), readTax(""), readTax("15%"), readTax("VAT")], [{ name: "VAT", percent: "15" }, { name: "ভ্যাট", percent: "7.5" }, false, undefined, undefined]);
  });
});

describe("an invoice's way", () => {
  it("goes over its draft, its number, the printed page and the day of payment", async () => {
    const { book, node } = await draft();
    const issued = invoiceRoom(book, { type: "4 dec" }, { type: "bKash 01700-000000; personal" }, "enter");
    await issueInvoice(node, issued.deps);
    const [invoice] = issued.book().invoice;
    assert.deepEqual([invoice?.number, invoice?.issuedOn, invoice?.dueOn, invoice?.payment], ["INV-0001", "2026-11-21", "2026-12-04", ["bKash 01700-000000", "personal"]]);
    assert.equal(issued.book().project[0]?.paymentDays, 13);
    assert.deepEqual(issued.book().me.paymentDetails, [{ method: "Bank", lines: ["bKash 01700-000000", "personal"] }]);
    assert.deepEqual(issued.said.at(-1)?.actions.map(({ label }) => label), ["Tell the client", "Save invoice for printing", "Undo"]);

    const printed = invoiceRoom(issued.book());
    await printInvoice(node, undefined, printed.deps);
    assert.match(printed.files.get("INV-0001 Acme.html") ?? "", /<td class="number">\$400<\/td>/);
    await printed.said[0]?.actions[0]?.run();
    assert.deepEqual(printed.opened, ["INV-0001 Acme.html"]);

    const paid = invoiceRoom(issued.book(), "enter");
    await payInvoice(node, paid.deps);
    assert.equal(paid.book().invoice[0]?.paidOn, "2026-11-21");
  });

  it("asks what it knows already no more", async () => {
    const first = await draft();
    const one = invoiceRoom(first.book, { type: "4 dec" }, { type: "bKash" }, "enter");
    await issueInvoice(first.node, one.deps);
    const made = invoiceRoom(one.book(), { pick: "Something else" }, { type: "Domain" }, { type: "12" }, { pick: "That is all" }, { type: "" });
    const recordId = await newInvoice(acme, made.deps);
    const two = invoiceRoom(made.book(), "enter");
    await issueInvoice({ kind: "invoice", recordId }, two.deps);
    assert.deepEqual([two.book().invoice[1]?.number, two.book().invoice[1]?.dueOn, two.book().invoice[1]?.payment], ["INV-0002", "2026-12-06", ["bKash"]]);
    // So many days on is a Friday, which is off in Dhaka: it is due on the Sunday after it.
    assert.equal(two.book().project[0]?.paymentDays, 13);
  });

  it("proposes a day on which the client works, and remembers the usual number of days", async () => {
    const { book, node } = await draft();
    const friday = applyChanges(book, [revised("client", book.client[0]!, { workingTime: { days: [1, 2, 3, 4], start: "09:00" as never, end: "17:00" as never } }, { now })]);
    const { deps, screen, book: after } = invoiceRoom(friday, "enter", { type: "bKash" }, "enter");
    await issueInvoice(node, deps);
    // Fourteen days after Saturday, 21 November is a Saturday again.
    assert.deepEqual([screen.shown[0]?.offered, after().invoice[0]?.dueOn, after().project[0]?.paymentDays], ["2026-12-07", "2026-12-07", 14]);
  });

  it("stands as it is once it was issued, and keeps its number when it is cancelled", async () => {
    const { book, node } = await draft();
    const issued = invoiceRoom(book, { type: "4 dec" }, { type: "" }, "enter");
    await issueInvoice(node, issued.deps);
    const edit = invoiceRoom(issued.book());
    await editInvoice(node, edit.deps);
    assert.match(edit.said[0]?.text ?? "", /INV-0001 was issued and stands as it is/);
    const cancelled = invoiceRoom(issued.book());
    await cancelInvoice(node, cancelled.deps);
    assert.deepEqual([cancelled.book().invoice[0]?.number, cancelled.book().invoice[0]?.cancelledOn], ["INV-0001", "2026-11-21"]);
    const pay = invoiceRoom(cancelled.book());
    await payInvoice(node, pay.deps);
    assert.equal(pay.book().invoice[0]?.paidOn, undefined);
  });

  it("can be changed and put away while it is a draft", async () => {
    const { book, node } = await draft();
    const edited = invoiceRoom(book, { pick: "Catalogue" }, { pick: "Change it" }, { type: "The catalogue" }, { type: "650" }, { pick: "Remark" }, { type: "Thanks" }, "escape");
    await assert.rejects(editInvoice(node, edited.deps), Cancelled);
    const [invoice] = edited.book().invoice;
    assert.deepEqual([invoice?.lines[0]?.text, invoice?.lines[0]?.amount, invoice?.remark], ["The catalogue", dollars(650), "Thanks"]);
    const gone = invoiceRoom(book);
    await cancelInvoice(node, gone.deps);
    assert.ok(gone.book().invoice[0]?.archivedAt);
  });
});

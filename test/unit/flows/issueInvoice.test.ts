import assert from "node:assert/strict";
import { applyChanges, emptyBook, type Book, type BookChange } from "../../../src/core/book/book";
import { newInvoice, sequenceOf } from "../../../src/core/book/invoicing";
import { addClient } from "../../../src/core/book/clientChanges";
import type { InvoiceNumbers } from "../../../src/core/ports/invoices";
import type { Instant, PlainDate } from "../../../src/core/time/types";
import { issueInvoice } from "../../../src/flows/issueInvoice";
import { createInvoiceNumbers } from "../../../src/storage/invoiceNumbers";
import { tempFolders } from "../storage/tempFolder";

const now = "2026-11-20T11:00:00.000Z" as Instant;
const issuing = { on: "2026-11-20" as PlainDate, dueOn: "2026-12-04" as PlainDate, payment: ["bKash"] };

/** One window: a book in memory with so many draft invoices, the same ids in every window. */
function window(numbers: InvoiceNumbers, drafts: number) {
  let ids = 0;
  const stamp = { now, newId: () => `id${++ids}` };
  const { changes, project } = addClient({ name: "Acme", scopes: [], size: "large", channel: "email", language: "en" }, stamp);
  let current: Book = applyChanges(emptyBook, changes);
  const made = Array.from({ length: drafts }, () => newInvoice({ project, lines: [{ text: "Work", amount: { minor: 100, currency: "USD" } }] }, stamp));
  current = applyChanges(current, made.flatMap((each) => each.changes));
  const book = { current: () => current, change: (more: readonly BookChange[]) => Promise.resolve(void (current = applyChanges(current, more))) };
  const issue = (at: number) => issueInvoice(made[at]!.invoice.id, issuing, { book, numbers, clock: { now: () => now } });
  return { issue, book: () => current };
}

const tempFolder = tempFolders();

describe("issuing an invoice", () => {
  it("gives it the next number, its dates and how to pay, and goes on from there", async () => {
    const { issue, book } = window(createInvoiceNumbers(tempFolder()), 2);
    const first = await issue(0);
    assert.deepEqual([first?.number, first?.issuedOn, first?.dueOn, first?.payment], ["INV-0001", "2026-11-20", "2026-12-04", ["bKash"]]);
    assert.equal((await issue(1))?.number, "INV-0002");
    assert.deepEqual(sequenceOf(book().me), { prefix: "INV-", next: 3, width: 4 });
  });

  it("gives no number twice to two windows that know nothing of each other", async () => {
    const folder = tempFolder();
    const [one, other] = [window(createInvoiceNumbers(folder), 20), window(createInvoiceNumbers(folder), 20)];
    const all = await Promise.all(Array.from({ length: 20 }, (_, at) => [one.issue(at), other.issue(at)]).flat());
    assert.equal(new Set(all.map((invoice) => invoice?.number)).size, 40);
  });

  it("does not number one that has its number, nor one that is gone", async () => {
    const { issue } = window(createInvoiceNumbers(tempFolder()), 1);
    assert.equal((await issue(0))?.number, "INV-0001");
    assert.equal((await issue(0))?.number, "INV-0001");
    assert.equal(await issueInvoice("nobody", issuing, { book: { current: () => emptyBook, change: () => Promise.resolve() }, numbers: createInvoiceNumbers(tempFolder()), clock: { now: () => now } }), undefined);
  });

  it("passes over a number that an invoice of the book has, and one that was claimed and lost", async () => {
    const folder = tempFolder();
    const numbers = createInvoiceNumbers(folder);
    assert.equal(await numbers.claim("INV-0001"), true);
    assert.equal(await createInvoiceNumbers(folder).claim("INV-0001"), false);
    const { issue } = window(numbers, 1);
    assert.equal((await issue(0))?.number, "INV-0002");
  });
});

import type { Id } from "../core/book/fields";
import type { Invoice } from "../core/book/invoice";
import { isNumberTaken, issueInvoice as issued, sequenceOf, writtenNumber, type Issuing } from "../core/book/invoicing";
import { recordById } from "../core/book/queries";
import type { InvoiceNumbers } from "../core/ports/invoices";
import type { BookStore } from "../core/ports/book";
import type { Clock } from "../core/ports/clock";

export interface IssueInvoiceDeps {
  readonly book: Pick<BookStore, "current" | "change">;
  readonly numbers: InvoiceNumbers;
  readonly clock: Pick<Clock, "now">;
}

const mostTries = 10_000;

/**
 * Gives a draft its number and its date. The number is claimed first, so that two windows never give the same one; one that
 * was claimed and did not come into the book is lost, and never used again. An invoice that has a number keeps it.
 */
export const issueInvoice = (invoiceId: Id, issuing: Omit<Issuing, "number">, deps: IssueInvoiceDeps): Promise<Invoice | undefined> =>
  deps.numbers.alone(async () => {
    const stands = () => recordById(deps.book.current(), "invoice", invoiceId);
    if (stands()?.issuedOn !== undefined) return stands();
    const { number, next } = await claimNumber(deps);
    const invoice = stands();
    if (!invoice || invoice.issuedOn !== undefined) return invoice;
    const { me } = deps.book.current();
    const stamp = { now: deps.clock.now() };
    await deps.book.change([...issued(invoice, { ...issuing, number }, stamp), { op: "me", me: { ...me, invoiceSequence: { ...sequenceOf(me), next: Math.max(next, sequenceOf(me).next) } } }]);
    return stands();
  });

async function claimNumber({ book, numbers }: IssueInvoiceDeps): Promise<{ readonly number: string; readonly next: number }> {
  const sequence = sequenceOf(book.current().me);
  for (let place = sequence.next; place < sequence.next + mostTries; place++) {
    const number = writtenNumber(sequence, place);
    if (!isNumberTaken(book.current(), number) && (await numbers.claim(number))) return { number, next: place + 1 };
  }
  throw new Error(`No number after ${writtenNumber(sequence, sequence.next)} is free.`);
}

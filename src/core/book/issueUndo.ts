import type { Book, BookChange } from "./book";
import { revised, type Stamp } from "./changes";
import type { Id } from "./fields";
import type { Invoice } from "./invoice";
import { readSequence, sequenceOf, writtenNumber } from "./invoicing";
import type { Me } from "./me";
import { recordById } from "./queries";
import { standing, type HistoryEntry } from "./sentRecord";

/** An invoice as it was issued, and the draft and the numbers as they stood before. */
export interface Issued {
  readonly draft: Invoice;
  readonly invoice: Invoice;
  readonly sequence: Me["invoiceSequence"];
}

/**
 * What taking an issue back comes to. Numbers without a gap are the law in many countries, so that only the last one can be
 * given back, and only while no client can know it. `later`, `told`: it can be cancelled, and keeps its number. `gone`: it
 * was paid, cancelled or changed since, and stands.
 */
export type IssueBack = "draft" | "later" | "told" | "gone";

/** @param others invoices of clients that are not of this book */
export function issueBack({ invoice: { id, number, issuedOn } }: Issued, book: Book, others: readonly Invoice[], tellings: Tellings): IssueBack {
  const now = recordById(book, "invoice", id);
  if (now?.issuedOn !== issuedOn || now?.number !== number || now?.archivedAt !== undefined || now?.paidOn !== undefined || now?.cancelledOn !== undefined) return "gone";
  if (isTold(id, tellings)) return "told";
  const sequence = sequenceOf(book.me);
  const isLater = (other: Invoice) => {
    const read = other.number === undefined ? undefined : readSequence(other.number);
    return read !== undefined && read.prefix === sequence.prefix && read.next >= sequence.next;
  };
  return writtenNumber(sequence, sequence.next - 1) !== number || [...book.invoice, ...others].some(isLater) ? "later" : "draft";
}

export interface Tellings {
  readonly history: readonly HistoryEntry[];
  readonly drafts: readonly { readonly id: Id; readonly about?: { readonly invoiceId?: Id | undefined } | undefined }[];
  /** Drafts whose message is on its way, or may have arrived. */
  readonly leaving: readonly Id[];
}

const isTold = (id: Id, { history, drafts, leaving }: Tellings): boolean =>
  standing(history).some(({ about }) => about?.invoiceId === id) || drafts.some((draft) => draft.about?.invoiceId === id && leaving.includes(draft.id));

/** A draft again, and the sequence where it stood; other fields of Me as they are by now. */
export function unissued({ draft: { id, number, issuedOn, dueOn, payment }, sequence }: Issued, book: Book, stamp: Pick<Stamp, "now">): readonly BookChange[] {
  const now = recordById(book, "invoice", id);
  if (!now) return [];
  const { invoiceSequence: _, ...me } = book.me;
  return [
    revised("invoice", now, { number, issuedOn, dueOn, payment }, stamp),
    { op: "me", me: { ...me, ...(sequence && { invoiceSequence: sequence }) } },
  ];
}

import { cancelInvoice, sequenceOf, writtenNumber } from "../core/book/invoicing";
import { issueBack, unissued, type IssueBack, type Issued } from "../core/book/issueUndo";
import type { Id } from "../core/book/fields";
import { recordById } from "../core/book/queries";
import { dateIn } from "../core/time/zoned";
import type { Zone } from "../core/time/types";
import type { BookChange } from "../core/book/book";
import type { KnownClients } from "../core/ports/book";
import type { DraftStore, HistoryStore } from "../core/ports/messages";
import type { IssueInvoiceDeps } from "./issueInvoice";

export interface TakeBackIssueDeps extends IssueInvoiceDeps {
  readonly known: Pick<KnownClients, "all">;
  readonly history: Pick<HistoryStore, "all">;
  readonly drafts: Pick<DraftStore, "list">;
  /** Messages that are on their way, or may have arrived. */
  readonly leaving: () => Promise<readonly { readonly draftId: Id }[]>;
}

/** What taking this issue back would come to, as far as this machine knows. Changes nothing. */
export async function wayBack(issued: Issued, { book, numbers, known, history, drafts, leaving }: TakeBackIssueDeps): Promise<IssueBack> {
  const [parts, entries, written, waiting] = await Promise.all([known.all(), history.all(), drafts.list(), leaving()]);
  const tellings = { history: entries, drafts: written, leaving: waiting.map(({ draftId }) => draftId) };
  const way = issueBack(issued, book.current(), parts.flatMap(({ invoice }) => invoice), tellings);
  if (way !== "draft") return way;
  // Another window may have given the next one just now.
  const sequence = sequenceOf(book.current().me);
  return (await numbers.isClaimed(writtenNumber(sequence, sequence.next))) ? "later" : "draft";
}

/**
 * Makes the invoice a draft again and gives its number back, where nothing has come between since somebody was asked.
 * Resolves to what it has come to by now: only after "draft" was anything done.
 */
export const backToDraft = (issued: Issued, deps: TakeBackIssueDeps): Promise<IssueBack> =>
  deps.numbers.alone(async () => {
    const way = await wayBack(issued, deps);
    const { number } = issued.invoice;
    if (way !== "draft" || number === undefined) return way;
    // First the number: a crash between the two leaves no gap, and the book knows which number it still holds.
    await deps.numbers.release(number);
    try {
      await deps.book.change(unissued(issued, deps.book.current(), { now: deps.clock.now() }));
    } catch (error) {
      await deps.numbers.claim(number);
      throw error;
    }
    return way;
  });

/** Cancelled instead: it keeps its number. */
export function cancelling({ invoice: { id } }: Issued, { book, clock }: Pick<TakeBackIssueDeps, "book" | "clock">, zone: Zone): readonly BookChange[] {
  const now = recordById(book.current(), "invoice", id);
  return now ? cancelInvoice(now, dateIn(clock.now(), zone), { now: clock.now() }) : [];
}

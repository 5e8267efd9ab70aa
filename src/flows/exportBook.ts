import { bookOfParts, clientParts, type ClientPart } from "../core/book/clientPart";
import { exchangeText, type Exchange, type ExchangedDraft } from "../core/book/exchange";
import type { Book } from "../core/book/book";
import type { Id } from "../core/book/fields";
import { standing, type SentRecord } from "../core/book/sentRecord";
import type { AnswerStore, BookStore, DraftStore, Exchanging, HistoryStore, KnownClients } from "../core/ports";

export interface GatherDeps {
  readonly book: Pick<BookStore, "current">;
  readonly known: Pick<KnownClients, "all">;
  readonly answers: Pick<AnswerStore, "current">;
  readonly history: Pick<HistoryStore, "all">;
  readonly drafts: Pick<DraftStore, "list">;
  readonly files: Pick<Exchanging, "draftText">;
}

/** All that this machine keeps, of every workspace, but secrets and the places of repositories. */
export async function gather(deps: GatherDeps): Promise<Exchange> {
  const [book, history, drafts] = await Promise.all([wholeBook(deps), deps.history.all(), gatherDrafts(deps)]);
  return { book, answers: deps.answers.current(), history, drafts };
}

/** The book of every workspace on this machine. Where a client is in this one too, what this window shows counts. */
export async function wholeBook({ book, known }: Pick<GatherDeps, "book" | "known">): Promise<Book> {
  // In this order: once all are read, this window's book is whole, too.
  const all = await known.all();
  const here = book.current();
  const parts: readonly ClientPart[] = [...clientParts(here), ...all];
  return { ...bookOfParts(parts), me: here.me, absence: here.absence };
}

async function gatherDrafts({ drafts, files }: GatherDeps): Promise<readonly ExchangedDraft[]> {
  const gathered: ExchangedDraft[] = [];
  for (const provenance of await drafts.list()) {
    const text = await files.draftText(provenance.id);
    gathered.push({ provenance, text: text ?? provenance.rendered });
  }
  return gathered;
}

/** The text of one readable file with all of it. */
export const exportBook = async (deps: GatherDeps): Promise<string> => exchangeText(await gather(deps));

/** What went out to one client, oldest first, and was not taken back. */
export const messagesTo = async (clientId: Id, { history }: Pick<GatherDeps, "history">): Promise<readonly SentRecord[]> =>
  standing(await history.all()).filter((record) => record.clientId === clientId);

import { bookOfParts, clientParts, type ClientPart } from "../core/book/clientPart";
import { exchangeText, type Exchange, type ExchangedDraft } from "../core/book/exchange";
import type { Book } from "../core/book/book";
import type { Id } from "../core/book/fields";
import { standing, type SentRecord } from "../core/book/sentRecord";
import type { AnswerStore, BookStore, DraftStore, HistoryStore, KnownClients, WordingStore } from "../core/ports";

export interface GatherDeps {
  readonly book: Pick<BookStore, "current">;
  readonly known: Pick<KnownClients, "all">;
  readonly answers: Pick<AnswerStore, "current">;
  readonly wordings: Pick<WordingStore, "all">;
  readonly history: Pick<HistoryStore, "all">;
  readonly drafts: Pick<DraftStore, "list" | "texts">;
}

/** All that this machine keeps, of every workspace, but secrets and the places of repositories. */
export async function gather(deps: GatherDeps): Promise<Exchange> {
  const [book, wordings, history, drafts] = await Promise.all([wholeBook(deps), deps.wordings.all(), deps.history.all(), gatherDrafts(deps)]);
  return { book, answers: deps.answers.current(), wordings, history, drafts };
}

/** The book of every workspace on this machine. Where a client is in this one too, what this window shows counts. */
export async function wholeBook({ book, known }: Pick<GatherDeps, "book" | "known">): Promise<Book> {
  // In this order: once all are read, this window's book is whole, too.
  const all = await known.all();
  const here = book.current();
  const parts: readonly ClientPart[] = [...clientParts(here), ...all];
  return { ...bookOfParts(parts), me: here.me, absence: here.absence };
}

async function gatherDrafts({ drafts }: GatherDeps): Promise<readonly ExchangedDraft[]> {
  const all = await drafts.list();
  const texts = await drafts.texts(all.map(({ id }) => id));
  return all.map((provenance) => ({ provenance, text: texts.get(provenance.id) ?? provenance.rendered }));
}

/** The text of one readable file with all of it. */
export const exportBook = async (deps: GatherDeps): Promise<string> => exchangeText(await gather(deps));

/** What went out to one client, oldest first, and was not taken back. */
export const messagesTo = async (clientId: Id, { history }: Pick<GatherDeps, "history">): Promise<readonly SentRecord[]> =>
  standing(await history.all()).filter((record) => record.clientId === clientId);

import { bookOfParts, clientParts, type ClientPart } from "../core/book/clientPart";
import { exchangeText, type Exchange, type ExchangedDraft, type ExchangedFile } from "../core/book/exchange";
import type { Book } from "../core/book/book";
import type { Id } from "../core/book/fields";
import { standing, type SentRecord } from "../core/book/sentRecord";
import type { AnswerStore, BookStore, KnownClients, NotRead } from "../core/ports/book";
import type { DraftStore, Exchanging, HistoryStore, WordingStore } from "../core/ports/messages";

export interface GatherDeps {
  readonly book: Pick<BookStore, "current">;
  readonly known: Pick<KnownClients, "all">;
  readonly answers: Pick<AnswerStore, "current">;
  readonly wordings: Pick<WordingStore, "all">;
  readonly history: Pick<HistoryStore, "all">;
  readonly drafts: Pick<DraftStore, "list" | "texts">;
  readonly files: Pick<Exchanging, "readFile" | "templates" | "waiting">;
}

/** An export is one text that is read as a whole: larger files stay out of it, and are named. Bytes, before they are put as text. */
const mostOfOne = 5 * 1024 * 1024;
const mostOfAll = 20 * 1024 * 1024;

/**
 * All that this machine keeps, of every workspace, but secrets and the places of repositories.
 * @param reads what else is read: the attached files of drafts, as a whole; templates of the user's own, and what waits to be sent
 */
export async function gather(deps: GatherDeps, reads: { readonly files: boolean; readonly rest: boolean }): Promise<Gathered> {
  const unread: string[] = [];
  const notRead = (name: string) => void unread.push(name);
  const [book, wordings, history, { drafts, textless }] = await Promise.all([wholeBook(deps, notRead), deps.wordings.all(), deps.history.all(notRead), gatherDrafts(deps, notRead)]);
  const files = reads.files ? await gatherFiles(drafts, deps, notRead) : { files: [], leftOut: [] };
  const [templates, waiting] = reads.rest ? await Promise.all([deps.files.templates(notRead), deps.files.waiting(notRead)]) : [[], []];
  return { book, answers: deps.answers.current(), wordings, history, drafts, textless, ...files, templates, waiting, notRead: unread };
}
interface Gathered extends Exchange {
  readonly files: readonly ExchangedFile[];
  /** The names of attached files that are too large. */
  readonly leftOut: readonly string[];
  /** Drafts whose text is there and cannot be read: theirs is as it was rendered once, and not what was made of it. */
  readonly textless: ReadonlySet<Id>;
  /** The names of files that are not in it, because they could not be read. */
  readonly notRead: readonly string[];
}

/** The files of drafts; what was sent has its files in its draft, too. Newest drafts first, where there are too many. */
async function gatherFiles(drafts: readonly ExchangedDraft[], { files }: Pick<GatherDeps, "files">, notRead: NotRead): Promise<Pick<Gathered, "files" | "leftOut">> {
  const found: ExchangedFile[] = [];
  const leftOut: string[] = [];
  let room = mostOfAll;
  for (const { provenance } of drafts.toSorted((a, b) => (a.provenance.createdAt < b.provenance.createdAt ? 1 : -1))) {
    for (const { name, url } of provenance.attachments ?? []) {
      if (url !== undefined) continue;
      const file = await files.readFile(provenance.id, name, Math.min(mostOfOne, room)).catch(() => undefined);
      if (file === undefined) notRead(name);
      else if (file === "tooLarge") leftOut.push(name);
      else {
        found.push(file);
        room -= file.size;
      }
    }
  }
  return { files: found, leftOut };
}

/** The book of every workspace on this machine. Where a client is in this one too, what this window shows counts. */
export async function wholeBook({ book, known }: Pick<GatherDeps, "book" | "known">, notRead?: NotRead): Promise<Book> {
  // In this order: once all are read, this window's book is whole, too.
  const all = await known.all(notRead);
  const here = book.current();
  const parts: readonly ClientPart[] = [...clientParts(here), ...all];
  return { ...bookOfParts(parts), me: here.me, absence: here.absence };
}

async function gatherDrafts({ drafts }: GatherDeps, notRead: NotRead): Promise<{ readonly drafts: readonly ExchangedDraft[]; readonly textless: ReadonlySet<Id> }> {
  const all = await drafts.list(notRead);
  const textless = new Set<Id>();
  const texts = await drafts.texts(all.map(({ id }) => id), (id) => {
    textless.add(id);
    notRead(`${id}/message.md`);
  });
  return { drafts: all.map((provenance) => ({ provenance, text: texts.get(provenance.id) ?? provenance.rendered })), textless };
}

/** The text of one readable file with all of it, and the names of files that are not in it: too large, or not to be read. */
export async function exportBook(deps: GatherDeps): Promise<{ readonly text: string; readonly leftOut: readonly string[]; readonly notRead: readonly string[] }> {
  const { leftOut, notRead, textless, ...all } = await gather(deps, { files: true, rest: true });
  const has = (id: Id) => !textless.has(id);
  return { text: exchangeText({ ...all, drafts: all.drafts.filter(({ provenance }) => has(provenance.id)), files: all.files.filter(({ draftId }) => has(draftId)) }), leftOut, notRead };
}

/** What went out to one client, oldest first, and was not taken back. */
export const messagesTo = async (clientId: Id, { history }: Pick<GatherDeps, "history">): Promise<readonly SentRecord[]> =>
  standing(await history.all()).filter((record) => record.clientId === clientId);

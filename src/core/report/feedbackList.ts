import type { Book } from "../book/book";
import type { Client } from "../book/client";
import type { Note } from "../book/note";
import { activeClients, isOpen } from "../book/queries";

export interface FeedbackRow {
  readonly note: Note;
  readonly client: Client;
}
/** What is to be put right, praise, and what is settled; each the newest first. */
export interface FeedbackList {
  readonly open: readonly FeedbackRow[];
  readonly good: readonly FeedbackRow[];
  readonly settled: readonly FeedbackRow[];
}

/** Over all clients that are not archived. */
export function feedbackList(book: Book): FeedbackList {
  const clients = new Map(activeClients(book).map((client) => [client.id, client]));
  const rows = book.note
    .filter(({ kind, archivedAt }) => kind === "feedback" && archivedAt === undefined)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .flatMap((note): readonly FeedbackRow[] => {
      const client = clients.get(note.clientId);
      return client ? [{ note, client }] : [];
    });
  const isGood = ({ note }: FeedbackRow) => note.feedback === "good";
  const open = rows.filter(({ note }) => isOpen(note));
  return { open: open.filter((row) => !isGood(row)), good: open.filter(isGood), settled: rows.filter(({ note }) => !isOpen(note)) };
}

import type { Book } from "../book/book";
import type { Id } from "../book/fields";
import type { MessageKind } from "../book/messageKind";
import { standing, type HistoryEntry, type SentRecord } from "../book/sentRecord";
import type { Instant } from "../time/types";
import { countsAsContact, type OwedSettings } from "./settings";

/** What was told to whom, laid out for quick looking up. */
export interface Told {
  /** The standing records of one kind to a client, oldest first. */
  sent(kind: MessageKind, clientId: Id): readonly SentRecord[];
  /** When a message last told this note, or was about it. */
  noteTold(noteId: Id): Instant | undefined;
  /** When a client last had a message that offers a discount, a gift, a refund or free work. */
  lastIncentive(clientId: Id): Instant | undefined;
  /** When a client last had a message that counts as word, of this project or of nothing in particular. */
  lastMessage: LastWord;
}
type LastWord = (clientId: Id, projectId: Id | undefined) => Instant | undefined;

export function toldBy(history: readonly HistoryEntry[], settings: OwedSettings | undefined): Told {
  const sent = standing(history);
  const byKind = new Map<string, SentRecord[]>();
  const notes = new Map<Id, Instant>();
  const incentives = new Map<Id, Instant>();
  for (const record of sent) {
    const key = `${record.kind} ${record.clientId}`;
    const group = byKind.get(key);
    if (group) group.push(record);
    else byKind.set(key, [record]);
    // Oldest first, so that the last one stays.
    for (const id of record.noteIds) notes.set(id, record.at);
    if (record.about?.noteId !== undefined) notes.set(record.about.noteId, record.at);
    if (record.incentive === true) incentives.set(record.clientId, record.at);
  }
  return {
    sent: (kind, clientId) => byKind.get(`${kind} ${clientId}`) ?? none,
    noteTold: (noteId) => notes.get(noteId),
    lastIncentive: (clientId) => incentives.get(clientId),
    lastMessage: lastOf(sent.filter(({ kind }) => countsAsContact(settings, kind))),
  };
}

/** Contacts that were logged by hand. */
export const contactsIn = (book: Book): LastWord =>
  lastOf(
    book.note
      .filter((note) => note.kind === "contact" && note.archivedAt === undefined)
      .map(({ clientId, projectId, at, createdAt }) => ({ clientId, at: at ?? createdAt, ...(projectId !== undefined && { projectId }) })),
  );

const none: readonly never[] = [];

export const latest = (...times: readonly (Instant | undefined)[]): Instant | undefined =>
  times.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);

/** The last of them by project id, and by client id for those about no project in particular. */
function lastOf(words: readonly { readonly clientId: Id; readonly projectId?: Id; readonly at: Instant }[]): LastWord {
  const last = new Map<Id, Instant>();
  for (const { clientId, projectId, at } of words) {
    const key = projectId ?? clientId;
    const known = last.get(key);
    if (known === undefined || at > known) last.set(key, at);
  }
  return (clientId, projectId) => latest(last.get(clientId), projectId === undefined ? undefined : last.get(projectId));
}

import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import type { MessageKind } from "../book/messageKind";
import type { Note } from "../book/note";
import type { SentRecord } from "../book/sentRecord";
import type { Instant } from "../time/types";
import { countsAsContact, type OwedSettings } from "./settings";

interface Word {
  readonly projectId?: Id;
  readonly at: Instant;
}
type LastWord = (projectId: Id | undefined) => Instant | undefined;

/** What one client was told, laid out for quick looking up. */
export interface Told {
  /** The records of one kind, oldest first. */
  sent(kind: MessageKind): readonly SentRecord[];
  /** When a message last told this note or was about it, or it was talked over. */
  noteTold(noteId: Id): Instant | undefined;
  /** When a milestone or a meeting was last talked over in a call or a chat that was logged by hand. */
  talkedOver(recordId: Id): Instant | undefined;
  /** When they last had a message that offers a discount, a gift, a refund or free work. */
  readonly lastIncentive: Instant | undefined;
  /** When they last had word that counts, of this project or of nothing in particular; undefined: never. */
  readonly lastWord: LastWord;
}

/**
 * @param sent those that stand, oldest first
 * @param until word that is dated later was dated by a clock that ran ahead, and begins no rhythm anew
 */
export function toldBy(sent: readonly SentRecord[], notes: readonly Note[], client: Client, settings: OwedSettings | undefined, until: Instant): Told {
  const byKind = new Map<MessageKind, SentRecord[]>();
  const told = new Map<Id, Instant>();
  let lastIncentive: Instant | undefined;
  for (const record of sent) {
    const group = byKind.get(record.kind);
    if (group) group.push(record);
    else byKind.set(record.kind, [record]);
    // Oldest first, so that the last one stays.
    for (const id of record.noteIds) told.set(id, record.at);
    if (record.about?.noteId !== undefined) told.set(record.about.noteId, record.at);
    if (record.incentive === true) lastIncentive = record.at;
  }
  const contacts = notes.filter((note) => note.kind === "contact" && wordOf(note).at <= until);
  const talked = new Map<Id, Instant>();
  for (const contact of contacts) for (const id of contact.tells ?? none) talked.set(id, latest(talked.get(id), wordOf(contact).at) ?? wordOf(contact).at);
  const counting = sent.filter(({ kind, at }) => at <= until && countsAsContact(settings, client, kind));
  return {
    sent: (kind) => byKind.get(kind) ?? none,
    noteTold: (noteId) => latest(told.get(noteId), talked.get(noteId)),
    talkedOver: (recordId) => talked.get(recordId),
    lastIncentive,
    lastWord: lastOf(countsAsContact(settings, client, "contact") ? [...counting, ...contacts.map(wordOf)] : counting),
  };
}

const wordOf = ({ projectId, at, createdAt }: Note): Word => ({ at: at ?? createdAt, ...(projectId !== undefined && { projectId }) });

const none: readonly never[] = [];

const latest = (...times: readonly (Instant | undefined)[]): Instant | undefined =>
  times.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);

/** The last of them by project, and of those about no project in particular. */
function lastOf(words: readonly Word[]): LastWord {
  const last = new Map<Id | undefined, Instant>();
  for (const { projectId, at } of words) {
    const known = last.get(projectId);
    if (known === undefined || at > known) last.set(projectId, at);
  }
  return (projectId) => latest(last.get(undefined), last.get(projectId));
}

import type { BookChange } from "./book";
import { created, revised, type Fields, type Stamp } from "./changes";
import type { Client } from "./client";
import type { Note, NoteKind } from "./note";
import type { Project } from "./project";
import type { Instant } from "../time/types";

export type NewNote = Omit<Fields<"note">, "forUpdate" | "settledAt"> & {
  /** Absent: by the kind. */
  readonly forUpdate?: boolean | undefined;
};

/** What a client ought to hear of unless the writer says otherwise. All else is private until it is released. */
export const toldByDefault = (kind: NoteKind): boolean =>
  kind === "done" || kind === "question" || kind === "blocker" || kind === "decision" || kind === "request";

/** Kinds that happened at a time of their own. */
const happens = (kind: NoteKind): boolean => kind === "done" || kind === "request" || kind === "contact";

export function addNote(input: NewNote, stamp: Stamp): { readonly changes: readonly BookChange[]; readonly note: Note } {
  const put = created(
    "note",
    {
      ...input,
      forUpdate: input.forUpdate ?? toldByDefault(input.kind),
      at: input.at ?? (happens(input.kind) ? stamp.now : undefined),
    },
    stamp,
  );
  return { changes: [put], note: put.record };
}

/** Answered, solved, kept or told: no longer open. */
export const settleNote = (note: Note, stamp: Pick<Stamp, "now">): readonly BookChange[] =>
  note.settledAt === undefined ? [revised("note", note, { settledAt: stamp.now }, stamp)] : [];

/** Once it is settled, the client has what they asked for, or what they did not like is put right. A change that was answered is agreed or declined, not done. */
export const seenTo = ({ kind, feedback, change }: Note): boolean => (kind === "request" && change?.said === undefined) || (kind === "feedback" && feedback !== "good");

export const reopenNote = (note: Note, stamp: Pick<Stamp, "now">): readonly BookChange[] =>
  note.settledAt === undefined ? [] : [revised("note", note, { settledAt: undefined }, stamp)];

/**
 * A call or a chat that counts as word given. Without a project it counts for every project of the client.
 * @param at when it was, which may be earlier than now
 * @param heard what it settles or tells; nothing else that is open counts as talked over
 */
export function logContact(
  client: Client,
  project: Project | undefined,
  text: string,
  at: Instant,
  stamp: Stamp,
  heard: Pick<Note, "way" | "settles" | "tells"> = {},
): readonly BookChange[] {
  const about = { clientId: client.id, projectId: project?.id };
  return addNote({ ...about, kind: "contact", text, at, forUpdate: false, ...heard }, stamp).changes;
}

/** Questions and plain requests that were talked over are answered; problems go on, and a change waits for its yes or no. */
export const answerNotes = (notes: readonly Note[], stamp: Pick<Stamp, "now">): readonly BookChange[] =>
  notes.filter(({ kind, change }) => kind === "question" || (kind === "request" && change === undefined)).flatMap((note) => settleNote(note, stamp));

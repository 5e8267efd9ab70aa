import { recordKinds, type Book } from "../../../../src/core/book/book";
import type { Note } from "../../../../src/core/book/note";
import type { Instant, PlainDate } from "../../../../src/core/time/types";
import { sampleBook } from "../../core/book/exchanges";
import { now, type openWindow } from "../../flows/machine";

/** Ids as they are, and what was written when: an undone record has a later revision. */
export function content(book: Book): unknown {
  const plain = (record: object) => Object.fromEntries(Object.entries(record).filter(([field]) => field !== "rev" && field !== "changedAt"));
  return { me: book.me, ...Object.fromEntries(recordKinds.map((kind) => [kind, [...book[kind]].sort((a, b) => (a.id < b.id ? -1 : 1)).map(plain)])) };
}

/** The sample, and beside every kind of record one that was archived, a settled note and a change that waits for its answer. */
function startBook(): Book {
  const book = sampleBook();
  const archivedAt = now;
  const [project, milestone, note] = [book.project[0]!, book.milestone[0]!, book.note[0]!];
  const { linked, ofSeries, cancelledAt, movedFrom, recurs, except, ...meeting } = book.meeting[0]!;
  const { number, issuedOn, dueOn, paidOn, cancelledOn, ...draft } = book.invoice[0]!;
  const own = (id: string, more: Partial<Note>): Note => ({ id, rev: 1, createdAt: now, changedAt: now, kind: "note", text: id, clientId: project.clientId, projectId: project.id, forUpdate: true, ...more });
  return {
    ...book,
    client: [...book.client, { ...book.client[0]!, id: "c-old", name: "Old", archivedAt }],
    project: [...book.project, { ...project, id: "j-old", name: "Old", archivedAt, scopes: [] }, { ...project, id: "j-hand", name: "By hand", scopes: [], goesLive: { by: "hand" } }],
    milestone: [...book.milestone, { ...milestone, id: "m-old", archivedAt }],
    note: [...book.note, { ...note, id: "n-old", archivedAt }, own("n-done", { settledAt: now }), own("n-ask", { kind: "request", change: {} })],
    meeting: [...book.meeting, { ...meeting, id: "t-next", startsAt: "2026-11-25T10:00:00.000Z" as Instant, urgent: false }, { ...meeting, id: "t-last", startsAt: "2026-11-20T10:00:00.000Z" as Instant }],
    invoice: [...book.invoice, { ...draft, id: "i-draft" }, { ...draft, id: "i-open", number: "R-7", issuedOn: "2026-11-20" as PlainDate, dueOn: "2026-12-04" as PlainDate }],
  };
}

/** A window whose book is that one. */
export async function fill({ book }: ReturnType<typeof openWindow>): Promise<void> {
  const start = startBook();
  await book.change([{ op: "me", me: start.me }, ...recordKinds.flatMap((kind) => start[kind].map((record) => ({ op: "put", kind, record }) as never))]);
}

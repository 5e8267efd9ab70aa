import { applyChanges, emptyBook, type Book } from "../../../../src/core/book/book";
import { addClient, addProject, type NewClient } from "../../../../src/core/book/clientChanges";
import type { Stamp } from "../../../../src/core/book/changes";
import type { Client } from "../../../../src/core/book/client";
import type { Project } from "../../../../src/core/book/project";
import type { HistoryEntry, SentRecord } from "../../../../src/core/book/sentRecord";
import type { OwedInput } from "../../../../src/core/owed/desk";
import type { Instant, PlainDate, PlainTime, Zone } from "../../../../src/core/time/types";
import { instantOf } from "../../../../src/core/time/zoned";

export const dhaka = "Asia/Dhaka" as Zone;
export const london = "Europe/London" as Zone;
export const newYork = "America/New_York" as Zone;

/** "2026-11-19 17:00" on the clocks of a zone. */
export const on = (text: string, zone: Zone = dhaka): Instant => instantOf(text.slice(0, 10) as PlainDate, text.slice(11) as PlainTime, zone);

export function stampAt(now: Instant, prefix = "id"): Stamp {
  let n = 0;
  return { now, newId: () => `${prefix}-${String(++n)}` };
}

export interface Sample {
  readonly book: Book;
  readonly client: Client;
  readonly project: Project;
}

/** A book with one client and one project, both made at `at`. */
export function bookWith(at: Instant, client: Partial<NewClient> = {}, project: Partial<Project> = {}): Sample {
  const input: NewClient = { name: "Acme", scopes: [], size: "large", channel: "copy", language: "en", zone: london, ...client };
  const added = addClient(input, stampAt(at));
  const changed = { ...added.project, ...project };
  const book = applyChanges(emptyBook, [...added.changes, { op: "put", kind: "project", record: changed }]);
  return { book, client: added.client, project: changed };
}

export function withSecondProject(sample: Sample, at: Instant, fields: Partial<Project> = {}): Sample {
  const added = addProject({ clientId: sample.client.id, name: "Second", size: "large", ...fields }, stampAt(at, "second"));
  return { ...sample, book: applyChanges(sample.book, added.changes), project: added.project };
}

export const sent = (sample: Sample, at: Instant, more: Partial<SentRecord> = {}): SentRecord => ({
  version: 2,
  what: "sent",
  outcome: "handedOver",
  id: `sent-${at}`,
  clientId: sample.client.id,
  projectId: sample.project.id,
  kind: "progress",
  language: "en",
  channel: "copy",
  at,
  text: "Hi Sara",
  told: [],
  readUpTo: {},
  noteIds: [],
  ...more,
});

export const asked = (book: Book, now: Instant, history: readonly HistoryEntry[] = [], more: Partial<OwedInput> = {}): OwedInput => ({
  book,
  history,
  answers: [],
  now,
  zone: dhaka,
  ...more,
});

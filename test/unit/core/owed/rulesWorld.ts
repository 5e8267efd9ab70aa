import { applyChanges, type Book, type RecordKind, type RecordTypes } from "../../../../src/core/book/book";
import type { Client } from "../../../../src/core/book/client";
import type { Milestone } from "../../../../src/core/book/milestone";
import type { Note, NoteKind } from "../../../../src/core/book/note";
import type { Project } from "../../../../src/core/book/project";
import type { SentRecord } from "../../../../src/core/book/sentRecord";
import { owed } from "../../../../src/core/owed/derive";
import type { OwedInput } from "../../../../src/core/owed/desk";
import type { Owed } from "../../../../src/core/owed/owed";
import type { RuleName } from "../../../../src/core/owed/ruleNames";
import type { Instant, PlainDate, Zone } from "../../../../src/core/time/types";
import { asked, bookWith, on, sent } from "./sample";

// London is six hours behind Dhaka in November 2026: send-by is 17:00 in Dhaka. The 19th is a Thursday, the last day of my week.
export const monday = on("2026-11-16 10:00");
export const at = (day: number, time = "10:00") => on(`2026-11-${String(day).padStart(2, "0")} ${time}`);
export const by = (day: number) => at(day, "17:00");
export const date = (text: string) => text as PlainDate;
export const usd = (minor: number) => ({ minor, currency: "USD" });

/** A book with one project and more records, looked at through one rule. */
export function world(client: Partial<Client> = {}, project: Partial<Project> = {}) {
  const sample = bookWith(monday, {}, project);
  let book: Book = applyChanges(sample.book, [{ op: "put", kind: "client", record: { ...sample.client, ...client } }]);
  const history: SentRecord[] = [];
  const more: { -readonly [K in keyof OwedInput]?: OwedInput[K] } = {};
  let n = 0;
  const base = (since: Instant) => ({ id: `r${String(n++)}`, rev: 1, createdAt: since, changedAt: since });
  const self = {
    project: sample.project,
    client: sample.client,
    put: <K extends RecordKind>(kind: K, record: RecordTypes[K]) => ((book = applyChanges(book, [{ op: "put", kind, record } as never])), record),
    note: (kind: NoteKind, fields: Partial<Note> = {}, since = monday): Note =>
      self.put("note", { ...base(since), kind, text: "Words", clientId: sample.client.id, projectId: sample.project.id, forUpdate: true, ...fields }),
    milestone: (fields: Partial<Milestone> = {}, since = monday): Milestone =>
      self.put("milestone", { ...base(since), projectId: sample.project.id, title: "Checkout", deliverables: [], state: "active", ...fields }),
    meeting: (startsAt: Instant, fields: Partial<RecordTypes["meeting"]> = {}, since = monday) =>
      self.put("meeting", { ...base(since), clientId: sample.client.id, projectId: sample.project.id, title: "Call", startsAt, minutes: 30, zone: "Europe/London" as Zone, ...fields }),
    invoice: (fields: Partial<RecordTypes["invoice"]> = {}, since = monday) =>
      self.put("invoice", { ...base(since), clientId: sample.client.id, projectId: sample.project.id, number: "2026-7", lines: [], ...fields }),
    absence: (from: string, to: string, since = monday) => self.put("absence", { ...base(since), from: date(from), to: date(to) }),
    send: (when: Instant, fields: Partial<SentRecord>) => void history.push(sent(sample, when, { id: `s${String(n++)}`, ...fields })),
    more,
    input: (now: Instant) => asked(book, now, history, more),
    all: (now: Instant) => owed(asked(book, now, history, more)),
    find: (rule: RuleName, now: Instant): readonly Owed[] => self.all(now).filter((item) => item.rule === rule),
    sendBy: (rule: RuleName, now: Instant) => self.find(rule, now).map((item) => item.sendBy),
  };
  return self;
}

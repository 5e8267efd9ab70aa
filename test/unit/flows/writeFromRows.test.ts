import assert from "node:assert/strict";
import english from "../../../l10n/bundle.l10n.json";
import { applyChanges, type Book } from "../../../src/core/book/book";
import { created } from "../../../src/core/book/changes";
import type { NoteKind } from "../../../src/core/book/note";
import { recordById } from "../../../src/core/book/queries";
import type { MessagePrompts } from "../../../src/core/drafting/kinds/asking";
import type { AboutWhat } from "../../../src/core/drafting/kinds/kind";
import { allDefinitions } from "../../../src/core/drafting/kinds/registry";
import { exampleAnswer } from "../../../src/core/drafting/templates/exampleAnswer";
import { makeSay } from "../../../src/core/language/makeSay";
import type { Instant, PlainDate, Zone } from "../../../src/core/time/types";
import type { WriteMessageDeps } from "../../../src/flows/message/request";
import { writeMessage } from "../../../src/flows/writeMessage";
import { writeArgument } from "../../../src/ui/commands/draft/writeArgument";
import { openDesk } from "./desk";

// "Write to Client…" stands on every row and offers every kind of message: none may come out about the wrong record.

const say = makeSay({ bundle: english, language: "en", digits: "latin", format: (text, values) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name) });
const noteKinds: readonly NoteKind[] = ["note", "question", "blocker", "decision", "feedback", "promise", "done", "request", "contact"];
const isPrivate = "not for the client";

async function deskWithRows() {
  const desk = await openDesk({ repos: [], project: { status: "active", deliveredAt: "2026-11-18T06:00:00.000Z" as Instant } });
  const stamp = { now: desk.deps.clock.now(), newId: desk.deps.newId };
  const of = { clientId: desk.client().id, projectId: desk.project().id };
  const amount = { minor: 90_000, currency: "USD" };
  const invoice = { ...of, lines: [{ text: "Catalogue", amount }] };
  const records = [
    created("milestone", { projectId: of.projectId, title: "Checkout", deliverables: [], state: "active", due: { by: "date", on: "2026-11-26" as PlainDate } }, stamp),
    created("meeting", { ...of, title: "Call", startsAt: "2026-11-24T06:00:00.000Z" as Instant, minutes: 30, zone: "Asia/Dhaka" as Zone }, stamp),
    created("invoice", invoice, stamp),
    created("invoice", { ...invoice, number: "INV-7", issuedOn: "2026-11-17" as PlainDate, dueOn: "2026-11-19" as PlainDate }, stamp),
    created("note", { ...of, kind: "note", text: "A thing that went wrong", forUpdate: false, outline: { events: [] } }, stamp),
    ...noteKinds.map((kind) => created("note", { ...of, kind, text: `${isPrivate}: ${kind}`, forUpdate: false }, stamp)),
  ];
  const book = applyChanges(desk.book.current(), records);
  const rows = [
    { sort: "client", id: of.clientId },
    { sort: "project", id: of.projectId },
    ...records.map(({ kind, record }) => ({ sort: kind === "note" ? `${record.kind} note` : kind, id: record.id })),
  ];
  return { desk, book, rows };
}

/** Leaves empty what may be, answers the rest as an example would, and takes the first that is offered. */
function answering({ now, zone }: { readonly now: Instant; readonly zone: Zone }): MessagePrompts {
  return {
    interview(_, begin, questions) {
      let state = begin;
      for (let [need] = questions.needs(state); need; [need] = questions.needs(state)) state = questions.take(state, need, need.optional ? undefined : exampleAnswer(need, { now, zone, say }));
      return Promise.resolve({ state, finished: true });
    },
    pickAbout: (_, choices, orNew) => Promise.resolve(orNew ? "new" : choices[0]),
    pickForm: (_, forms) => Promise.resolve(forms[0]?.value),
  };
}

/** Whether the one record that a message says to be about is of the sort that its kind is about. */
function isAboutRight(what: AboutWhat | undefined, about: Readonly<Record<string, unknown>>, book: Book): boolean {
  const ids = Object.keys(about).filter((name) => name.endsWith("Id"));
  const note = typeof about["noteId"] === "string" ? recordById(book, "note", about["noteId"]) : undefined;
  switch (what) {
    case undefined:
      return ids.every((name) => name === "milestoneId" || (name === "noteId" && (note?.kind === "request" || note?.kind === "promise")));
    // What was agreed in a talk that was logged is told like what a meeting decided.
    case "meeting":
      return ids.length === 1 && (ids[0] === "meetingId" || note?.kind === "contact");
    case "milestone":
    case "invoice":
    case "absence":
      return ids.every((name) => name === `${what}Id`);
    case "mistake":
      return note?.outline !== undefined && ids.length === 1;
    default:
      return note?.kind === what && ids.length === 1;
  }
}

describe("a message that is begun on a row", () => {
  for (const definition of allDefinitions()) {
    it(`of kind ${definition.kind} is about what it can be about, whichever row it is`, async () => {
      const { desk, book: begin, rows } = await deskWithRows();
      for (const { sort, id } of rows) {
        let book = begin;
        const change: WriteMessageDeps["book"]["change"] = (changes) => Promise.resolve(void (book = applyChanges(book, changes)));
        const deps: WriteMessageDeps = {
          ...desk.deps,
          book: { ...desk.book, current: () => book, change },
          drafts: { create: () => Promise.resolve("message.md") },
          prompts: { ...desk.deps.prompts, ...answering({ now: desk.deps.clock.now(), zone: desk.deps.clock.zone() }), pickProject: (projects) => Promise.resolve(projects[0]) },
          remember: change,
        };
        const named = writeArgument({ kind: sort, recordId: id }, book);
        assert.ok(named);
        const made = await writeMessage({ kind: definition.kind, ...named }, deps);
        assert.ok(made, `${sort}: cancelled`);
        if (made.is === "refused") continue;
        const { rendered, about = {} } = made.provenance;
        const fits = sort === `${String(definition.about)} note`;
        assert.ok(isAboutRight(definition.about, about, book), `${sort}: ${JSON.stringify(about)}`);
        if (!fits) assert.ok(!rendered.includes(isPrivate), `${sort}: ${rendered}`);
        assert.doesNotMatch(rendered, /\*\*\??\*\*|\$0|undefined/, sort);
      }
    });
  }
});

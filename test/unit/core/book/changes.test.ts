import assert from "node:assert/strict";
import fc from "fast-check";
import * as v from "valibot";
import { applyChanges, emptyBook, recordKinds, recordSchemas, type Book, type BookChange } from "../../../../src/core/book/book";
import { archive, created, inverse, restore, revised, standsAsLeft } from "../../../../src/core/book/changes";
import { addClient, addProject, placeOf } from "../../../../src/core/book/clientChanges";
import { acceptMilestone, addMilestone, deliverMilestone, reopenMilestone, tickDeliverable } from "../../../../src/core/book/milestoneChanges";
import { addNote, logContact, reopenNote, settleNote } from "../../../../src/core/book/noteChanges";
import type { Instant, Zone } from "../../../../src/core/time/types";
import { stampAt } from "../owed/sample";

const now = "2026-11-20T09:00:00.000Z" as Instant;
const next = "2026-11-21T09:00:00.000Z" as Instant;
const input = { name: "Acme", scopes: [], size: "large", channel: "copy", language: "en" } as const;

/** Every record of the book by its schema. */
function assertSound(book: Book): void {
  for (const kind of recordKinds) for (const record of book[kind]) assert.deepEqual(v.parse(recordSchemas[kind], record), record);
}

describe("adding a client", () => {
  it("makes a client and a first project from five answers", () => {
    const { changes, client, project } = addClient(input, stampAt(now));
    const book = applyChanges(emptyBook, changes);
    assertSound(book);
    assert.deepEqual([book.client, book.project], [[client], [project]]);
    assert.deepEqual(client.contacts.map(({ name, language, tone, usual }) => ({ name, language, tone, usual })), [{ name: "Acme", language: "en", tone: "friendly", usual: true }]);
    assert.deepEqual([project.clientId, project.status, project.goesLive, project.size], [client.id, "active", { by: "hand" }, "large"]);
    assert.ok(!("zone" in client) && !("addressAs" in client.contacts[0]!));
  });

  it("keeps what was given", () => {
    const { client, project } = addClient({ ...input, zone: "Europe/London" as Zone, addressAs: "Sara", place: "agency", placeName: "North", contactName: "Sara Khan", tone: "formal", email: "s@acme.example", projectName: "Shop" }, stampAt(now));
    assert.deepEqual([client.zone, client.place, client.placeName, project.name], ["Europe/London", "agency", "North", "Shop"]);
    const [contact] = client.contacts;
    assert.deepEqual([contact?.name, contact?.addressAs, contact?.tone, contact?.email], ["Sara Khan", "Sara", "formal", "s@acme.example"]);
  });

  it("takes the place from the channel", () => {
    assert.deepEqual((["fiverr", "upwork", "marketplace", "email", "copy", "whatsapp"] as const).map(placeOf), ["fiverr", "upwork", "marketplace", "direct", "direct", "direct"]);
  });
});

describe("revising a record", () => {
  const { client } = addClient(input, stampAt(now));

  it("counts the revision, keeps the beginning, and removes what is undefined", () => {
    const zoned = revised("client", client, { zone: "Asia/Dhaka" as Zone, needs: "A shop" }, { now: next }).record;
    assert.deepEqual([zoned.rev, zoned.createdAt, zoned.changedAt, zoned.zone], [2, now, next, "Asia/Dhaka"]);
    const without = revised("client", zoned, { zone: undefined }, { now: next }).record;
    assert.ok(!("zone" in without));
    assert.equal(without.needs, "A shop");
    assert.equal(without.rev, 3);
  });

  it("archives and restores", () => {
    const book = applyChanges(emptyBook, [{ op: "put", kind: "client", record: client }, ...archive("client", client, { now: next })]);
    assert.equal(book.client[0]?.archivedAt, next);
    const back = applyChanges(book, restore("client", book.client[0], { now: next }));
    const { rev, changedAt, ...rest } = back.client[0]!;
    assert.deepEqual({ ...rest, rev: 1, changedAt: now }, client);
    assert.deepEqual([rev, changedAt], [3, next]);
  });
});

describe("a milestone", () => {
  const { milestone } = addMilestone({ projectId: "p", title: "Checkout", deliverables: ["bKash", "Order emails"] }, stampAt(now));
  const [first, second] = milestone.deliverables;
  const only = (changes: readonly BookChange[]) => {
    assert.equal(changes.length, 1);
    return applyChanges(emptyBook, changes).milestone[0]!;
  };

  it("begins with the first tick, and is not delivered by the last", () => {
    assert.equal(milestone.state, "planned");
    const one = only(tickDeliverable(milestone, first!.id, true, { now: next }));
    assert.deepEqual([one.state, one.deliverables[0]?.doneAt, one.deliverables[1]], ["active", next, second]);
    const two = only(tickDeliverable(one, second!.id, true, { now: next }));
    assert.deepEqual([two.state, two.deliveredAt], ["active", undefined]);
    const back = only(tickDeliverable(two, first!.id, false, { now: next }));
    assert.deepEqual([back.state, back.deliverables[0]], ["active", first]);
  });

  it("does not change for a tick that is there, or for one of another milestone", () => {
    const one = only(tickDeliverable(milestone, first!.id, true, { now: next }));
    assert.deepEqual(tickDeliverable(one, first!.id, true, { now: next }), []);
    assert.deepEqual(tickDeliverable(milestone, "other", true, { now: next }), []);
  });

  it("is delivered once, accepted, and opened again", () => {
    const delivered = only(deliverMilestone(milestone, { now: next }));
    assert.deepEqual([delivered.state, delivered.deliveredAt, delivered.deliverables], ["delivered", next, milestone.deliverables]);
    assert.deepEqual(deliverMilestone(delivered, { now: next }), []);
    const accepted = only(acceptMilestone(delivered, { now: "2026-12-01T09:00:00.000Z" as Instant }));
    assert.deepEqual([accepted.state, accepted.deliveredAt], ["accepted", next]);
    const open = only(reopenMilestone(accepted, { now: next }));
    assert.deepEqual([open.state, "deliveredAt" in open], ["active", false]);
  });
});

describe("a note", () => {
  it("is for the next update or private by its kind, unless said", () => {
    const forUpdate = (kind: "done" | "question" | "note" | "contact" | "feedback", said?: boolean) =>
      addNote({ kind, text: "x", clientId: "c", forUpdate: said }, stampAt(now)).note.forUpdate;
    assert.deepEqual([forUpdate("done"), forUpdate("question"), forUpdate("note"), forUpdate("contact"), forUpdate("feedback")], [true, true, false, false, false]);
    assert.deepEqual([forUpdate("note", true), forUpdate("done", false)], [true, false]);
  });

  it("happens now where its kind happens", () => {
    const at = (kind: "request" | "note", given?: Instant) => addNote({ kind, text: "x", clientId: "c", at: given }, stampAt(next)).note.at;
    assert.deepEqual([at("request"), at("request", now), at("note")], [next, now, undefined]);
  });

  it("is settled and opened again, once each", () => {
    const { note } = addNote({ kind: "question", text: "x", clientId: "c" }, stampAt(now));
    const settled = applyChanges(emptyBook, settleNote(note, { now: next })).note[0]!;
    assert.equal(settled.settledAt, next);
    assert.deepEqual(settleNote(settled, { now: next }), []);
    assert.ok(!("settledAt" in applyChanges(emptyBook, reopenNote(settled, { now: next })).note[0]!));
    assert.deepEqual(reopenNote(note, { now: next }), []);
  });

  it("logs a contact with a project, or with none in particular", () => {
    const { client, project } = addClient(input, stampAt(now));
    const [one, two] = applyChanges(emptyBook, [...logContact(client, project, "A call", now, stampAt(next, "a")), ...logContact(client, undefined, "A chat", now, stampAt(next, "b"))]).note;
    assert.deepEqual([one?.kind, one?.at, one?.projectId, one?.forUpdate], ["contact", now, project.id, false]);
    assert.ok(!("projectId" in two!));
  });
});

describe("undoing", () => {
  /** The book without what undoing has to leave behind. */
  const content = (book: Book) => ({
    me: book.me,
    ...Object.fromEntries(recordKinds.map((kind) => [kind, new Map(book[kind].map(({ rev: _rev, changedAt: _at, ...rest }) => [rest.id, rest]))])),
  });

  /** Random steps, each on the book that the one before has left. */
  function steps(choices: readonly number[], start: Book, prefix: string): readonly BookChange[] {
    const stamp = stampAt(next, prefix);
    let book = start;
    const made: BookChange[] = [];
    for (const choice of choices) {
      const [client, project, note] = [book.client.at(choice % 3), book.project.at(choice % 2), book.note.at(-1)];
      const changes: readonly BookChange[] =
        choice % 7 === 0 || !client || !project
          ? addClient(input, stamp).changes
          : choice % 7 === 1
            ? addNote({ kind: "question", text: "x", clientId: client.id }, stamp).changes
            : choice % 7 === 2
              ? archive("client", client, stamp)
              : choice % 7 === 3
                ? [{ op: "remove", kind: "project", id: project.id }]
                : choice % 7 === 4
                  ? [{ op: "me", me: { ...book.me, names: [`Rafi ${choice}`] } }]
                  : choice % 7 === 5 && note
                    ? settleNote(note, stamp)
                    : addProject({ clientId: client.id, name: "Shop", size: "small" }, stamp).changes;
      made.push(...changes);
      book = applyChanges(book, changes);
    }
    return made;
  }
  const choices = fc.array(fc.nat({ max: 100 }), { maxLength: 12 });

  it("brings back the book as it was, with revisions above those that it takes back", () => {
    fc.assert(
      fc.property(choices, choices, (before, then) => {
        const book = applyChanges(emptyBook, steps(before, emptyBook, "a"));
        const changes = steps(then, book, "b");
        const after = applyChanges(book, changes);
        assert.ok(standsAsLeft(after, changes));
        const undone = applyChanges(after, inverse(book, changes));
        assert.deepEqual(content(undone), content(book));
        assertSound(undone);
        for (const kind of recordKinds)
          for (const record of undone[kind]) {
            const changed = after[kind].find(({ id }) => id === record.id);
            if (changed && changes.some((change) => change.op === "put" && change.record.id === record.id)) assert.ok(record.rev > changed.rev);
          }
      }),
    );
  });

  it("knows when something has changed since", () => {
    const { changes, client } = addClient(input, stampAt(now));
    const book = applyChanges(emptyBook, changes);
    assert.ok(standsAsLeft(book, changes));
    assert.ok(!standsAsLeft(applyChanges(book, archive("client", client, { now: next })), changes));
    assert.ok(!standsAsLeft(emptyBook, changes));
    const removal: BookChange[] = [{ op: "remove", kind: "client", id: client.id }];
    assert.ok(standsAsLeft(applyChanges(book, removal), removal) && !standsAsLeft(book, removal));
  });
});

describe("a new record", () => {
  it("leaves out what is undefined", () => {
    const { record } = created("meeting", { clientId: "c", title: "Call", startsAt: now, minutes: 30, zone: "Asia/Dhaka" as Zone, link: undefined }, stampAt(now));
    assert.deepEqual(record, { id: "id-1", rev: 1, createdAt: now, changedAt: now, clientId: "c", title: "Call", startsAt: now, minutes: 30, zone: "Asia/Dhaka" });
  });
});

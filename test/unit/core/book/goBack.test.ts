import assert from "node:assert/strict";
import { applyChanges } from "../../../../src/core/book/book";
import { inverse } from "../../../../src/core/book/changes";
import { bookOfParts, clientParts } from "../../../../src/core/book/clientPart";
import { goBack } from "../../../../src/core/book/goBack";
import type { Instant } from "../../../../src/core/time/types";
import { sampleBook } from "./exchanges";

const now = "2026-11-21T10:00:00.000Z" as Instant;
const partOf = (book: ReturnType<typeof sampleBook>, id = "c-acme") => clientParts(book).find(({ client }) => client.id === id)!;

describe("the parts of a book", () => {
  it("are the clients with all that is theirs, and together the book again", () => {
    const book = sampleBook();
    const parts = clientParts(book);
    assert.deepEqual(parts.map(({ client }) => client.id), book.client.map(({ id }) => id));
    const again = bookOfParts([...parts, ...parts]);
    for (const kind of ["client", "project", "milestone", "note", "meeting", "invoice"] as const) assert.deepEqual(new Set<unknown>(again[kind]), new Set<unknown>(book[kind]), kind);
    for (const kind of ["client", "note"] as const) assert.equal(again[kind].length, book[kind].length, kind);
  });
});

describe("going back to a version", () => {
  const then = sampleBook();
  const changed = applyChanges(then, [
    { op: "put", kind: "client", record: { ...then.client[0]!, rev: 9, name: "Acme Ltd", changedAt: now } },
    { op: "remove", kind: "milestone", id: then.milestone[0]!.id },
    { op: "put", kind: "note", record: { ...then.note[0]!, id: "n-new", text: "later" } },
  ]);

  it("brings back what was changed or removed, and removes what came later", () => {
    const changes = goBack(partOf(changed), partOf(then), { now });
    const back = applyChanges(changed, changes);
    const bare = (book: typeof then) => JSON.parse(JSON.stringify(partOf(book), (key, value: unknown) => (key === "rev" || key === "changedAt" ? undefined : value))) as { milestone: { id: string }[] };
    assert.deepEqual({ ...bare(back), milestone: new Set(bare(back).milestone) }, { ...bare(then), milestone: new Set(bare(then).milestone) });
    assert.equal(back.client.find(({ id }) => id === "c-acme")?.rev, 10);
    assert.deepEqual(clientParts(back).find(({ client }) => client.id === "c-rahim"), partOf(then, "c-rahim"));
  });

  it("does nothing where nothing differs, and can be taken back", () => {
    assert.deepEqual(goBack(partOf(then), partOf(then), { now }), []);
    const changes = goBack(partOf(changed), partOf(then), { now });
    const undone = applyChanges(applyChanges(changed, changes), inverse(changed, changes));
    assert.equal(undone.client.find(({ id }) => id === "c-acme")?.name, "Acme Ltd");
    assert.ok(undone.note.some(({ id }) => id === "n-new"));
  });
});

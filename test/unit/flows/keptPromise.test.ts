import assert from "node:assert/strict";
import { addNote } from "../../../src/core/book/noteChanges";
import { owed } from "../../../src/core/owed/derive";
import type { PlainDate, Zone } from "../../../src/core/time/types";
import { createRepo } from "../../support/gitRepo";
import { openDesk } from "./desk";

describe("an update that keeps a promise", () => {
  it("settles it when it is sent, without naming what is private, also when it was written again", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo], now: "2026-11-19T04:00:00.000Z" });
    repo.commit("Add coupons to the checkout");
    const { deps, book } = desk;
    const due = { by: "date", on: "2026-11-19" as PlainDate } as const;
    const { changes, note } = addNote({ clientId: desk.client().id, projectId: desk.project().id, kind: "promise", text: "A rollback plan", due }, { now: deps.clock.now(), newId: deps.newId });
    await book.change(changes);
    const promises = async () => {
      const now = deps.clock.now();
      return owed({ book: book.current(), history: await desk.history.all(), answers: [], now, zone: "Asia/Dhaka" as Zone }).filter(({ rule }) => rule === "promise");
    };
    assert.equal((await promises()).length, 1);
    const drafted = await desk.draft(desk.project(), note.id);
    const again = await desk.redraft(drafted.provenance.id, note.id);
    assert.deepEqual(again?.provenance.effects, [{ do: "settleNote", noteId: note.id }]);
    assert.doesNotMatch(drafted.provenance.rendered, /rollback/);
    const record = await desk.send(drafted);
    assert.deepEqual(record.about, { noteId: note.id });
    assert.notEqual(book.current().note[0]?.settledAt, undefined);
    assert.deepEqual(await promises(), []);
    // One that is settled is not settled again.
    assert.equal((await desk.draft(desk.project(), note.id)).provenance.effects, undefined);
  });
});

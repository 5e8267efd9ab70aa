import assert from "node:assert/strict";
import { applyChanges, emptyBook } from "../../../../src/core/book/book";
import { archive } from "../../../../src/core/book/changes";
import { addClient, addProject } from "../../../../src/core/book/clientChanges";
import { addMilestone, tickDeliverable } from "../../../../src/core/book/milestoneChanges";
import { addNote, settleNote } from "../../../../src/core/book/noteChanges";
import * as queries from "../../../../src/core/book/queries";
import type { Due } from "../../../../src/core/book/fields";
import type { Instant, PlainDate } from "../../../../src/core/time/types";
import { stampAt } from "../owed/sample";

const now = "2026-11-20T09:00:00.000Z" as Instant;
const later = { now: "2026-11-21T09:00:00.000Z" as Instant };
const stamp = stampAt(now);
const client = (name: string) => addClient({ name, scopes: [], size: "large", channel: "copy", language: "en" }, stamp);
const acme = client("acme");
const zeta = client("Zeta");
const shop = addProject({ clientId: acme.client.id, name: "Shop", size: "small" }, stamp);
const book = applyChanges(emptyBook, [...zeta.changes, ...acme.changes, ...shop.changes]);
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

describe("questions to the book", () => {
  it("list clients by name, whatever the case, without the archived unless asked for", () => {
    assert.deepEqual(queries.activeClients(book).map(({ name }) => name), ["acme", "Zeta"]);
    const archived = applyChanges(book, archive("client", acme.client, later));
    assert.deepEqual(queries.activeClients(archived).map(({ name }) => name), ["Zeta"]);
    assert.equal(queries.activeClients(archived, { archived: true }).length, 2);
  });

  it("hide the projects of an archived client, which keep as they are", () => {
    const archived = applyChanges(book, archive("client", acme.client, later));
    assert.deepEqual(ids(queries.activeProjects(archived)), [zeta.project.id]);
    assert.deepEqual(archived.project, book.project);
  });

  it("name a project by its client alone while it has no other", () => {
    assert.equal(queries.nameOfProject(book, zeta.project), "Zeta");
    assert.equal(queries.nameOfProject(book, shop.project), "acme · Shop");
    assert.equal(queries.nameOfProject(book, acme.project), "acme");
    const one = applyChanges(book, archive("project", acme.project, later));
    assert.equal(queries.nameOfProject(one, shop.project), "acme");
  });

  it("list milestones by date, then title, those without a date last", () => {
    const at = (text: string): Due => (text.length > 10 ? { by: "instant", at: text as Instant } : { by: "date", on: text as PlainDate });
    const made = [["No date", undefined], ["B", "2026-12-03"], ["A", "2026-12-03"], ["Early", "2026-12-01"], ["Exact", "2026-12-03T10:00:00.000Z"]].map(([title, due]) =>
      addMilestone({ projectId: shop.project.id, title: title!, due: due === undefined ? undefined : at(due) }, stamp),
    );
    const full = applyChanges(book, made.flatMap(({ changes }) => changes));
    assert.deepEqual(queries.milestonesOf(full, shop.project.id).map(({ title }) => title), ["Early", "Exact", "A", "B", "No date"]);
    const without = applyChanges(full, archive("milestone", made[0]!.milestone, later));
    assert.equal(queries.milestonesOf(without, shop.project.id).length, 4);
  });

  it("find notes about a client, a project or a milestone", () => {
    const note = (fields: { projectId?: string; milestoneId?: string; kind?: "question" | "blocker" }) =>
      addNote({ kind: "question", text: "x", clientId: acme.client.id, ...fields }, stamp);
    const [general, ofShop, ofMilestone, ofOther, blocker] = [
      note({}),
      note({ projectId: shop.project.id }),
      note({ projectId: shop.project.id, milestoneId: "m" }),
      note({ projectId: acme.project.id }),
      note({ kind: "blocker" }),
    ];
    const full = applyChanges(book, [general, ofShop, ofMilestone, ofOther, blocker].flatMap(({ changes }) => changes));
    const clientId = acme.client.id;
    assert.equal(queries.notesAbout(full, { clientId }).length, 5);
    assert.deepEqual(ids(queries.notesAbout(full, { clientId, projectId: shop.project.id })), [ofShop.note.id, ofMilestone.note.id]);
    assert.deepEqual(ids(queries.notesAbout(full, { clientId, milestoneId: "m" })), [ofMilestone.note.id]);
    assert.deepEqual(new Set(ids(queries.notesForProject(full, shop.project))), new Set(ids([general.note, ofShop.note, ofMilestone.note, blocker.note])));
    const settled = applyChanges(full, settleNote(ofShop.note, later));
    assert.deepEqual(ids(queries.openQuestions(settled, { clientId, projectId: shop.project.id })), [ofMilestone.note.id]);
    assert.deepEqual(ids(queries.openBlockers(settled, { clientId })), [blocker.note.id]);
  });

  it("find the project of a repository scope, and count a checklist", () => {
    const scopes = [{ id: "scope", name: "acme-shop", identity: { remotes: [], rootCommits: ["abc"] } }];
    const scoped = addProject({ clientId: zeta.client.id, name: "Scoped", size: "large", scopes }, stamp);
    const full = applyChanges(book, scoped.changes);
    assert.equal(queries.projectOfScope(full, "scope")?.id, scoped.project.id);
    assert.equal(queries.projectOfScope(full, "none"), undefined);
    const { milestone } = addMilestone({ projectId: "p", title: "M", deliverables: ["a", "b"] }, stamp);
    const ticked = applyChanges(emptyBook, tickDeliverable(milestone, milestone.deliverables[0]!.id, true, later)).milestone[0]!;
    assert.deepEqual(queries.progressOf(ticked), { done: 1, all: 2 });
  });
});

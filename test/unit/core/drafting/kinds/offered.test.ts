import assert from "node:assert/strict";
import { emptyBook, type Book } from "../../../../../src/core/book/book";
import type { Client } from "../../../../../src/core/book/client";
import { messageKinds, type MessageKind } from "../../../../../src/core/book/messageKind";
import type { Milestone } from "../../../../../src/core/book/milestone";
import type { Note } from "../../../../../src/core/book/note";
import type { Project } from "../../../../../src/core/book/project";
import type { MessageAbout } from "../../../../../src/core/book/sentRecord";
import { offeredKinds } from "../../../../../src/core/drafting/kinds/offered";
import type { Level, Owed } from "../../../../../src/core/owed/owed";
import * as relation from "../../../../golden/relation";

const pick: relation.Pick = (en) => en;
interface Told {
  readonly client?: Partial<Client>;
  readonly project?: Partial<Project>;
  readonly milestones?: readonly Milestone[];
  readonly notes?: readonly Note[];
  readonly about?: MessageAbout;
  readonly owed?: readonly Pick<Owed, "clientId" | "projectId" | "kind" | "level">[];
}
function offered({ client, project, milestones = [], notes = [], about = {}, owed = [] }: Told) {
  const book: Book = { ...emptyBook, me: relation.meIn(), client: [{ ...relation.clientIn("en", "friendly"), ...client }], project: [{ ...relation.projectIn(pick), ...project }], milestone: milestones, note: notes };
  return offeredKinds({ clientId: "client", projectId: "project", about, sent: [], now: relation.now, zone: relation.zone }, book, owed);
}
const owes = (kind: MessageKind, level: Level, more: Partial<Owed> = {}) => ({ clientId: "client", projectId: "project", kind, level, ...more });

describe("what can be written to a client", () => {
  it("is every kind, each once, but what the place forbids", () => {
    const { now, rest } = offered({ project: { status: "delivered", deliveredAt: relation.now } });
    const all = [...now, ...rest];
    assert.equal(new Set(all).size, all.length);
    // There is no invoice yet that a reminder could be about: that is said once it is asked for.
    assert.deepEqual(all.toSorted(), [...messageKinds].toSorted());
    const fiverr = offered({ client: { place: "fiverr", channel: "fiverr" }, project: { status: "delivered", deliveredAt: relation.now } });
    const missing = messageKinds.filter((kind) => !fiverr.now.includes(kind) && !fiverr.rest.includes(kind));
    assert.deepEqual(missing.toSorted(), ["invoice", "payment"]);
  });

  it("begins with what fits the moment", () => {
    const lead = offered({ project: { status: "lead" } });
    assert.deepEqual(lead.now.slice(0, 2), ["proposal", "requirements"]);
    const [, checkout] = relation.milestonesIn(pick);
    const late = offered({ milestones: [{ ...checkout!, due: relation.day("2026-11-18") }], notes: [relation.blockerIn(pick)] });
    assert.ok(late.now.indexOf("delay") < late.now.indexOf("status") && late.now.includes("problem"), late.now.join(" "));
    assert.ok(late.rest.includes("thanks"));
  });

  it("has what is owed before all else, the most urgent first", () => {
    const owed = [owes("status", "overdue"), owes("progress", "due"), owes("status", "due"), owes("touch", "fine"), owes("leave", "due", { clientId: "another" }), owes("thanks", "due", { projectId: "another" })];
    const { now, rest } = offered({ owed });
    assert.deepEqual(now.slice(0, 2), ["status", "progress"]);
    assert.equal(now.filter((kind) => kind === "status").length, 1);
    for (const kind of ["touch", "leave", "thanks"] as const) assert.ok(rest.includes(kind), kind);
  });

  it("is about the row that it was called on", () => {
    const question = relation.questionIn(pick);
    const { now } = offered({ notes: [question], about: { noteId: question.id }, owed: [owes("progress", "overdue")] });
    assert.equal(now[0], "question");
    const [, checkout] = relation.milestonesIn(pick);
    const late = offered({ milestones: [{ ...checkout!, due: relation.day("2026-11-18") }], about: { milestoneId: "checkout" }, owed: [owes("progress", "overdue")] });
    assert.ok(!late.now.includes("progress") && late.now.includes("delay"), late.now.join(" "));
  });
});

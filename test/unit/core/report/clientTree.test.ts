import assert from "node:assert/strict";
import fc from "fast-check";
import { applyChanges, emptyBook, type Book, type BookChange } from "../../../../src/core/book/book";
import { archive } from "../../../../src/core/book/changes";
import { addClient } from "../../../../src/core/book/clientChanges";
import { addMilestone, deliverMilestone, tickDeliverable, type NewMilestone } from "../../../../src/core/book/milestoneChanges";
import { addNote, settleNote, type NewNote } from "../../../../src/core/book/noteChanges";
import type { Due } from "../../../../src/core/book/fields";
import type { Milestone } from "../../../../src/core/book/milestone";
import { owed } from "../../../../src/core/owed/derive";
import { changedNodes, ROOT } from "../../../../src/core/report/changedNodes";
import { clientTree } from "../../../../src/core/report/clientTree";
import type { TreeNode } from "../../../../src/core/report/treeNode";
import type { TreeInput, TreeMemory } from "../../../../src/core/report/treeView";
import type { Instant, PlainDate } from "../../../../src/core/time/types";
import { later } from "../../../../src/core/time/zoned";
import { asked, bookWith, dhaka, on, sent, stampAt, withSecondProject, type Sample } from "../owed/sample";

const monday = on("2026-11-16 10:00");
// A Thursday, the last day of my week.
const now = on("2026-11-19 10:00");
const day = (text: string): Due => ({ by: "date", on: text as PlainDate });

const treeOf = (book: Book, history: TreeInput["history"] = [], more: Partial<TreeInput> = {}) => {
  const at = more.now ?? now;
  return clientTree({ book, history, owed: owed(asked(book, at, history)), now: at, zone: dhaka, ...more });
};
const all = (nodes: readonly TreeNode[]): readonly TreeNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);
const find = (nodes: readonly TreeNode[], id: string): TreeNode => all(nodes).find((node) => node.id === id)!;
let stamps = 0;
const stamp = (at: Instant = monday) => stampAt(at, `made${String(++stamps)}`);

function withMilestone(sample: Sample, input: Partial<NewMilestone>): { readonly book: Book; readonly milestone: Milestone } {
  const added = addMilestone({ projectId: sample.project.id, title: "Checkout", ...input }, stamp());
  return { book: applyChanges(sample.book, added.changes), milestone: added.milestone };
}
const withNote = (sample: Sample, input: Partial<NewNote> & Pick<NewNote, "kind">, at = monday) =>
  addNote({ clientId: sample.client.id, projectId: sample.project.id, text: "Should coupons apply?", ...input }, stamp(at));

describe("the client tree", () => {
  it("is empty without a client, also where all are archived", () => {
    const sample = bookWith(monday);
    assert.deepEqual(treeOf(emptyBook), []);
    assert.deepEqual(treeOf(applyChanges(sample.book, archive("client", sample.client, { now }))), []);
  });

  it("shows the project's rows under the client while there is one project, and projects when there are several", () => {
    const sample = bookWith(monday);
    const { book } = withMilestone(sample, {});
    const [one] = treeOf(book);
    assert.equal(one?.contextValue, "client.one");
    assert.deepEqual(one.children.map(({ kind }) => kind), ["milestone"]);
    const [two] = treeOf(withSecondProject({ ...sample, book }, monday).book);
    assert.equal(two?.contextValue, "client");
    assert.deepEqual(two.children.map(({ kind, label }) => [kind, label]), [["project", "Acme"], ["project", "Second"]]);
    assert.deepEqual(two.children[0]?.children.map(({ kind }) => kind), ["milestone"]);
  });

  it("says with each client what is next", () => {
    const description = (at: string, history: TreeInput["history"] = []) => treeOf(bookWith(monday).book, history, { now: on(at) })[0]?.description;
    const by = { time: "moment", at: on("2026-11-23 17:00"), zone: dhaka };
    const next = { when: { time: "day", on: "2026-11-23", today: "2026-11-19" } };
    assert.deepEqual(description("2026-11-19 10:00"), { id: "tree.nothingSent", values: next });
    assert.deepEqual(description("2026-11-19 10:00", [sent(bookWith(monday), monday)]), { id: "tree.allToldUntil", values: next });
    assert.deepEqual(description("2026-11-23 10:00"), { id: "tree.owed", values: { what: { id: "owed.what.update", values: {} }, when: { ...by, now: on("2026-11-23 00:00") } } });
    assert.deepEqual(description("2026-11-24 10:00"), { id: "tree.owedWas", values: { what: { id: "owed.what.update", values: {} }, when: { ...by, now: on("2026-11-24 00:00") } } });
    assert.deepEqual(treeOf(bookWith(monday, {}, { status: "lead" }).book)[0]?.description, { id: "projectStatus.lead" });
    assert.deepEqual(treeOf(bookWith(monday, {}, { rhythm: { every: "never" } }).book)[0]?.description, { id: "tree.allTold" });
  });

  it("shows a milestone with its progress, date and deliverables to tick", () => {
    const { book, milestone } = withMilestone(bookWith(monday), { due: day("2026-12-03"), deliverables: ["bKash", "Order emails"] });
    const [first] = milestone.deliverables;
    const node = find(treeOf(applyChanges(book, tickDeliverable(milestone, first!.id, true, { now }))), `milestone:${milestone.id}`);
    const progress = { id: "tree.progress", values: { done: 1, all: 2 } };
    assert.deepEqual(node.description, { id: "tree.row", values: { a: progress, b: { time: "day", on: "2026-12-03", today: "2026-11-19" } } });
    assert.deepEqual(node.icon, { name: "active", level: "fine" });
    assert.deepEqual(node.children.map(({ label, checked, recordId, parentId }) => [label, checked, recordId, parentId]), milestone.deliverables.map(({ id, text }) => [text, id === first!.id, id, milestone.id]));
  });

  it("says when a milestone will be done, as a range, or that there is too little to tell", () => {
    const { book, milestone } = withMilestone(bookWith(monday), { due: day("2026-12-03"), deliverables: ["bKash", "Emails", "Refunds", "Coupons", "Search"] });
    const line = (done: number, more: Partial<Milestone> = {}) => {
      const ticked = { ...milestone, deliverables: milestone.deliverables.map((part, n) => (n < done ? { ...part, doneAt: on(`2026-11-${String(17 + n)} 16:00`) } : part)), ...more };
      return find(clientTree({ book: { ...book, milestone: [ticked] }, history: [], owed: [], now, zone: dhaka }), `milestone:${milestone.id}`).tooltip.flatMap((one) => (typeof one !== "string" && one.id.startsWith("tree.forecast") ? [one] : []))[0];
    };
    const span = (from: string, to: string) => {
      const [first, last] = [from, to].map((one) => ({ time: "day", on: one, today: "2026-11-19" }));
      return { id: "need.span", values: { from: first, to: last } };
    };
    assert.deepEqual(line(1), { id: "tree.forecast.tooLittle" });
    // Two of five in the three days since Monday: three more, between three and eight working days from Thursday.
    assert.deepEqual(line(2), { id: "tree.forecast.onTrack", values: { when: span("2026-11-24", "2026-12-01") } });
    assert.deepEqual(line(2, { due: day("2026-11-22") })?.id, "tree.forecast.late");
    assert.deepEqual(line(2, { due: undefined as never })?.id, "tree.forecast");
    assert.equal(line(5), undefined);
    assert.equal(line(2, { state: "delivered", deliveredAt: now }), undefined);
    // A row that is kept is made anew when my days off move the range.
    const memory: TreeMemory = new WeakMap();
    const kept = { ...milestone, deliverables: milestone.deliverables.map((part, n) => (n < 2 ? { ...part, doneAt: on("2026-11-18 16:00") } : part)) };
    const at = (absence: Book["absence"]) => find(clientTree({ book: { ...book, milestone: [kept], absence }, history: [], owed: [], now, zone: dhaka }, memory), `milestone:${milestone.id}`).tooltip;
    const away = { id: "a", rev: 1, createdAt: monday, changedAt: monday, from: "2026-11-22" as PlainDate, to: "2026-11-26" as PlainDate };
    assert.notDeepEqual(at([]), at([away]));
  });

  it("tells by dates how a milestone stands", () => {
    const level = (due: Due) => {
      const { book, milestone } = withMilestone(bookWith(monday), { due });
      return find(treeOf(book), `milestone:${milestone.id}`).icon.level;
    };
    assert.equal(level(day("2026-11-18")), "overdue");
    assert.equal(level(day("2026-11-19")), "due");
    // My next working day is Sunday.
    assert.equal(level(day("2026-11-22")), "soon");
    assert.equal(level(day("2026-11-23")), "fine");
    assert.equal(level({ by: "instant", at: on("2026-11-19 09:59") }), "overdue");
    assert.equal(level({ by: "instant", at: on("2026-11-19 18:00") }), "due");
  });

  it("puts delivered milestones last, never overdue", () => {
    const sample = bookWith(monday);
    const one = withMilestone(sample, { title: "Catalogue", due: day("2026-11-10") });
    const delivered = applyChanges(one.book, deliverMilestone(one.milestone, { now: monday }));
    const two = withMilestone({ ...sample, book: delivered }, { due: day("2026-12-03") });
    const rows = treeOf(two.book)[0]!.children.filter(({ kind }) => kind === "milestone");
    assert.deepEqual(rows.map(({ label, contextValue, icon }) => [label, contextValue, icon]), [
      ["Checkout", "milestone", { name: "planned", level: "fine" }],
      ["Catalogue", "milestone.delivered", { name: "delivered", level: "fine" }],
    ]);
  });

  it("shows what is open with its age, and moves it to the notes once settled", () => {
    const sample = bookWith(monday);
    const question = withNote(sample, { kind: "question" });
    const blocker = withNote(sample, { kind: "blocker", text: "No test account\nsince Monday" }, now);
    const decision = withNote(sample, { kind: "decision", text: "No guest checkout" });
    const book = applyChanges(sample.book, [...question.changes, ...blocker.changes, ...decision.changes]);
    const rows = treeOf(book)[0]!.children;
    assert.deepEqual(rows.map(({ kind, label }) => [kind, label]), [
      ["blocker", "No test account"],
      ["question", "Should coupons apply?"],
      ["notes", { id: "tree.notes" }],
    ]);
    assert.deepEqual(rows.map(({ description }) => description), [
      { id: "tree.today" },
      { id: "tree.when", values: { when: { time: "length", minutes: 3 * 1440 } } },
      { id: "tree.count", values: { count: 1 } },
    ]);
    const after = treeOf(applyChanges(book, settleNote(question.note, { now })));
    assert.deepEqual(after[0]!.children.map(({ kind }) => kind), ["blocker", "notes"]);
    assert.equal(find(after, `note:${question.note.id}`).contextValue, "note.settled");
  });

  it("shows feedback that is bad or mixed until it is settled, and keeps praise with the notes", () => {
    const sample = bookWith(monday);
    const bad = withNote(sample, { kind: "feedback", feedback: "bad", text: "Too many steps" });
    const mixed = withNote(sample, { kind: "feedback", feedback: "mixed", text: "Nice, but slow" });
    const good = withNote(sample, { kind: "feedback", feedback: "good", text: "Lovely" });
    const book = applyChanges(sample.book, [...bad.changes, ...mixed.changes, ...good.changes]);
    const rows = (of: Book) => all(treeOf(of)).flatMap(({ kind, label }) => (kind === "feedback" ? [label] : []));
    assert.deepEqual([...rows(book)].sort(), ["Nice, but slow", "Too many steps"]);
    assert.equal(find(treeOf(book), `note:${good.note.id}`).kind, "note");
    assert.deepEqual(rows(applyChanges(book, settleNote(bad.note, { now }))), ["Nice, but slow"]);
  });

  it("counts what was sent, newest first, without what was withdrawn, and shows the draft that waits", () => {
    const sample = bookWith(monday);
    const records = ["2026-11-16 12:00", "2026-11-17 12:00", "2026-11-18 12:00"].map((text) => sent(sample, on(text)));
    const withdrawn = { version: 2, what: "withdrawn", id: "w", recordId: records[2]!.id, at: now } as const;
    const draft = { id: "d", clientId: sample.client.id, projectId: sample.project.id, kind: "progress", createdAt: on("2026-11-18 15:00") } as const;
    const rows = treeOf(sample.book, [...records, withdrawn], { drafts: [draft] })[0]!.children;
    assert.deepEqual(rows.map(({ kind }) => kind), ["draft", "sent"]);
    assert.deepEqual(rows[1]!.description, { id: "tree.sentCount", values: { count: 2, when: { time: "day", on: "2026-11-17", today: "2026-11-19" } } });
    assert.deepEqual(rows[1]!.children.map(({ recordId, contextValue }) => [recordId, contextValue]), [[records[1]!.id, "sent"], [records[0]!.id, "sent"]]);
    const old = { ...draft, createdAt: on("2026-11-16 15:00") };
    assert.deepEqual(treeOf(sample.book, records, { drafts: [old] })[0]!.children.map(({ kind }) => kind), ["sent"]);
  });

  it("hides all that belongs to an archived project, and offers to bring it back", () => {
    const sample = bookWith(monday);
    const second = withSecondProject(sample, monday);
    const question = withNote(second, { kind: "question" });
    const book = applyChanges(second.book, [...question.changes, ...archive("project", second.project, { now })]);
    const [client, archived] = treeOf(book);
    assert.equal(client?.contextValue, "client.one");
    assert.deepEqual(client.children, []);
    assert.deepEqual(archived?.children.map(({ label, contextValue, recordId }) => [label, contextValue, recordId]), [["Second", "project.archived", second.project.id]]);
  });

  it("holds still through a day", () => {
    const sample = bookWith(monday);
    const { book } = withMilestone(sample, { due: day("2026-12-03"), deliverables: ["bKash"] });
    const full = applyChanges(book, withNote(sample, { kind: "question" }).changes);
    assert.deepEqual(treeOf(full, [], { now: later(now, 55) }), treeOf(full));
  });
});

describe("rows to paint again", function () {
  // Random cases by the hundred, on machines that may be busy.
  this.timeout(30_000);

  /** Three clients, one with two projects; milestones and notes in all. */
  function world(): { readonly book: Book; readonly milestones: readonly Milestone[]; readonly changes: readonly (() => readonly BookChange[])[] } {
    const make = stampAt(monday, "w");
    const clients = ["Acme", "Rahim", "Nordic"].map((name) => addClient({ name, scopes: [], size: "large", channel: "copy", language: "en" }, make));
    const added = clients.flatMap(({ project }) => ["One", "Two"].map((title) => addMilestone({ projectId: project.id, title, deliverables: ["a", "b"] }, make)));
    const notes = clients.map(({ client, project }) => addNote({ kind: "question", text: "Why?", clientId: client.id, projectId: project.id }, make));
    const milestones = added.map(({ milestone }) => milestone);
    const book = applyChanges(emptyBook, [...clients, ...added, ...notes].flatMap(({ changes }) => changes));
    const changes = [
      ...milestones.map((milestone) => () => tickDeliverable(milestone, milestone.deliverables[0]!.id, true, { now })),
      ...milestones.map((milestone) => () => deliverMilestone(milestone, { now })),
      ...milestones.map((milestone) => () => archive("milestone", milestone, { now })),
      ...notes.map(({ note }) => () => settleNote(note, { now })),
      ...clients.map(({ client }) => () => archive("client", client, { now })),
      ...clients.map(({ project }) => () => archive("project", project, { now })),
    ];
    return { book, milestones, changes };
  }

  it("are one milestone's when one milestone changed, and every other row is equal", () => {
    const { book, milestones } = world();
    const [milestone] = milestones;
    const before = treeOf(book);
    const after = treeOf(applyChanges(book, tickDeliverable(milestone!, milestone!.deliverables[0]!.id, true, { now })));
    assert.deepEqual(changedNodes(before, after), [`milestone:${milestone!.id}`]);
    const within = new Set(all([find(before, `milestone:${milestone!.id}`)]).map(({ id }) => id));
    const row = ({ children, ...rest }: TreeNode) => ({ ...rest, children: children.map(({ id }) => id) });
    assert.deepEqual(
      all(after).filter(({ id }) => !within.has(id)).map(row),
      all(before).filter(({ id }) => !within.has(id)).map(row),
    );
  });

  it("are none where nothing changed, and the whole tree where clients came or went", () => {
    const { book } = world();
    assert.deepEqual(changedNodes(treeOf(book), treeOf(book)), []);
    assert.deepEqual(changedNodes(treeOf(book), []), [ROOT]);
  });

  it("turn the old tree into the new one, for any changes, and none lies below another", () => {
    const { book, changes } = world();
    const before = treeOf(book);
    fc.assert(
      fc.property(fc.subarray([...changes], { maxLength: 4 }), fc.integer({ min: 0, max: 60 * 24 * 10 }), (some, minutes) => {
        const after = treeOf(applyChanges(book, some.flatMap((change) => change())), [], { now: later(now, minutes) });
        const changed = changedNodes(before, after);
        if (changed.includes(ROOT)) {
          assert.deepEqual(changed, [ROOT]);
          assert.notDeepEqual(before.map(({ id }) => id), after.map(({ id }) => id));
          return;
        }
        const repaint = (nodes: readonly TreeNode[]): readonly TreeNode[] =>
          nodes.map((node) => (changed.includes(node.id) ? find(after, node.id) : { ...node, children: repaint(node.children) }));
        assert.deepEqual(repaint(before), after);
        for (const id of changed) {
          assert.notDeepEqual(find(before, id), find(after, id));
          const below = all(find(after, id).children).map((node) => node.id);
          assert.ok(!below.some((each) => changed.includes(each)));
        }
      }),
    );
  });

  it("are the same with rows remembered from another day and another book", () => {
    const { book, changes } = world();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.subarray([...changes], { maxLength: 4 }), fc.integer({ min: 0, max: 60 * 24 * 30 })), { maxLength: 4 }), (steps) => {
        const memory: TreeMemory = new WeakMap();
        for (const [some, minutes] of steps) {
          const input = { book: applyChanges(book, some.flatMap((change) => change())), history: [], owed: [], now: later(now, minutes), zone: dhaka };
          assert.deepEqual(clientTree(input, memory), clientTree(input));
        }
      }),
    );
  });

  it("has no id twice", () => {
    const ids = all(treeOf(world().book)).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});

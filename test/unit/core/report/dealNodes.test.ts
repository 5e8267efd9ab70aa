import assert from "node:assert/strict";
import { applyChanges, emptyBook, type Book } from "../../../../src/core/book/book";
import { addClient, addProject } from "../../../../src/core/book/clientChanges";
import { revised } from "../../../../src/core/book/changes";
import type { Invoice } from "../../../../src/core/book/invoice";
import type { Meeting } from "../../../../src/core/book/meeting";
import { clientTree } from "../../../../src/core/report/clientTree";
import type { TreeNode } from "../../../../src/core/report/treeNode";
import type { Text } from "../../../../src/core/say";
import type { Instant, PlainDate, Zone } from "../../../../src/core/time/types";

const at = (text: string) => `${text}:00.000Z` as Instant;
const on = (text: string) => text as PlainDate;
/** Friday, 20 November 2026, 17:00 in Dhaka. */
const now = at("2026-11-20T11:00");
const base = { rev: 1, createdAt: now, changedAt: now, clientId: "client", projectId: "project" };

function start(meetings: readonly Partial<Meeting>[], invoices: readonly Partial<Invoice>[], more = false): readonly TreeNode[] {
  const ids = ["contact", "client", "project", "second"];
  const stamp = { now, newId: () => ids.shift() ?? "" };
  const { changes, client } = addClient({ name: "Acme", scopes: [], size: "large", channel: "email", language: "en" }, stamp);
  let book: Book = applyChanges(emptyBook, changes);
  book = applyChanges(book, [revised("client", client, { zone: "Europe/London" as Zone }, stamp)]);
  if (more) book = applyChanges(book, addProject({ clientId: "client", name: "Blog", size: "small" }, stamp).changes);
  book = {
    ...book,
    meeting: meetings.map((meeting, n): Meeting => ({ ...base, id: `m${n}`, title: `M${n}`, startsAt: now, minutes: 30, zone: "Europe/London" as Zone, ...meeting })),
    invoice: invoices.map((invoice, n): Invoice => ({ ...base, id: `i${n}`, lines: [{ text: "Work", amount: { minor: 50_000, currency: "USD" } }], ...invoice })),
  };
  return clientTree({ book, history: [], owed: [], now, zone: "Asia/Dhaka" as Zone })[0]!.children;
}
const ofKind = (nodes: readonly TreeNode[], kind: string) => nodes.filter((node) => node.kind === kind);

describe("meetings in the sidebar", () => {
  it("are those to come by time, with what is the matter with each", () => {
    const rows = ofKind(
      start(
        [
          { title: "Later", startsAt: at("2026-11-30T10:00") },
          { title: "Weekly", startsAt: at("2026-11-03T10:00"), recurs: "FREQ=WEEKLY" },
          { title: "Today", startsAt: at("2026-11-20T13:00"), urgent: true },
          { title: "Gone", startsAt: at("2026-11-10T10:00") },
          { title: "Off", startsAt: at("2026-11-25T10:00"), cancelledAt: now },
          { title: "Was off", startsAt: at("2026-11-10T10:00"), cancelledAt: now },
        ],
        [],
      ),
      "meeting",
    );
    assert.deepEqual(rows.map(({ label, contextValue, icon }) => [label, contextValue, icon.level]), [
      ["Today", "meeting", "due"],
      ["Weekly", "meeting.series", "fine"],
      ["Off", "meeting.cancelled", "fine"],
      ["Later", "meeting", "fine"],
    ]);
  });

  it("stay a few days after they were held, until something is noted of them", () => {
    const [held] = ofKind(start([{ startsAt: at("2026-11-19T10:00") }], []), "meeting");
    assert.equal(held?.contextValue, "meeting.held");
    assert.deepEqual(ofKind(start([{ startsAt: at("2026-11-16T10:00") }], []), "meeting"), []);
  });

  it("show both clocks when the pointer rests on them", () => {
    const [row] = ofKind(start([{ startsAt: at("2026-11-24T10:00"), link: "https://meet.example", agenda: ["Prices"], movedFrom: at("2026-11-23T10:00") }], []), "meeting");
    const ids = row?.tooltip.map((line) => (typeof line === "string" ? line : line.id));
    assert.deepEqual(ids, ["M0", "tree.meetingAt", "tree.meetingTheirs", "tree.meetingMovedFrom", "https://meet.example", "tree.agenda"]);
    const theirs = row?.tooltip.find((line): line is Text => typeof line !== "string" && line.id === "tree.meetingTheirs");
    assert.equal((theirs?.values?.["when"] as { zone: string }).zone, "Europe/London");
  });

  it("about no project stand with the client where there are several projects, and else with the only one", () => {
    const { projectId, ...about } = base;
    assert.equal(projectId, "project");
    const several = start([{ projectId: undefined as never }], [], true);
    assert.equal(ofKind(several, "meeting").length, 1);
    assert.equal(several.flatMap((node) => ofKind(node.children, "meeting")).length, 0);
    assert.equal(ofKind(start([{ ...about, projectId: undefined as never }], []), "meeting").length, 1);
  });
});

describe("invoices in the sidebar", () => {
  it("are drafts, those to be paid, and in a group what is over", () => {
    const nodes = start([], [
      {},
      { number: "INV-1", issuedOn: on("2026-11-01"), dueOn: on("2026-11-15") },
      { number: "INV-2", issuedOn: on("2026-11-18"), dueOn: on("2026-12-02") },
      { number: "INV-3", issuedOn: on("2026-10-01"), paidOn: on("2026-10-20") },
      { number: "INV-4", issuedOn: on("2026-10-01"), cancelledOn: on("2026-10-02") },
      { archivedAt: now },
    ]);
    const rows = ofKind(nodes, "invoice");
    assert.deepEqual(rows.map(({ label, contextValue, icon }) => [typeof label === "string" ? label : label.id, contextValue, icon.level]), [
      ["tree.draftInvoice", "invoice.draft", "fine"],
      ["INV-1", "invoice.issued", "overdue"],
      ["INV-2", "invoice.issued", "fine"],
    ]);
    const [group] = ofKind(nodes, "invoices");
    assert.deepEqual(group?.children.map(({ label, contextValue }) => [label, contextValue]), [["INV-4", "invoice.over"], ["INV-3", "invoice.over"]]);
  });

  it("say what is to be paid, and nothing where that cannot be said", () => {
    const [row, mixed] = ofKind(start([], [{ tax: { name: "VAT", percent: "10" } }, { lines: [{ text: "a", amount: { minor: 1, currency: "USD" } }, { text: "b", amount: { minor: 1, currency: "BDT" } }] }]), "invoice");
    assert.deepEqual((row?.description as Text).values?.["a"], { money: { minor: 55_000, currency: "USD" } });
    assert.equal((mixed?.description as Text).values?.["a"], "?");
  });
});

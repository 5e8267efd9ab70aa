import assert from "node:assert/strict";
import { applyChanges } from "../../../../../src/core/book/book";
import { created } from "../../../../../src/core/book/changes";
import type { Owed } from "../../../../../src/core/owed/owed";
import type { OwedView } from "../../../../../src/core/report/status";
import type { Text } from "../../../../../src/core/say";
import type { PlainDate } from "../../../../../src/core/time/types";
import type { OwedCommandsDeps } from "../../../../../src/ui/commands/owed/deps";
import { openOwed } from "../../../../../src/ui/commands/owed/openOwed";
import { draftOwed, openElsewhere, writeAllDue } from "../../../../../src/ui/commands/owed/write";
import { at, client, owing, viewOf } from "../../../core/report/sampleOwed";
import { addNote } from "../../../../../src/ui/commands/book/addNote";
import { bookWith, room } from "../book/room";
import { scriptedScreen, type Act } from "../../prompts/scriptedScreen";

/** @param refuses commands of which no draft comes, and what they answer: undefined where the user cancelled */
function setUp(view: OwedView, refuses: Readonly<Record<string, false | undefined>> = {}, paths: Readonly<Record<string, string>> = { scope: "/work/acme" }, ...acts: Act[]) {
  const run: unknown[][] = [];
  const informed: Text[] = [];
  const opened: string[] = [];
  const drafts: { readonly id: string }[] = [{ id: "old" }];
  const project = { id: "shop", scopes: [{ id: "scope" }, { id: "other" }] };
  const deps = {
    view: () => view,
    commands: {
      executeCommand: (id: string, ...args: unknown[]) => {
        run.push([id, ...args]);
        if (id in refuses) return Promise.resolve(refuses[id]);
        if (id !== "khobor.openDraft") drafts.push({ id: `draft-${String(drafts.length)}` });
        return Promise.resolve(true);
      },
    },
    drafts: { list: () => Promise.resolve([...drafts]) },
    messages: { inform: (text: Text) => void informed.push(text) },
    reveal: (id: string) => Promise.resolve(void opened.push(id)),
    say: (text: string | Text) => (typeof text === "string" ? text : JSON.stringify(text.values?.["a"] ?? text.id)),
    screen: scriptedScreen(...acts),
    localPaths: { current: () => paths },
    projectsElsewhere: (id: string) => (id === "acme" ? [project] : []),
    openFolder: (path: string) => Promise.resolve(!path.startsWith("/gone") && opened.push(path) > 0),
  } as unknown as OwedCommandsDeps;
  return { deps, run, informed, opened };
}
const due = (name: string, more: Partial<Owed> = {}): Owed => owing(name, "due", at("19T11:00"), more);
const here = (...owed: Owed[]) => viewOf(["Acme", "Rahim", "Sara"].map((name) => client(name)), ...owed);

describe("writing what is owed", () => {
  it("goes by the kind, with what the message is about", async () => {
    const { deps, run } = setUp(here());
    await draftOwed(due("Acme"), deps);
    await draftOwed(due("Acme", { projectId: "shop" }), deps);
    await draftOwed(due("Acme", { kind: "delay", projectId: "shop", about: { milestoneId: "m" } }), deps);
    await draftOwed(due("Acme", { kind: "meeting", rule: "meetingBegins", about: { meetingId: "call" } }), deps);
    assert.deepEqual(run, [
      ["khobor.draftUpdate", { kind: "client", recordId: "acme" }],
      ["khobor.draftUpdate", { kind: "project", recordId: "shop" }],
      ["khobor.write.delay", { clientId: "acme", projectId: "shop", about: { milestoneId: "m" } }],
      ["khobor.editMeeting", { kind: "meeting", recordId: "call" }],
    ]);
  });

  it("moves or calls off a meeting that I cannot attend before the word about it", async () => {
    const { deps, run } = setUp(here());
    const cannot = { kind: "meeting", rule: "meetingAnnounce" } as const;
    await draftOwed(due("Acme", { ...cannot, about: { meetingId: "call", form: "cannotAttend", at: at("24T10:00") } }), deps);
    await draftOwed(due("Acme", { ...cannot, about: { meetingId: "call", form: "moved" } }), deps);
    assert.deepEqual(run, [
      ["khobor.cannotAttend", { kind: "meeting", recordId: "call", at: at("24T10:00") }],
      ["khobor.write.meeting", { clientId: "acme", about: { meetingId: "call", form: "moved" } }],
    ]);
  });

  it("says which promise the update keeps", async () => {
    const view = here();
    const note = { id: "p", kind: "promise", due: { by: "date", on: "2026-11-19" } };
    const { deps, run } = setUp(view);
    await draftOwed(due("Acme", { rule: "promise", projectId: "shop", about: { noteId: "p" } }), { ...deps, book: { ...deps.book, current: () => ({ ...view.book, note: [note] }) } } as never);
    assert.deepEqual(run, [["khobor.draftUpdate", { kind: "project", recordId: "shop", promiseId: "p" }]]);
  });

  it("asks for the date of a promise that has none", async () => {
    const made = room({ book: bookWith("Acme") }, { pick: "Promise" }, { type: "Send the logo" }, { type: "" }, "enter", { type: "24 nov" });
    const noteId = await addNote({ kind: "client", recordId: "acme-client" }, made.deps);
    const promise = due("Acme", { rule: "promise", about: { noteId } });
    const deps = { ...made.deps, view: () => undefined } as never;
    assert.equal(await draftOwed(promise, deps), true);
    assert.deepEqual(made.book().note[0]?.due, { by: "date", on: "2026-11-24" });
    assert.equal(made.executed.length, 0);
  });

  describe("whether leave is taken that is not certain", () => {
    const asking = (...acts: Act[]) => {
      const [stamp, absenceId] = [{ now: at("18T10:00"), newId: () => "away" }, "away"];
      const leave = created("absence", { from: "2026-12-13" as PlainDate, to: "2026-12-17" as PlainDate, tentative: true }, stamp);
      const made = room({ book: applyChanges(bookWith("Acme"), [leave]) }, ...acts);
      const owed = due("Acme", { rule: "leave", kind: "leave", what: { id: "owed.what.leaveConfirm" }, about: { absenceId } });
      const written = async () => [await draftOwed(owed, { ...made.deps, view: () => undefined } as never), made.executed];
      return { made, written, word: ["khobor.write.leave", { clientId: "acme", about: { absenceId } }] };
    };
    it("is asked before the word about it: certain, off, or by another day", async () => {
      for (const [answer, stands] of [["Yes, it is certain", [undefined, false]], ["No, I stay at work", [true, true]], ["Not certain yet: name another day", [true, false]]] as const) {
        const { made, written, word } = asking({ pick: answer });
        assert.deepEqual(await written(), [true, [word]]);
        const [absence] = made.book().absence;
        assert.deepEqual([absence?.tentative, absence?.archivedAt !== undefined], stands);
      }
    });
    it("changes and writes nothing where that is cancelled", async () => {
      const { made, written } = asking("escape");
      assert.deepEqual(await written(), [undefined, []]);
      assert.equal(made.book().absence[0]?.rev, 1);
    });
  });

  it("begins the invoice that is owed, or issues the draft of it: before that there is no message", async () => {
    const view = here();
    const book = { ...view.book, invoice: [{ id: "drafted" }, { id: "issued", issuedOn: "2026-11-18" }] };
    const { deps, run } = setUp(view);
    const owedAn = { kind: "invoice", projectId: "shop" } as const;
    const all: readonly Partial<Owed>[] = [
      { ...owedAn, rule: "invoice", about: { milestoneId: "m" } },
      { ...owedAn, rule: "invoice", about: { milestoneId: "m", invoiceId: "drafted" } },
      { ...owedAn, rule: "invoice" },
      { ...owedAn, rule: "deposit" },
      { ...owedAn, rule: "deposit", about: { invoiceId: "drafted" } },
    ];
    for (const more of all) await draftOwed(due("Acme", more), { ...deps, book: { ...deps.book, current: () => book }, clock: { now: () => at("19T11:00"), zone: () => "Asia/Dhaka" } } as never);
    assert.deepEqual(run, [
      ["khobor.newInvoice", { kind: "milestone", recordId: "m" }],
      ["khobor.issueInvoice", { kind: "invoice", recordId: "drafted" }],
      ["khobor.newInvoice", { kind: "project", recordId: "shop", whatFor: "project" }],
      ["khobor.newInvoice", { kind: "project", recordId: "shop", whatFor: "deposit" }],
      ["khobor.issueInvoice", { kind: "invoice", recordId: "drafted" }],
    ]);
  });

  it("opens the workspace of a client who is elsewhere, or says that none is known", async () => {
    const { deps, run, opened, informed } = setUp({ ...here(due("Acme")), elsewhere: new Set(["acme"]) });
    await draftOwed(due("Acme"), deps);
    assert.deepEqual([run, opened], [[], ["/work/acme"]]);
    await openElsewhere(due("Rahim"), deps);
    assert.deepEqual(informed, [{ id: "owedList.noFolder", values: { client: "Rahim" } }]);
  });

  it("opens another folder of theirs where the first is gone, and says what to do where none is left", async () => {
    const elsewhere = { ...here(due("Acme")), elsewhere: new Set(["acme"]) };
    const moved = setUp(elsewhere, {}, { scope: "/gone/acme", other: "/work/api" });
    await openElsewhere(due("Acme"), moved.deps);
    assert.deepEqual([moved.opened, moved.informed], [["/work/api"], []]);
    const gone = setUp(elsewhere, {}, { scope: "/gone/acme" });
    await openElsewhere(due("Acme"), gone.deps);
    assert.deepEqual([gone.opened, gone.informed], [[], [{ id: "owedList.folderGone", values: { client: "Acme", folder: "/gone/acme" } }]]);
  });

  it("of all that is due goes through them one after the other, and opens the first", async () => {
    const { deps, run, informed } = setUp(here(due("Acme"), due("Rahim", { kind: "status" }), owing("Sara", "soon", at("22T11:00"))));
    await writeAllDue(deps);
    assert.deepEqual(run.map(([id]) => id), ["khobor.draftUpdate", "khobor.write.status", "khobor.openDraft"]);
    assert.deepEqual(run.at(-1), ["khobor.openDraft", "draft-1"]);
    assert.deepEqual(informed, [{ id: "owedList.allWritten", values: { count: 2 } }]);
  });

  it("stops where a question is cancelled", async () => {
    const { deps, run, informed } = setUp(here(due("Acme", { kind: "status" }), due("Rahim"), due("Sara")), { "khobor.write.status": undefined });
    await writeAllDue(deps);
    assert.deepEqual(run.map(([id]) => id), ["khobor.write.status"]);
    assert.deepEqual(informed, []);
  });

  it("goes on after a word that could not be written, whose reason was said", async () => {
    const { deps, run, informed } = setUp(here(due("Acme", { kind: "status" }), due("Rahim"), due("Sara")), { "khobor.write.status": false });
    await writeAllDue(deps);
    assert.deepEqual(run.map(([id]) => id), ["khobor.write.status", "khobor.draftUpdate", "khobor.draftUpdate", "khobor.openDraft"]);
    assert.deepEqual(informed, [{ id: "owedList.allWritten", values: { count: 2 } }]);
  });

  it("says so where nothing is due", async () => {
    const { deps, informed } = setUp(here(owing("Acme", "soon", at("22T11:00"))));
    await writeAllDue(deps);
    assert.deepEqual(informed, [{ id: "owedList.nothingDue" }]);
  });
});

describe("opening what is owed", () => {
  const both = { ...here(due("Acme"), owing("Rahim", "fine", at("26T11:00"))), elsewhere: new Set(["acme"]) };
  it("shows the client in the sidebar, or opens the workspace where they are", async () => {
    const { deps, opened } = setUp(both);
    for (const owed of both.owed) await openOwed(owed, deps);
    assert.deepEqual(opened, ["/work/acme", "rahim"]);
  });
  it("asks which one of all that is owed, with the keyboard alone", async () => {
    const { deps, opened } = setUp(both, {}, {}, { pick: '"Rahim"' });
    await openOwed(undefined, deps);
    assert.deepEqual(opened, ["rahim"]);
    const none = setUp(here());
    await openOwed(undefined, none.deps);
    assert.deepEqual(none.informed, [{ id: "owedList.nothingDue" }]);
  });
});

import assert from "node:assert/strict";
import { applyChanges, type Book } from "../../../../../src/core/book/book";
import { created, revised } from "../../../../../src/core/book/changes";
import { leaveAsTold } from "../../../../../src/core/book/leaveTold";
import type { SentRecord } from "../../../../../src/core/book/sentRecord";
import type { Instant, Zone } from "../../../../../src/core/time/types";
import { addLeave } from "../../../../../src/ui/commands/plan/addLeave";
import { myLeave, removeLeave } from "../../../../../src/ui/commands/plan/myLeave";
import type { Act } from "../../prompts/scriptedScreen";
import { bookWith, now } from "../book/room";
import { planRoom } from "./planRoom";

const stamp = { now, newId: () => "demo" };

/** Acme and Rahim have work under way, and Acme a meeting on 8 December. */
function busy(): Book {
  const book = bookWith("Acme", "Rahim");
  const meeting = created("meeting", { clientId: "acme-client", title: "Demo", startsAt: "2026-12-08T10:00:00.000Z" as Instant, minutes: 30, zone: "Asia/Dhaka" as Zone }, stamp);
  const quiet = book.project.map((project) => revised("project", project, { status: "active", rhythm: { every: "never" } }, stamp));
  return applyChanges(book, [meeting, ...quiet]);
}
const days = (book: Book) => book.absence.filter(({ archivedAt }) => archivedAt === undefined).map(({ from, to, reason, tentative }) => [from, to, reason, tentative]);
const eid: readonly Act[] = [{ type: "6 dec" }, { type: "thu" }, { type: "Eid" }, { pick: "Certain" }];

describe("adding leave", () => {
  it("shows what falls into it, does what is chosen about each, and drafts a message for every client", async () => {
    const { deps, book, executed, said, screen } = planRoom({ book: busy() }, ...eid, { pick: "That is all" }, "enter", { pick: "Move it to another time" }, "enter", "enter", { pick: "Done" });
    await addLeave(deps);
    assert.deepEqual(days(book()), [["2026-12-06", "2026-12-10", "Eid", undefined]]);
    const absenceId = book().absence[0]?.id;
    assert.deepEqual(executed, [
      ["khobor.moveMeeting", { kind: "meeting", recordId: "demo" }],
      ["khobor.write.leave", { clientId: "acme-client", about: { absenceId } }],
      ["khobor.write.leave", { clientId: "rahim-client", about: { absenceId } }],
    ]);
    assert.equal(said[0]?.text, "Your leave is entered.");
    const lists = screen.shown.filter(({ frame }) => frame.title === "While you are away");
    assert.deepEqual(lists.map(({ offered }) => offered), ["Acme: meeting “Demo”", "Write to 2 clients about it", "Done"]);
  });

  it("leaves a step open that was begun and cancelled", async () => {
    const answer = (command: string) => (command === "khobor.moveMeeting" ? undefined : true);
    const { deps, screen } = planRoom({ book: busy(), answer }, ...eid, { pick: "That is all" }, "enter", { pick: "Move it to another time" }, "enter", { pick: "Say that I cannot come" }, { pick: "Done" });
    await addLeave(deps);
    const next = screen.shown.filter(({ frame }) => frame.title === "While you are away").map(({ offered }) => offered);
    assert.deepEqual(next, ["Acme: meeting “Demo”", "Acme: meeting “Demo”", "Write to 2 clients about it"]);
  });

  it("calls nobody told to whom no message was written", async () => {
    const { deps, screen } = planRoom({ book: busy(), answer: () => undefined }, ...eid, { pick: "That is all" }, { pick: "Write to 2 clients about it" }, "enter", { pick: "Done" });
    await addLeave(deps);
    assert.ok(screen.shown.at(-1)?.labels.includes("Write to 2 clients about it"));
  });

  it("takes a year's in one sitting, and takes all of it back in one step", async () => {
    const { deps, book, said } = planRoom(
      { book: bookWith() },
      ...eid, { pick: "Add another" }, { type: "26 mar" }, { type: "" }, { type: "" }, { pick: "Not certain yet" }, { pick: "That is all" },
    );
    await addLeave(deps);
    assert.deepEqual(days(book()), [["2026-12-06", "2026-12-10", "Eid", undefined], ["2027-03-26", "2027-03-26", undefined, true]]);
    await said[0]?.actions.find(({ label }) => label === "Undo")?.run();
    assert.deepEqual(days(book()), []);
  });

  it("offers to tell of leave that is not certain, too, so that clients can plan", async () => {
    const { deps, book, executed } = planRoom({ book: busy() }, { type: "6 dec" }, { type: "+3w" }, { type: "" }, { pick: "Not certain yet" }, "enter", { pick: "Write to 2 clients about it" }, "enter", { pick: "Done" });
    await addLeave(deps);
    const absenceId = book().absence[0]?.id;
    assert.deepEqual(executed.map(([, argument]) => argument), ["acme-client", "rahim-client"].map((clientId) => ({ clientId, about: { absenceId } })));
  });

  it("refuses an end before the beginning", async () => {
    const { deps } = planRoom({ book: bookWith() }, { type: "6 dec" }, { type: "2026-12-05" });
    await assert.rejects(addLeave(deps), /refused: That is before the first day/);
  });
});

describe("my leave", () => {
  const entered = async () => {
    const { deps, book } = planRoom({ book: bookWith() }, ...eid, "enter");
    await addLeave(deps);
    return book();
  };

  it("can be changed part by part", async () => {
    const { deps, book } = planRoom({ book: await entered() }, "enter", { pick: "Last day away" }, { type: "sat" }, { pick: "Reason, for you" }, { type: "" }, "escape");
    await assert.rejects(myLeave(deps), { name: "Cancelled" });
    assert.deepEqual(days(book()), [["2026-12-06", "2026-12-12", undefined, undefined]]);
  });

  it("is changed or removed from its own row", async () => {
    const book = await entered();
    const row = { kind: "leave", recordId: book.absence[0]!.id };
    const changed = planRoom({ book }, { pick: "Reason, for you" }, { type: "Exam" }, "escape");
    await assert.rejects(myLeave(changed.deps, row), { name: "Cancelled" });
    assert.equal(changed.book().absence[0]?.reason, "Exam");
    const removed = planRoom({ book });
    await removeLeave(removed.deps, row);
    assert.deepEqual(days(removed.book()), []);
  });

  it("can be picked to be removed, and says where there is none", async () => {
    const picked = planRoom({ book: await entered() }, "enter");
    await removeLeave(picked.deps);
    assert.deepEqual(days(picked.book()), []);
    const none = planRoom({ book: bookWith() });
    await removeLeave(none.deps);
    assert.equal(none.said[0]?.text, "No leave is entered yet");
  });

  it("can be removed, and brought back", async () => {
    const { deps, book, said } = planRoom({ book: await entered() }, "enter", { pick: "Remove" });
    await myLeave(deps);
    assert.deepEqual(days(book()), []);
    await said[0]?.actions.find(({ label }) => label === "Undo")?.run();
    assert.equal(days(book()).length, 1);
  });
});

describe("leave that clients were told of", () => {
  /** Both have work under way; Acme was told. */
  const told = async () => {
    const { deps, book } = planRoom({ book: busy() }, ...eid, "enter", { pick: "Done" });
    await addLeave(deps);
    const absence = book().absence[0]!;
    const sent: SentRecord = {
      version: 2, what: "sent", id: "told", clientId: "acme-client", kind: "leave", language: "en", channel: "copy", at: now, text: "Away", told: [], readUpTo: {}, noteIds: [],
      outcome: "handedOver", about: { absenceId: absence.id, leave: [leaveAsTold(absence)] },
    };
    return { book: book(), history: [sent], row: { kind: "leave", recordId: absence.id }, word: ["khobor.write.leave", { clientId: "acme-client", about: { absenceId: absence.id } }] };
  };

  it("is told anew right after it was changed, to those who know of it", async () => {
    const { row, word, ...given } = await told();
    const { deps, executed, screen } = planRoom(given, { pick: "Last day away" }, { type: "sat" }, "escape", "enter");
    await assert.rejects(myLeave(deps, row), { name: "Cancelled" });
    assert.deepEqual(executed, [word]);
    assert.equal(screen.shown.at(-1)?.frame.title, "Tell clients that your leave has changed");
    assert.deepEqual(screen.shown.at(-1)?.labels, ["Acme"]);
  });

  it("is told to be off right after it was removed, from its row and from its menu", async () => {
    const { row, word, ...given } = await told();
    const removed = planRoom(given, "enter");
    await removeLeave(removed.deps, row);
    assert.deepEqual(removed.executed, [word]);
    assert.equal(removed.screen.shown.at(-1)?.frame.title, "Tell clients that your leave is cancelled");
    const menu = planRoom(given, { pick: "Remove" }, "enter");
    await myLeave(menu.deps, row);
    assert.deepEqual(menu.executed, [word]);
  });

  it("asks nothing where nothing of it has changed that they were told", async () => {
    const { row, word: _, ...given } = await told();
    const { deps, executed } = planRoom(given, { pick: "Reason, for you" }, { type: "Exam" }, "escape");
    await assert.rejects(myLeave(deps, row), { name: "Cancelled" });
    assert.deepEqual(executed, []);
    const unheard = planRoom({ book: given.book });
    await removeLeave(unheard.deps, row);
    assert.deepEqual(unheard.executed, []);
  });
});

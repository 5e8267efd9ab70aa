import assert from "node:assert/strict";
import { emptyBook, type Book, type BookChange } from "../../../../src/core/book/book";
import type { Me } from "../../../../src/core/book/me";
import type { Note } from "../../../../src/core/book/note";
import { conflictsIn, emptyContent, settled, taken, type Content } from "../../../../src/storage/book/content";
import { bookVersion } from "../../../../src/storage/book/image";
import { createReading } from "../../../../src/storage/book/lines";
import { agreeing } from "../../../../src/storage/book/agreeing";
import { markOf } from "../../../../src/storage/book/lineage";
import { smallCopy } from "../../../../src/storage/book/smallCopy";
import { contentOf, united, unitedWithCopy } from "../../../../src/storage/book/united";
import { ids, note, now } from "../bookMachine";

const withNotes = (...notes: readonly Note[]): Content => contentOf({ ...emptyBook, note: notes });
const texts = ({ part }: Content) => Object.fromEntries(part.note.map(({ id, text, rev }) => [id, `${text} ${rev}`]));
const remove = (id: string): BookChange => ({ op: "remove", kind: "note", id });

describe("two contents of one file", () => {
  const here = withNotes(note("n-1", "here", 3), note("n-2", "here", 1), note("n-3", "here", 2));
  const there = withNotes(note("n-2", "there", 2), note("n-3", "there", 2), note("n-4", "there", 1));

  it("unite to the later revision of each record, whichever comes first", () => {
    assert.deepEqual(texts(united(here, there)), { "n-1": "here 3", "n-2": "there 2", "n-3": "here 2", "n-4": "there 1" });
    assert.deepEqual(texts(united(there, here)), { "n-1": "here 3", "n-2": "there 2", "n-3": "there 2", "n-4": "there 1" });
  });

  it("keep both versions of a record that a copy has in the same revision, and not alike", () => {
    const both = unitedWithCopy(here, there);
    assert.deepEqual(texts(both), texts(united(here, there)));
    assert.deepEqual(conflictsIn(both).map(({ id, other }) => [id, (other as Note).text]), [["n-3", "there"]]);
    assert.equal(unitedWithCopy(both, there), both);
  });

  it("keep both versions where the one in the lower revision was changed later", () => {
    const at = (record: Note, changedAt: string) => ({ ...record, changedAt: changedAt as Note["changedAt"] });
    const [twice, once] = [at(note("n-1", "edited twice", 3), "2026-11-25T10:30:00.000Z"), at(note("n-1", "edited once, later", 2), "2026-11-25T11:00:00.000Z")];
    for (const [file, copy] of [[twice, once], [once, twice]] as const) {
      const both = unitedWithCopy(withNotes(file), withNotes(copy));
      assert.deepEqual([texts(both), conflictsIn(both).map(({ other }) => other)], [{ "n-1": "edited twice 3" }, [once]]);
      assert.equal(unitedWithCopy(both, withNotes(copy)), both);
    }
    const followed = at(note("n-1", "edited twice", 2), "2026-11-25T11:00:00.000Z");
    for (const older of [at(once, "2026-11-25T10:00:00.000Z"), followed]) assert.deepEqual(unitedWithCopy(withNotes(twice), withNotes(older)).waiting, []);
  });

  it("unite to the very first where the second adds nothing", () => {
    const both = united(here, there);
    assert.equal(united(both, there), both);
    assert.equal(united(both, emptyContent), both);
  });

  it("leave out what was taken out, until it is changed later", () => {
    const without = taken(here, [{ change: remove("n-1"), was: here.part.note[0] }]);
    assert.deepEqual(ids(united(without, here).part.note), ["n-2", "n-3"]);
    assert.deepEqual(ids(united(here, without).part.note), ["n-2", "n-3"]);
    assert.deepEqual(texts(united(without, withNotes(note("n-1", "restored", 4))))["n-1"], "restored 4");
  });
});

describe("a step on a file that has changed since", () => {
  const [was, theirs] = [note("n-1", "as agreed", 1), note("n-1", "theirs", 2)];

  it("that was taken in already is not taken in twice", () => {
    const step = { change: { op: "put", kind: "note", record: note("n-1", "ours", 2) } as const, was, lateId: "late-1" };
    const once = taken(withNotes(was), [step]);
    const later = taken(once, [{ change: { op: "put", kind: "note", record: note("n-1", "later", 3) }, was: once.part.note[0] }]);
    assert.deepEqual(texts(taken(later, [step])), { "n-1": "later 3" });
    assert.deepEqual(later.waiting, []);
  });

  it("does not take out what somebody else has changed", () => {
    assert.deepEqual(texts(taken(withNotes(theirs), [{ change: remove("n-1"), was }])), { "n-1": "theirs 2" });
  });

  it("keeps both versions of a record, and the later one stands", () => {
    const ours = { ...note("n-1", "ours", 2), changedAt: "2026-11-25T07:00:00.000Z" as Note["changedAt"] };
    const both = taken(withNotes(theirs), [{ change: { op: "put", kind: "note", record: ours }, was }]);
    assert.deepEqual([texts(both), both.waiting], [{ "n-1": "ours 2" }, [{ kind: "note", record: theirs }]]);
  });

  it("changes only those fields of Me that its maker changed", () => {
    const before: Me = { names: ["Rafi"], emails: ["a@example.com"], signature: "Rafi" };
    const content = contentOf({ ...emptyBook, me: { ...before, emails: ["a@example.com", "b@example.com"] } });
    const { names, emails } = before;
    const after = taken(content, [{ change: { op: "me", me: { names: [...names, "রাফি"], emails } }, was: before }]);
    assert.deepEqual(after.part.me, { names: ["Rafi", "রাফি"], emails: ["a@example.com", "b@example.com"] });
  });
});

describe("the copy in the state of a workspace", () => {
  const many = (count: number, more: Partial<Note>): readonly Note[] => Array.from({ length: count }, (_, at) => ({ ...note(`n-${at}`), ...more }));
  const old = { changedAt: "2026-01-01T00:00:00.000Z" as Note["changedAt"] };
  const size = (book: Book) => Buffer.byteLength(JSON.stringify(book));

  it("has what is open, however old, and what is settled only while it is recent", () => {
    const settled = { settledAt: now };
    const book = { ...emptyBook, note: [{ ...note("open"), ...old }, { ...note("done"), ...old, ...settled }, { ...note("recent"), ...settled }] };
    assert.deepEqual(ids(smallCopy(book, now).note), ["open", "recent"]);
  });

  it("stays within its size at ten thousand notes, the newest ones first", () => {
    const copy = smallCopy({ ...emptyBook, note: many(10_000, {}) }, now);
    assert.ok(size(copy) < 200 * 1024 && size(copy) > 100 * 1024, String(size(copy)));
    assert.equal(copy.note.at(-1)?.id, "n-9999");
    assert.ok(!ids(copy.note).includes("n-0"));
  });
});

describe("an edit of what was removed elsewhere", () => {
  const [was, theirs] = [note("n-1", "as agreed", 1), note("n-1", "theirs", 2)];
  const put = (record: Note): BookChange => ({ op: "put", kind: "note", record });

  it("stays, and is asked about", () => {
    const removed = taken(withNotes(was), [{ change: remove("n-1"), was }]);
    const edited = taken(removed, [{ change: put(theirs), was }]);
    assert.deepEqual(texts(edited), { "n-1": "theirs 2" });
    const [conflict, ...more] = conflictsIn(edited);
    assert.deepEqual([conflict, more], [{ kind: "note", id: "n-1", kept: theirs, other: was, removed: true }, []]);
    assert.deepEqual(conflictsIn(settled(edited, conflict!)), []);
    // Removed after all, there is nothing left to ask.
    assert.deepEqual(conflictsIn(taken(edited, [{ change: remove("n-1"), was: theirs }])), []);
  });

  it("is asked about in the same way where the removal comes second", () => {
    const edited = taken(withNotes(was), [{ change: put(theirs), was }]);
    const removed = taken(edited, [{ change: remove("n-1"), was }]);
    assert.deepEqual(texts(removed), { "n-1": "theirs 2" });
    assert.deepEqual(conflictsIn(removed).map(({ kept, removed: gone }) => [kept, gone]), [[theirs, true]]);
  });

  it("that is older than what was removed is there for good: no copy from between takes it out again", () => {
    const removed = taken(withNotes(note("n-1", "as it was", 3)), [{ change: remove("n-1"), was: note("n-1", "as it was", 3) }]);
    const back = taken(removed, [{ change: put(note("n-1", "imported", 2)) }]);
    assert.equal(taken(back, [{ change: put(note("n-1", "imported", 2)) }]), back);
    for (const healed of [united(removed, back), united(back, removed)]) assert.deepEqual(texts(healed), { "n-1": "imported 4" });
  });

  it("is no surprise where one undoes the removal oneself, or an old copy turns up", () => {
    const removed = taken(withNotes(was), [{ change: remove("n-1"), was }]);
    assert.deepEqual(conflictsIn(taken(removed, [{ change: put({ ...was, rev: 2 }) }])), []);
    const later = { ...was, rev: 7 };
    assert.deepEqual(conflictsIn(taken(removed, [{ change: put({ ...later, rev: 8 }), was: later }])), []);
  });
});

describe("the details of the user", () => {
  const me = (more: Partial<Me>): Me => ({ names: ["Rafi"], emails: [], ...more });
  const withMe = (mine: Me, more: Partial<Content> = {}): Content => ({ ...contentOf({ ...emptyBook, me: mine }), ...more });
  const [was, here, there] = [me({ signature: "R" }), me({ signature: "Rafi", digits: "latin" }), me({ signature: "Rafi, Dhaka", emails: ["rafi@example.com"] })];

  it("changed in two places are merged field by field, and one field that both changed is asked about", () => {
    const merged = taken(withMe(here), [{ change: { op: "me", me: there }, was }]);
    assert.deepEqual(merged.part.me, { names: ["Rafi"], emails: ["rafi@example.com"], signature: "Rafi, Dhaka", digits: "latin" });
    const [conflict, ...more] = conflictsIn(merged);
    assert.deepEqual([conflict, more], [{ kind: "me", id: "me", kept: merged.part.me, other: { ...merged.part.me, signature: "Rafi" } }, []]);
    assert.deepEqual(conflictsIn(settled(merged, conflict!)), []);
  });

  it("are no question where both did the same, or different fields", () => {
    const same = taken(withMe(me({ signature: "Rafi" })), [{ change: { op: "me", me: me({ signature: "Rafi", digits: "latin" }) }, was }]);
    assert.deepEqual([same.part.me, conflictsIn(same)], [me({ signature: "Rafi", digits: "latin" }), []]);
    const apart = taken(withMe(me({ signature: "R", digits: "latin" })), [{ change: { op: "me", me: me({ signature: "Rafi" }) }, was }]);
    assert.deepEqual([apart.part.me, conflictsIn(apart)], [me({ signature: "Rafi", digits: "latin" }), []]);
  });

  it("follow a copy that came of them on another machine, and leave one that they came of themselves", () => {
    const before = withMe(was);
    const after = taken(before, [{ change: { op: "me", me: there }, was }]);
    assert.deepEqual(agreeing(before, { me: there, was: after.meWas }, []).part.me, there);
    assert.deepEqual(agreeing(taken(after, [{ change: { op: "me", me: here }, was: there }]), { me: there, was: after.meWas }, []).part.me, here);
    // Undone there, which is as it was before.
    const undone = taken(after, [{ change: { op: "me", me: was }, was: there }]);
    assert.deepEqual(agreeing(after, { me: was, was: undone.meWas }, []).part.me, was);
    assert.equal(agreeing(undone, { me: there, was: after.meWas }, []), undone);
    // One from before there were marks was never compared with anything.
    assert.equal(agreeing(before, { me: there, was: [] }, []), before);
  });

  it("are merged with a copy that went its own way, and ask where both changed the same; once", () => {
    const file = taken(withMe(was), [{ change: { op: "me", me: here }, was }]);
    const copy = { me: there, was: [markOf(was, [])] };
    const both = agreeing(file, copy, [was]);
    assert.deepEqual(both.part.me, { ...here, emails: ["rafi@example.com"] });
    assert.deepEqual(conflictsIn(both).map(({ other }) => (other as Me).signature), ["Rafi, Dhaka"]);
    assert.equal(agreeing(both, copy, [was]), both);
    const strangers = agreeing(file, { me: there, was: ["never seen"] }, [was]);
    assert.deepEqual([strangers.part.me, conflictsIn(strangers).map(({ other }) => other)], [here, [there]]);
  });
});

describe("another Me that waits and cannot be read", () => {
  it("is set aside as it was found", () => {
    const reading = createReading(bookVersion, () => now);
    reading.entry({ waiting: { kind: "me", record: { names: "Rafi" } } });
    const { waiting, aside } = reading.content();
    assert.deepEqual([waiting, aside.map(({ kind, raw }) => ({ kind, raw }))], [[], [{ kind: "me", raw: { names: "Rafi" } }]]);
  });
});

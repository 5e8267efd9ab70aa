import assert from "node:assert/strict";
import { emptyBook, type Book, type BookChange } from "../../../../src/core/book/book";
import type { Me } from "../../../../src/core/book/me";
import type { Note } from "../../../../src/core/book/note";
import { emptyContent, taken, type Content } from "../../../../src/storage/book/content";
import { smallCopy } from "../../../../src/storage/book/smallCopy";
import { contentOf, united } from "../../../../src/storage/book/united";
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

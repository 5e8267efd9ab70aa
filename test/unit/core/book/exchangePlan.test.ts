import assert from "node:assert/strict";
import { applyChanges, type Book } from "../../../../src/core/book/book";
import type { Exchange } from "../../../../src/core/book/exchange";
import { itemsFor, planImport, type ImportItem } from "../../../../src/core/book/exchangePlan";
import type { Note } from "../../../../src/core/book/note";
import { emptyBook } from "../../../../src/core/book/book";
import { nobodyYet } from "../../../../src/core/book/me";
import type { Instant } from "../../../../src/core/time/types";
import { sent, withdrawn } from "../../storage/historySamples";
import { exchange, waiting, sampleBook, sampleProvenance, skipped } from "./exchanges";

const nothing: Exchange = { book: emptyBook, answers: [], wordings: [], history: [], drafts: [] };
const news = (items: readonly ImportItem[]) => items.filter(({ what }) => what === "add" || what === "change");

/** The exchange with one note as it is, or as given. */
function withNote(more: Partial<Note>): Exchange {
  const book = sampleBook();
  return exchange({ book: { ...book, note: book.note.map((note, at) => (at === 0 ? { ...note, ...more } : note)) } });
}
const noteItem = (items: readonly ImportItem[]) => items.find((item) => item.part === "record" && item.change.kind === "note" && item.change.record.id === sampleBook().note[0]?.id)!;

describe("what an import would do", () => {
  it("is to add everything where there is nothing", () => {
    const items = planImport(nothing, exchange());
    assert.deepEqual(new Set(items.map(({ what }) => what)), new Set(["add"]));
    const book = items.reduce<Book>((made, item) => (item.part === "record" ? applyChanges(made, [item.change]) : item.part === "me" ? { ...made, me: item.me } : made), emptyBook);
    assert.deepEqual(book, sampleBook());
  });

  it("is nothing the second time", () => {
    assert.deepEqual(news(planImport(exchange(), exchange())), []);
  });

  it("goes by revision and time; what is newer here stays, and what neither came of the other is kept twice", () => {
    const [earlier, later] = ["2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"] as Instant[];
    const here = withNote({ rev: 5, text: "here" });
    assert.equal(noteItem(planImport(here, withNote({ rev: 6, text: "there" }))).what, "change");
    assert.equal(noteItem(planImport(here, withNote({ rev: 6, text: "there", changedAt: later! }))).what, "change");
    assert.equal(noteItem(planImport(here, withNote({ rev: 4, text: "there", changedAt: earlier! }))).what, "keep");
    for (const there of [{ rev: 6, changedAt: earlier! }, { rev: 4, changedAt: later! }, { rev: 5, changedAt: later! }, { rev: 5, changedAt: earlier! }, { rev: 5 }]) {
      const file = withNote({ ...there, text: "there" });
      const found = noteItem(planImport(here, file));
      assert.equal(found.what, "both", JSON.stringify(there));
      assert.ok(found.part === "record");
      assert.equal(noteItem(planImport(here, file, [found.change.record])).what, "keep", "it waits already");
    }
    assert.equal(noteItem(planImport(here, here)).what, "same");
  });

  it("is to bring again what was brought once and undone, and only that", () => {
    const file = withNote({ rev: 4, text: "there" });
    const there = file.book.note[0]!;
    const undone = noteItem(planImport(withNote({ rev: 5, text: "as it was", changedAt: there.changedAt }), file));
    assert.equal(undone.what, "change");
    assert.ok(undone.part === "record" && undone.change.record.rev === 6);
    assert.equal(noteItem(planImport(withNote({ rev: 6, text: "there" }), file)).what, "keep");
    assert.equal(noteItem(planImport(withNote({ rev: 5, text: "edited here", changedAt: "2026-11-21T00:00:00.000Z" as Instant }), file)).what, "keep");
  });

  it("takes the later of two ways to say one line", () => {
    const [line] = exchange().wordings;
    const said = (at: string) => ({ ...nothing, wordings: [{ ...line!, at: at as Instant }] });
    const [early, late] = [said("2026-11-01T00:00:00.000Z"), said("2026-11-02T00:00:00.000Z")];
    assert.deepEqual([planImport(early, late), planImport(late, early), planImport(late, late)].map(([item]) => item?.what), ["change", "keep", "same"]);
    assert.ok(planImport(nothing, exchange()).some((item) => item.part === "wording" && item.clientId === "c-acme"));
  });

  it("fills in what is not said of me here, and replaces nothing", () => {
    const me = (here: Book["me"]) => planImport({ ...nothing, book: { ...emptyBook, me: here } }, exchange()).find(({ part }) => part === "me");
    const mine = sampleBook().me;
    assert.equal(me(nobodyYet)?.what, "add");
    assert.equal(me(mine)?.what, "same");
    assert.deepEqual(me({ names: ["Rafi A."], emails: [] }), { part: "me", what: "change", me: { ...mine, names: ["Rafi A."] }, before: { names: ["Rafi A."], emails: [] } });
    assert.equal(me({ ...mine, signature: "R." })?.what, "keep");
  });

  it("leaves out records that belong to no client of either side", () => {
    const book = sampleBook();
    const orphans = { ...book, client: book.client.filter(({ id }) => id !== "c-acme") };
    const items = planImport(nothing, exchange({ book: orphans }));
    const clients = items.flatMap((item) => (item.part === "record" && item.change.kind !== "absence" ? [item.clientId] : []));
    assert.deepEqual([...new Set(clients)], ["c-rahim"]);
    assert.ok(items.some((item) => item.part === "sent"), "what was sent is kept all the same");
  });

  it("never changes what was sent, and adds what is not there", () => {
    const here = { ...nothing, history: [sent("s1", { text: "as it is here" })] };
    const items = planImport(here, { ...nothing, history: [sent("s1"), sent("s2"), withdrawn("w1", "s2")] });
    assert.deepEqual(items.map(({ what, clientId }) => [what, clientId]), [["keep", "c-acme"], ["add", "c-acme"], ["add", "c-acme"]]);
  });

  it("takes the later of two answers", () => {
    const answered = (at: string) => ({ ...nothing, answers: [skipped("x", at)] });
    const [early, late] = [answered("2026-11-01T00:00:00.000Z"), answered("2026-11-02T00:00:00.000Z")];
    assert.deepEqual([planImport(early, late), planImport(late, early), planImport(late, late)].map(([item]) => item?.what), ["change", "keep", "same"]);
  });

  it("leaves a draft's text alone, and learns that it was sent elsewhere", () => {
    const draft = (more: object, text = "mine") => ({ ...nothing, drafts: [{ provenance: sampleProvenance(more), text }] });
    const { sentAs, ...open } = sampleProvenance();
    const here: Exchange = { ...nothing, drafts: [{ provenance: open, text: "mine" }] };
    assert.equal(planImport(here, { ...nothing, drafts: [{ provenance: open, text: "theirs" }] })[0]?.what, "keep");
    const learned = planImport(here, draft({ sentAs: "s9" }, "theirs"))[0]!;
    assert.deepEqual([learned.part, learned.what], ["draftSent", "change"]);
    assert.equal(planImport(here, { ...draft({ sentAs: "s9" }), history: [withdrawn("w", "s9")] }).find(({ part }) => part === "draft")?.what, "keep");
  });

  it("can be narrowed to some clients", () => {
    const items = planImport(nothing, exchange());
    const only = itemsFor(items, new Set(["c-rahim"]), new Set());
    assert.ok(only.every(({ clientId }) => clientId === undefined || clientId === "c-rahim"));
    assert.ok(only.some(({ part }) => part === "me"));
  });

  it("brings templates only where each is named, and says what one would replace", () => {
    const file: Exchange = { ...nothing, templates: [{ name: "en/progress", text: "theirs" }, { name: "en/delay", text: "mine" }, { name: "bn/delay", text: "new" }] };
    const here: Exchange = { ...nothing, templates: [{ name: "en/progress", text: "mine" }, { name: "en/delay", text: "mine" }] };
    const items = planImport(here, file);
    assert.deepEqual(items.map((item) => [item.what, item.part === "template" && item.before]), [["change", "mine"], ["same", "mine"], ["add", undefined]]);
    assert.deepEqual(itemsFor(items, new Set(["c-acme"]), new Set()), []);
    assert.deepEqual(itemsFor(items, new Set(), new Set(["bn/delay"])), [items[2]]);
  });

  it("leaves out a waiting message that was sent, here or there, and does not touch one that waits here", () => {
    const [entry] = waiting;
    const whats = (here: Partial<Exchange>, file: Partial<Exchange> = {}) => planImport({ ...nothing, ...here }, { ...nothing, waiting: [entry!], ...file }).filter(({ part }) => part === "waiting").map(({ what }) => what);
    const record = (id: string) => sent(id, { draftId: entry!.draftId });
    assert.deepEqual(whats({}), ["add"]);
    assert.deepEqual([whats({ waiting: [entry!] }), whats({ waiting: [{ ...entry!, tries: 9 }] })], [["same"], ["keep"]]);
    assert.deepEqual([whats({ history: [record("r1")] }), whats({}, { history: [record("r1")] })], [["keep"], ["keep"]]);
    // Taken back, it waits under another id; this very one has gone out.
    assert.deepEqual(whats({ history: [record("r1"), withdrawn("w1", "r1")] }), ["keep"]);
    const next = { ...entry!, message: { ...entry!.message, id: `${entry!.draftId}.2` } };
    assert.deepEqual(whats({ history: [record("r1"), withdrawn("w1", "r1")] }, { waiting: [next] }), ["add"]);
    assert.deepEqual(whats({ history: [record("r1"), withdrawn("w1", "r1"), record("r2"), withdrawn("w2", "r2")] }, { waiting: [next] }), ["keep"]);
  });
});

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach } from "mocha";
import { exchangeText } from "../../../src/core/book/exchange";
import type { ImportItem } from "../../../src/core/book/exchangePlan";
import { exportBook as exported } from "../../../src/flows/exportBook";
import { carryOut, prepareImport } from "../../../src/flows/importBook";
import { byId, exchange, sampleBook, templates, waiting } from "../core/book/exchanges";
import { sent } from "../storage/historySamples";
import { tempFolders } from "../storage/tempFolder";
import { createOutbox } from "../../../src/storage/outbox";
import { createAttachmentStore } from "../../../src/storage/attachmentStore";
import type { Instant } from "../../../src/core/time/types";
import { openWindow } from "./machine";

const folder = tempFolders();
const exportBook = async (deps: Parameters<typeof exported>[0]) => (await exported(deps)).text;
const windows: { close(): void }[] = [];
afterEach(() => windows.splice(0).forEach((window) => window.close()));
const open: typeof openWindow = (...args) => {
  const window = openWindow(...args);
  windows.push(window);
  return window;
};

async function items(text: string, { deps }: ReturnType<typeof openWindow>): Promise<readonly ImportItem[]> {
  const prepared = await prepareImport(text, deps);
  assert.ok("items" in prepared);
  return prepared.items;
}
const news = (all: readonly ImportItem[]) => all.filter(({ what }) => what === "add" || what === "change");
async function importAll(text: string, window: ReturnType<typeof openWindow>) {
  await carryOut(await items(text, window), window.deps);
}
/** Every file below, with its text. */
const filesIn = (top: string) =>
  !existsSync(top) ? [] : readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8")).sort();

describe("export and import", () => {
  const text = exchangeText(exchange());

  it("export → import → export is equal byte for byte, on another machine", async () => {
    const one = open(folder());
    await importAll(text, one);
    assert.equal(await exportBook(one.deps), text);
    const other = open(folder());
    await importAll(await exportBook(one.deps), other);
    assert.equal(await exportBook(other.deps), text);
    assert.deepEqual(byId(other.book.current()), byId(sampleBook()));
  });

  it("changes nothing the second time", async () => {
    const window = open(folder());
    await importAll(text, window);
    assert.deepEqual(news(await items(text, window)), []);
    const before = filesIn(path.join(window.folder, "sent"));
    await importAll(text, window);
    assert.deepEqual(filesIn(path.join(window.folder, "sent")), before);
    assert.equal(await exportBook(window.deps), text);
  });

  it("can be undone: book, drafts, sent records and answers are as before, and it can be done again", async () => {
    const window = open(folder());
    const { client } = sampleBook();
    await window.book.change([{ op: "put", kind: "client", record: { ...client[0]!, rev: 1, name: "Acme, as it was here" } }]);
    await window.history.add(sent("mine"));
    const before = await exportBook(window.deps);
    await importAll(text, window);
    assert.equal((await window.history.all()).length, 4);
    const undone = await window.undoing.undoLast();
    assert.equal(undone?.outcome, "undone");
    // Numbers of invoices only ever go on, also when an import is taken back.
    const plain = (exported: string) => exported.replaceAll(/"rev": \d+/g, "").replaceAll(/"changedAt": "[^"]+"/g, "").replace(/,\s*"invoiceSequence": \{[^}]*\}/, "");
    assert.equal(plain(await exportBook(window.deps)), plain(before));
    assert.deepEqual([await window.wordings.all(), window.answers.current()], [[], []]);
    await importAll(text, window);
    assert.equal((await window.history.all()).length, 4);
    assert.equal((await window.drafts.list()).length, 1);
    assert.equal((await window.wordings.all()).length, 2);
    assert.deepEqual(plain(await exportBook(window.deps)), plain(exchangeText(exchange({ history: [...exchange().history, sent("mine")] }))));
    assert.equal(window.book.current().client.find(({ id }) => id === "c-acme")?.name, client[0]!.name);
    // And that can be undone as well.
    await window.undoing.undoLast();
    assert.equal(plain(await exportBook(window.deps)), plain(before));
  });

  it("can be undone after an edit that was undone as well", async () => {
    const window = open(folder());
    await importAll(text, window);
    const note = window.book.current().note[0]!;
    await window.undoing.change({ id: "did.import" }, [{ op: "put", kind: "note", record: { ...note, text: "edited", rev: note.rev + 1, changedAt: "2026-11-23T10:00:00.000Z" as Instant } }]);
    assert.equal((await window.undoing.undoLast())?.outcome, "undone");
    assert.equal((await window.undoing.undoLast())?.outcome, "undone");
    assert.deepEqual([window.book.current().client, window.book.current().note, await window.book.conflicts.all()], [[], [], []]);
  });

  it("brings the files of drafts and of what was sent, byte for byte, and takes them back", async () => {
    const one = open(folder());
    await importAll(text, one);
    const [draft] = await one.drafts.list();
    const content = Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7) % 256));
    const files = createAttachmentStore(path.join(one.folder, "drafts"));
    const kept = [await files.add(draft!.id, "checkout.png", content), await files.add(draft!.id, "ভাউচার.pdf", Buffer.from("%PDF"))];
    await one.drafts.change(draft!.id, (now) => ({ ...now, attachments: [...kept, { name: "The page", type: "text/html", url: "https://example.com" }] }));
    const whole = await exportBook(one.deps);
    assert.ok(!whole.includes(one.folder));
    assert.deepEqual((JSON.parse(whole) as { file: { name: string; size: number }[] }).file.map(({ name, size }) => [name, size]), [["checkout.png", 3000], ["ভাউচার.pdf", 4]]);

    const other = open(folder());
    await importAll(whole, other);
    assert.equal(await exportBook(other.deps), whole);
    const at = (window: typeof other) => path.join(window.folder, "drafts", draft!.id, "checkout.png");
    assert.deepEqual(readFileSync(at(other)), content);
    assert.deepEqual(news(await items(whole, other)), []);
    await other.undoing.undoLast();
    assert.deepEqual(await other.drafts.list(), []);
    assert.equal(existsSync(at(other)), false);

    // A draft that is here gets back a file that it lost, and keeps one of its own.
    rmSync(at(one));
    await importAll(whole, one);
    assert.deepEqual(readFileSync(at(one)), content);
    await one.undoing.undoLast();
    assert.equal(existsSync(at(one)), false);
    await files.add(draft!.id, "checkout.png", Buffer.from("mine"));
    assert.deepEqual(news(await items(whole, one)), []);
    // What is not what it says it is, or would lie elsewhere, does not come in.
    const third = open(folder());
    await importAll(whole.replace(/"sha256": "[0-9a-f]{4}/, '"sha256": "0000').replace("ভাউচার.pdf\",\n      \"type", "../../x.pdf\",\n      \"type"), third);
    assert.deepEqual(readdirSync(path.join(third.folder, "drafts", draft!.id)).filter((name) => !name.startsWith(".")).sort(), ["message.md", "provenance.json"]);
  });

  const all = exchangeText(exchange({ templates, waiting }));

  it("brings templates and what waits to be sent, byte for byte, changes nothing the second time, and takes them back", async () => {
    const one = open(folder());
    await importAll(all, one);
    assert.equal(await exportBook(one.deps), all);
    assert.equal(readFileSync(path.join(one.folder, "templates", "bn", "progress.hbs"), "utf8"), templates[0]!.text);
    const other = open(folder());
    await importAll(await exportBook(one.deps), other);
    assert.equal(await exportBook(other.deps), all);
    assert.deepEqual(news(await items(all, other)), []);
    const before = ["templates", "outbox"].flatMap((name) => filesIn(path.join(other.folder, name)));
    await importAll(all, other);
    assert.deepEqual(["templates", "outbox"].flatMap((name) => filesIn(path.join(other.folder, name))), before);
    await other.undoing.undoLast();
    assert.equal((await other.undoing.undoLast())?.outcome, "undone");
    assert.deepEqual(["templates", "outbox"].flatMap((name) => filesIn(path.join(other.folder, name))), []);
  });

  it("sends nothing of what it brought by itself: a message waits until somebody has looked, and by no path of another machine", async () => {
    const window = open(folder());
    await importAll(all.replace('"name": "checkout.png",', '"name": "checkout.png", "path": "/etc/passwd",').replace('"draftId": "d-waits",', '"draftId": "d-waits", "holder": { "pid": 1, "host": "there", "run": "x" },'), window);
    const [stored] = filesIn(path.join(window.folder, "outbox")).map((file) => JSON.parse(file) as { message: { attachments: { path: string }[] }; holder?: unknown });
    assert.deepEqual([stored!.message.attachments[0]?.path, stored!.holder], [path.join(window.folder, "drafts", "d-waits", "checkout.png"), undefined]);
    const outbox = createOutbox({ folder: path.join(window.folder, "outbox"), clock: window.clock, log: window.log });
    const [entry] = await outbox.all();
    const { state, ...again } = entry!;
    assert.deepEqual([state, entry!.reason?.id, entry!.retryAfter], ["unclear", "send.broughtOver", undefined]);
    assert.equal(await outbox.begin(again), false);
    // Only who has looked lets it go; from then on it is one of this machine, and no undo takes it away.
    await outbox.release(entry!.message.id);
    assert.deepEqual((await outbox.all()).map((one) => one.state), ["failed"]);
    await window.undoing.undoLast();
    assert.equal((await outbox.all()).length, 1);
    outbox.dispose();
  });

  it("writes over no template that was changed since, neither on the way in nor back", async () => {
    const window = open(folder());
    const file = path.join(window.folder, "templates", "en", "progress.hbs");
    mkdirSync(path.dirname(file), { recursive: true });
    await writeFile(file, "mine");
    const planned = await items(all, window);
    const of = (name: string) => planned.find((item) => item.part === "template" && item.template.name === name);
    assert.deepEqual([of("en/progress")?.what, of("bn/progress")?.what], ["change", "add"]);
    await writeFile(file, "mine, changed meanwhile");
    await carryOut(planned, window.deps);
    assert.equal(readFileSync(file, "utf8"), "mine, changed meanwhile");
    await importAll(all, window);
    assert.equal(readFileSync(file, "utf8"), templates[2]!.text);
    await window.undoing.undoLast();
    assert.equal(readFileSync(file, "utf8"), "mine, changed meanwhile");
    await importAll(all, window);
    await writeFile(file, "mine again");
    await window.undoing.undoLast();
    assert.equal(readFileSync(file, "utf8"), "mine again");
  });

  it("takes no template from a file that leads elsewhere, and names one that it cannot read in an export", async () => {
    const window = open(folder());
    const prepared = await prepareImport(all.replaceAll('"en/progress"', '"../../progress"'), window.deps);
    assert.ok("items" in prepared);
    assert.deepEqual([prepared.unreadable, prepared.items.filter(({ part }) => part === "template").length], [1, 2]);
    await importAll(all, window);
    await writeFile(path.join(window.folder, "templates", "en", "progress.hbs"), Buffer.from([0xff, 0xfe, 0x00]));
    await writeFile(path.join(window.folder, "outbox", "d-cut.json"), "{ cut");
    const made = await exported(window.deps);
    assert.deepEqual([...made.notRead].filter((name) => name !== "checkout.png").sort(), ["d-cut.json", "en/progress.hbs"]);
  });

  it("leaves out a file that is too large, and names it", async () => {
    const window = open(folder());
    await importAll(text, window);
    const [draft] = await window.drafts.list();
    const kept = await createAttachmentStore(path.join(window.folder, "drafts")).add(draft!.id, "film.mp4", Buffer.alloc(6 * 1024 * 1024));
    await window.drafts.change(draft!.id, (now) => ({ ...now, attachments: [kept] }));
    const made = await exported(window.deps);
    assert.deepEqual(made.leftOut, ["film.mp4"]);
    assert.equal("file" in (JSON.parse(made.text) as object), false);
  });

  it("keeps both versions of what was changed here and there, asks once, and is undone with them", async () => {
    const [one, other] = [open(folder()), open(folder())];
    await importAll(text, one);
    await importAll(text, other);
    const edit = (window: typeof one, what: string, at: string) => {
      const note = window.book.current().note[0]!;
      return window.book.change([{ op: "put", kind: "note", record: { ...note, text: what, rev: note.rev + 1, changedAt: at as Instant } }]);
    };
    await edit(one, "as it was changed here", "2026-11-22T10:00:00.000Z");
    await edit(other, "as it was changed there", "2026-11-22T11:00:00.000Z");
    const theirs = await exportBook(other.deps);
    const both = async () => (await one.book.conflicts.all()).map(({ kind, kept, other: there }) => [kind, "text" in kept && kept.text, "text" in there && there.text]);
    const planned = await items(theirs, one);
    assert.deepEqual(planned.filter(({ what }) => what !== "same").map(({ what }) => what), ["both"]);
    await carryOut(planned, one.deps);
    assert.deepEqual(await both(), [["note", "as it was changed here", "as it was changed there"]]);
    assert.equal(one.book.current().note[0]?.text, "as it was changed here");
    // Once.
    assert.deepEqual((await items(theirs, one)).filter(({ what }) => what !== "same" && what !== "keep"), []);
    await importAll(theirs, one);
    assert.equal((await both()).length, 1);
    await one.undoing.undoLast();
    await one.undoing.undoLast();
    assert.deepEqual(await both(), []);
  });

  it("undone, leaves what was worked on since, and says so", async () => {
    const change: readonly (readonly [string, (window: ReturnType<typeof openWindow>, draftId: string) => Promise<unknown>])[] = [
      ["its text", (window, id) => writeFile(path.join(window.folder, "drafts", id, "message.md"), "mine")],
      ["a file beside it", (window, id) => writeFile(path.join(window.folder, "drafts", id, "shot.png"), "png")],
      ["that it was sent", (window, id) => window.drafts.change(id, (now) => ({ ...now, sentAs: "r-since" }))],
    ];
    for (const [what, work] of change) {
      const window = open(folder());
      await importAll(text, window);
      const [draft] = await window.drafts.list();
      await work(window, draft!.id);
      assert.equal((await window.undoing.undoLast())?.outcome, "undone");
      assert.deepEqual((await window.drafts.list()).map(({ id }) => id), [draft!.id], what);
      assert.deepEqual(window.said, ["import.draftsStay 1"], what);
    }
  });

  it("undone, takes only the mark of sending off a draft that was here", async () => {
    const window = open(folder());
    const [draft] = exchange().drafts;
    const { sentAs: _, ...mine } = draft!.provenance;
    await window.drafts.create(mine, draft!.text);
    const sentThere = exchangeText(exchange({ drafts: [{ ...draft!, provenance: { ...mine, sentAs: "r-there" } }] }));
    await importAll(sentThere, window);
    assert.equal((await window.drafts.read(mine.id))?.provenance.sentAs, "r-there");
    const attachments = [{ name: "since.png", type: "image/png", size: 3 }];
    await window.drafts.change(mine.id, (now) => ({ ...now, attachments }));
    await window.undoing.undoLast();
    assert.deepEqual((await window.drafts.read(mine.id))?.provenance, { ...mine, attachments });
  });

  it("undone, leaves a sent record that came here by another way meanwhile", async () => {
    const window = open(folder());
    const planned = await items(text, window);
    const [entry] = exchange().history;
    assert.equal(await window.history.add(entry!), true);
    assert.equal(await window.history.add(entry!), false);
    await carryOut(planned, window.deps);
    await window.undoing.undoLast();
    assert.deepEqual((await window.history.all()).map(({ id }) => id), [entry!.id]);
  });

  it("keeps a draft's text as its writer left it", async () => {
    const window = open(folder());
    await importAll(text, window);
    const [draft] = await window.drafts.list();
    assert.equal((await window.drafts.texts([draft!.id])).get(draft!.id), exchange().drafts[0]?.text);
  });

  it("exports the clients of every workspace on this machine, and nothing of where their repositories lie", async () => {
    const place = folder();
    const one = open(place);
    await importAll(text, one);
    const elsewhere = open(place, { global: one.global });
    assert.deepEqual(elsewhere.book.current().client, []);
    assert.equal(await exportBook(elsewhere.deps), text);
    assert.ok(!text.includes(place) && !/"path"/.test(text));
  });

  it("exports settled and old notes, which the state of the workspace does not hold, also as the first thing after a start", async () => {
    const place = folder();
    const one = open(place);
    await importAll(text, one);
    one.close();
    const after = open(place, { global: one.global, workspace: one.workspace });
    assert.equal(await exportBook(after.deps), text);
  });

  it("brings a client that another workspace has into this one, and undoing leaves it where it was", async () => {
    const place = folder();
    const one = open(place);
    await importAll(text, one);
    const other = open(place, { global: one.global });
    const changed = JSON.parse(text) as { client: { id: string; rev: number; name: string }[] };
    for (const client of changed.client) if (client.id === "c-acme") Object.assign(client, { rev: client.rev + 1, name: "Acme, renamed" });
    await importAll(JSON.stringify(changed), other);
    assert.deepEqual(other.book.current().client.map(({ name }) => name), ["Acme, renamed"]);
    assert.ok(other.book.current().note.length > 0);
    await one.book.refresh();
    assert.ok(one.book.current().client.some(({ name }) => name === "Acme, renamed"));

    assert.equal((await other.undoing.undoLast())?.outcome, "undone");
    assert.deepEqual(other.book.current().client, []);
    await one.book.refresh();
    assert.ok(one.book.current().client.some(({ name }) => name === "Acme Shop"));
  });

  it("asks in this workspace about a client of another one that was changed here and there", async () => {
    const place = folder();
    const one = open(place);
    await importAll(text, one);
    const other = open(place, { global: one.global });
    const changed = JSON.parse(text) as { client: { id: string; name: string }[] };
    for (const client of changed.client) if (client.id === "c-acme") client.name = "Acme, changed there";
    const planned = (await items(JSON.stringify(changed), other)).filter(({ clientId }) => clientId === "c-acme");
    assert.deepEqual([...new Set(planned.map(({ what }) => what))].sort(), ["both", "same"]);
    await carryOut(planned, other.deps);
    assert.deepEqual(other.book.current().client.map(({ id }) => id), ["c-acme"]);
    assert.deepEqual((await other.book.conflicts.all()).map(({ other: there }) => "name" in there && there.name), ["Acme, changed there"]);
    await other.undoing.undoLast();
    assert.deepEqual([other.book.current().client, await other.book.conflicts.all()], [[], []]);
  });

  it("reads no path that a file names: it knows none", async () => {
    const window = open(folder());
    const spiked = JSON.parse(text) as { project: { scopes: Record<string, unknown>[] }[]; localPaths?: unknown };
    for (const { scopes } of spiked.project) for (const scope of scopes) scope["path"] = "/etc";
    spiked.localPaths = { "s-shop": "/etc" };
    await importAll(JSON.stringify(spiked), window);
    assert.ok(!JSON.stringify([window.book.current(), [...window.global.values], [...window.workspace.values]]).includes("/etc"));
    assert.ok(filesIn(window.folder).every((file) => !file.includes("/etc")));
  });

  it("says in one sentence why a file cannot be imported, and changes nothing", async () => {
    const window = open(folder());
    const problem = async (given: string) => {
      const prepared = await prepareImport(given, window.deps);
      return "problem" in prepared ? prepared.problem.id : "none";
    };
    assert.deepEqual([await problem(text.slice(0, -20)), await problem("[]"), await problem(text.replace('"version": 2', '"version": 7'))], ["import.broken", "import.foreign", "import.newer"]);
    assert.deepEqual(window.book.current().client, []);
  });

  it("mends a damaged sent record, and skips only what lies where a file cannot be read", async () => {
    const window = open(folder());
    const at = (...names: string[]) => path.join(window.folder, ...names);
    const [draft] = exchange().drafts;
    mkdirSync(at("sent"), { recursive: true });
    mkdirSync(at("drafts", draft!.provenance.id), { recursive: true });
    await writeFile(at("sent", "s1.json"), "{ cut");
    await writeFile(at("sent", "s2.json"), '{"version": 99}');
    await writeFile(at("drafts", draft!.provenance.id, "message.md"), "mine");
    await writeFile(at("drafts", draft!.provenance.id, "provenance.json"), "{ cut");
    assert.deepEqual(await carryOut(await items(text, window), window.deps), { skipped: 2 });
    assert.deepEqual((await window.history.all()).map(({ id }) => id).sort(), ["s1", "w1"]);
    assert.deepEqual([readFileSync(at("sent", "damaged", "s1.damaged.json"), "utf8"), readFileSync(at("sent", "s2.json"), "utf8")], ["{ cut", '{"version": 99}']);
    assert.equal(readFileSync(at("drafts", draft!.provenance.id, "message.md"), "utf8"), "mine");
    assert.equal(window.book.current().client.length, 2);
  });

  it("stays where only the other versions could not be kept, and says so", async () => {
    const window = open(folder());
    await importAll(text, window);
    const changed = exchange();
    const there = exchangeText({ ...changed, book: { ...changed.book, note: changed.book.note.map((note, at) => (at === 0 ? { ...note, text: "there" } : note)) }, history: [...changed.history, sent("s-new")] });
    await carryOut(await items(there, window), { ...window.deps, conflicts: { ...window.deps.conflicts, add: () => Promise.reject(new Error("full")) } });
    assert.ok((await window.history.all()).some(({ id }) => id === "s-new"));
    assert.deepEqual(window.said, ["import.bothNotKept 1"]);
  });

  it("takes its files and drafts back also where a client cannot leave again", async () => {
    const place = folder();
    const one = open(place);
    await importAll(text, one);
    const other = open(place, { global: one.global });
    const more = exchangeText(exchange({ history: [...exchange().history, sent("s-new")] }));
    const changed = more.replace('"Acme Shop"', '"Acme there"');
    const refusing = { ...other.deps, known: { ...other.deps.known, leaveHere: () => Promise.reject(new Error("locked")) }, changeBook: () => Promise.reject(new Error("read-only")) };
    await assert.rejects(carryOut(await items(changed, other), refusing));
    assert.ok(!(await other.history.all()).some(({ id }) => id === "s-new"));
  });

  it("is planned again when it is carried out: an edit made meanwhile stands", async () => {
    const window = open(folder());
    await importAll(text, window);
    const note = window.book.current().note[0]!;
    const edit = (what: string, rev: number, at: string) => ({ ...note, text: what, rev, changedAt: at as Instant });
    const book = exchange().book;
    const there = exchangeText(exchange({ book: { ...book, note: book.note.map((one) => (one.id === note.id ? edit("there", note.rev + 1, "2026-11-22T09:00:00.000Z") : one)) } }));
    const prepared = await prepareImport(there, window.deps);
    assert.ok("items" in prepared);
    assert.deepEqual(news(prepared.items).map(({ what }) => what), ["change"]);
    await window.book.change([{ op: "put", kind: "note", record: edit("meanwhile", note.rev + 1, "2026-11-22T10:00:00.000Z") }]);
    await carryOut(await prepared.again(), window.deps);
    assert.equal(window.book.current().note[0]?.text, "meanwhile");
    assert.equal((await window.book.conflicts.all()).length, 1);
  });

  it("leaves nothing behind where it cannot be finished", async () => {
    const window = open(folder());
    const all = await items(text, window);
    const failing = { ...window.deps, changeBook: () => Promise.reject(new Error("read-only")) };
    await assert.rejects(carryOut(all, failing), /read-only/);
    assert.deepEqual(await window.history.all(), []);
    assert.deepEqual(await window.drafts.list(), []);
    assert.deepEqual(window.answers.current(), []);
  });
});

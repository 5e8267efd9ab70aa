import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach } from "mocha";
import { exchangeText } from "../../../../../src/core/book/exchange";
import { exportBook } from "../../../../../src/flows/exportBook";
import { exportEverything, exportMessages } from "../../../../../src/ui/commands/keep/exportBook";
import { resolveConflicts } from "../../../../../src/ui/commands/keep/conflicts";
import { importFile } from "../../../../../src/ui/commands/keep/importBook";
import { recordKinds, type BookChange } from "../../../../../src/core/book/book";
import type { Instant } from "../../../../../src/core/time/types";
import { exchange, sampleBook, templates, waiting } from "../../../core/book/exchanges";
import { openWindow } from "../../../flows/machine";
import { tempFolders } from "../../../storage/tempFolder";
import { keepRoom } from "./keepRoom";
import type { Act } from "../../prompts/scriptedScreen";

const folder = tempFolders();
const windows: { close(): void }[] = [];
afterEach(() => windows.splice(0).forEach((window) => window.close()));

/** The sample, without the attached file that only its draft speaks of. */
const drafts = exchange().drafts.map(({ provenance, text }) => ({ text, provenance: { ...provenance, attachments: [] } }));
const text = exchangeText(exchange({ drafts }));
function room(...acts: Act[]) {
  const window = openWindow(folder());
  windows.push(window);
  const made = keepRoom(window, {}, ...acts);
  made.files.set("mine.khobor.json", text);
  return { ...made, window };
}

describe("importing a file", () => {
  it("shows what would come in, takes in what is ticked, and can be undone from the message", async () => {
    const { deps, last, press, screen, shown, window } = room({ tick: ["Acme Shop"], act: true }, { tick: ["Acme Shop"] });
    await importFile(undefined, deps);
    assert.deepEqual(screen.shown[0]?.labels, ["Acme Shop", "রহিম ট্রেডার্স"]);
    assert.match(screen.shown[0].asks, /^Adds \d+, changes 0, leaves 0/);
    assert.match(shown[0]!, /^Import clients\.md\n# Import clients[\s\S]*## Acme Shop[\s\S]*- Add: Note: Should coupons/);
    assert.deepEqual(window.book.current().client.map(({ name }) => name), ["Acme Shop"]);
    assert.equal(window.book.current().me.names[0], "Rafi");
    assert.match(last(), /^Imported: \d+ added, 0 changed\.$/);
    await press("Undo");
    assert.deepEqual(window.book.current().client, []);
    assert.deepEqual(await window.history.all(), []);
    assert.equal(last(), "Taken back: import clients");
  });

  it("shows what would be replaced, and what would stand beside another, with both values", async () => {
    const book = sampleBook();
    const [milestone, note] = [book.milestone[0]!, book.note[0]!];
    const { window, deps, files, shown } = room({ tick: [], act: true }, { tick: [] });
    await window.book.change([
      ...recordKinds.flatMap((kind) => book[kind].map((record) => ({ op: "put", kind, record }) as BookChange)),
      // Changed here since the file was made, and not there.
      { op: "put", kind: "note", record: { ...note, text: "Mine: ``` and **bold**", rev: note.rev + 1, changedAt: "2026-11-22T00:00:00.000Z" as Instant } },
    ]);
    const later = "2026-11-23T00:00:00.000Z" as Instant;
    const theirs = {
      ...book,
      milestone: book.milestone.map((one) => (one === milestone ? { ...one, title: "Title from there", deliverables: one.deliverables.map((each, at) => (at === 0 ? { ...each, text: "Part from there" } : each)), rev: one.rev + 1, changedAt: later } : one)),
      note: book.note.map((one) => (one === note ? { ...one, text: "Theirs\n# not a heading", rev: one.rev + 1, changedAt: later } : one)),
    };
    files.set("mine.khobor.json", exchangeText(exchange({ drafts, book: theirs })));
    await importFile(undefined, deps);
    const [page] = shown;
    assert.ok(page!.includes(["- Change: Milestone: Title from there", "", "```diff", `- title: ${JSON.stringify(milestone.title)}`, "+ title: \"Title from there\"", `- deliverables.1.text: ${JSON.stringify(milestone.deliverables[0]!.text)}`, "+ deliverables.1.text: \"Part from there\"", "```", ""].join("\n")), page);
    assert.ok(page!.includes(["```diff", "- text: \"Mine: ``` and **bold**\"", "+ text: \"Theirs\\n# not a heading\"", "```"].join("\n")), page);
  });

  it("takes in templates only where they are ticked, after a look at their texts, and asks before one of the user's own is replaced", async () => {
    const whole = exchangeText(exchange({ drafts, templates, waiting }));
    const { deps, window, screen, shown, files, last, press } = room({ tick: ["Acme Shop"], act: true }, { tick: ["Acme Shop", "রহিম ট্রেডার্স"] }, "enter", { tick: [], act: true }, { tick: ["Update, English"] }, { tick: [] });
    files.set("mine.khobor.json", whole);
    const mine = (name: string) => path.join(window.folder, "templates", `${name}.hbs`);
    mkdirSync(path.dirname(mine("en/progress")), { recursive: true });
    writeFileSync(mine("en/progress"), "Mine");
    await importFile(undefined, deps);
    // Enter takes none.
    assert.deepEqual([screen.shown[2]!.labels, screen.shown[2]!.offered, readFileSync(mine("en/progress"), "utf8"), existsSync(mine("bn/progress"))], [["Update, Bangla", "en/partials/signature", "Update, English"], [], "Mine", false]);
    assert.match(shown[0]!, /- Add: Message that was not certainly sent: Hi Sara, customers can pay\.\n/);
    assert.match(shown[0]!, /- Change: Template of your own: Update, English\n\n````handlebars\nHi \{\{client\}\}\n```\n# not the end\n````\n\nYour own, which it would replace:\n\n```handlebars\nMine\n```/);
    assert.equal(existsSync(path.join(window.folder, "outbox", "d-waits.json")), true);
    await importFile(undefined, deps);
    assert.equal(shown[1], "waiting messages");
    assert.match(shown[2]!, /^Import templates\.md\n# Import templates\n\n## Update, Bangla\n\n```handlebars\n\{\{> salutation\}\}/);
    assert.deepEqual([readFileSync(mine("en/progress"), "utf8"), existsSync(mine("bn/progress")), last()], [templates[2]!.text, false, "Imported: 0 added, 1 changed."]);
    await press("Undo");
    assert.equal(readFileSync(mine("en/progress"), "utf8"), "Mine");
    await importFile(undefined, deps);
    assert.deepEqual([readFileSync(mine("en/progress"), "utf8"), screen.left()], ["Mine", 0]);
  });

  it("says what was changed here and there, keeps both, and asks no more once one was chosen", async () => {
    const { deps, window, screen, shown, files, last } = room("enter", { tick: ["Acme Shop"], act: true }, { tick: ["Acme Shop"] }, { pick: "Export the rest" }, { pick: "Do not export" }, { pick: "Keep the left one, as it is here" });
    await importFile(undefined, deps);
    const note = window.book.current().note[0]!;
    const changed = (words: string, minute: string) => ({ ...note, text: words, rev: note.rev + 1, changedAt: `2026-11-21T09:${minute}:00.000Z` as typeof note.changedAt });
    await window.book.change([{ op: "put", kind: "note", record: changed("here", "10") }]);
    const book = { ...exchange().book, note: exchange().book.note.map((one) => (one.id === note.id ? changed("there", "20") : one)) };
    files.set("mine.khobor.json", exchangeText(exchange({ book })));
    await importFile(undefined, deps);
    assert.match(screen.shown[1]!.asks, /^Adds 0, changes 0, leaves \d+ as they are, keeps both versions of 1\./);
    assert.match(shown.at(-1)!, /- Changed here and there, both versions are kept: Note: there/);
    assert.deepEqual((await window.book.conflicts.all()).map(({ kept, other }) => [kept, other]), [[changed("here", "10"), changed("there", "20")]]);
    // An export says so before it is written, and can be left.
    await exportEverything("two.khobor.json", deps);
    assert.match(screen.shown.at(-1)!.asks, /^1 entry that was changed in two places waits for your choice\./);
    assert.ok(files.has("two.khobor.json"));
    await exportEverything("three.khobor.json", deps);
    assert.equal(files.has("three.khobor.json"), false);
    await resolveConflicts(deps);
    assert.deepEqual([window.book.current().note[0]?.text, await window.book.conflicts.all()], ["here", []]);
    await importFile(undefined, deps);
    assert.equal(last(), "There is nothing new in this file. Nothing was changed.");
  });

  it("says before an export what could not be read, and gives no other text for it", async () => {
    const { deps, files, screen, window } = room("enter", { pick: "Export the rest" });
    await importFile(undefined, deps);
    const [draft] = await window.drafts.list();
    const of = (...names: string[]) => path.join(window.folder, ...names);
    await window.drafts.change(draft!.id, (now) => ({ ...now, attachments: [{ name: "lost.png", type: "image/png", size: 3 }] }));
    await window.drafts.create({ ...draft!, id: "d-second" }, "another");
    writeFileSync(of("drafts", "d-second", "provenance.json"), "{ cut");
    writeFileSync(of("sent", "s-cut.json"), "{ cut");
    rmSync(of("drafts", draft!.id, "message.md"));
    mkdirSync(of("drafts", draft!.id, "message.md"));
    mkdirSync(of("book", "client-c-elsewhere.jsonl"));
    await exportEverything("four.khobor.json", deps);
    const asks = screen.shown.at(-1)!.asks;
    assert.match(asks, /^5 files could not be read, and what they hold is not in the export: /);
    const made = await exportBook(deps);
    assert.deepEqual([...made.notRead].sort(), ["client-c-elsewhere.jsonl", `${draft!.id}/message.md`, "d-second/provenance.json", "lost.png", "s-cut.json"].sort());
    assert.equal((JSON.parse(files.get("four.khobor.json")!) as { draft: unknown[] }).draft.length, 0);
  });

  it("says when there is nothing new, and when a file is not ours", async () => {
    const { deps, last, files, window } = room("enter");
    await importFile(undefined, deps);
    await importFile(undefined, deps);
    assert.equal(last(), "There is nothing new in this file. Nothing was changed.");
    files.set("mine.khobor.json", "{}");
    await importFile("mine.khobor.json", deps);
    assert.match(last(), /^This file was not made by Khobor\./);
    await importFile("gone.json", deps);
    assert.match(last(), /^This file could not be read/);
    assert.equal(window.book.current().client.length, 2);
  });

  it("changes nothing where it is cancelled or nobody is ticked but what is mine", async () => {
    const { deps, window } = room("escape", { tick: [] });
    await assert.rejects(importFile(undefined, deps), { name: "Cancelled" });
    assert.equal(window.book.current().me.names.length, 0);
    await importFile(undefined, deps);
    assert.deepEqual(window.book.current().client, []);
    assert.equal(window.book.current().me.names.length, 1);
  });
});

describe("exporting", () => {
  it("writes one file with everything, named after the day", async () => {
    const { deps, files } = room("enter");
    await importFile(undefined, deps);
    await exportEverything(undefined, deps);
    assert.equal(files.get("khobor-2026-11-21.khobor.json"), text);
  });

  it("writes what was sent to a client as Markdown, without what was taken back", async () => {
    const { deps, files, last } = room("enter");
    await importFile(undefined, deps);
    await exportMessages({ kind: "client", recordId: "c-acme" }, undefined, deps);
    assert.equal(files.get("Acme Shop.md"), "# Messages to Acme Shop\n\n## Fri 20 Nov · Update · I paste it myself\n\nলগইন পেজ আর ফাঁকা দেখায় না।\n");
    assert.equal(last(), "1 message to Acme Shop is exported.");
    await exportMessages({ kind: "client", recordId: "c-rahim" }, undefined, deps);
    assert.equal(last(), "Nothing was sent to রহিম ট্রেডার্স yet.");
  });
});

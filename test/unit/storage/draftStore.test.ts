import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Provenance } from "../../../src/core/drafting/draft";
import { rebased } from "../../../src/core/drafting/rebased";
import { StorageProblem } from "../../../src/core/ports/book";
import type { Instant } from "../../../src/core/time/types";
import { createDraftStore } from "../../../src/storage/draftStore";
import { listening } from "./logs";
import { sample } from "./samples";
import { tempFolders, until } from "./tempFolder";

const tempFolder = tempFolders();

const draft = (id: string, more: Partial<Provenance> = {}) => ({ ...sample("provenance.v2"), id, ...more }) as Provenance;

function open(folder = path.join(tempFolder(), "deep", "drafts"), indices?: string) {
  const heard = listening();
  const store = createDraftStore({ folder, ...(indices && { indices }), ...heard });
  const changes: string[] = [];
  store.onDidChange((id) => changes.push(id));
  return { store, folder, ...heard, changes };
}
const problem = (id: string) => (error: unknown) => error instanceof StorageProblem && error.problem.id === id;
const provenanceOf = (text: string) => path.join(path.dirname(text), "provenance.json");

describe("the drafts", () => {
  it("are none, and touch no disk, before they are asked for", async () => {
    const { store, folder } = open();
    assert.equal(await store.read("d-1"), undefined);
    assert.equal(await store.at(path.join(folder, "d-1", "message.md")), undefined);
    assert.equal(existsSync(folder), false);
    assert.deepEqual(await store.list(), []);
    store.dispose();
  });

  it("are a folder each, with the text as a document", async () => {
    const { store, folder, changes } = open();
    const file = await store.create(draft("d-1"));
    assert.equal(file, path.join(folder, "d-1", "message.md"));
    assert.equal(readFileSync(file, "utf8"), draft("d-1").rendered);
    assert.deepEqual(readdirSync(folder), ["d-1"]);
    assert.deepEqual(changes, ["d-1"]);
    const again = open(folder).store;
    assert.deepEqual(await again.read("d-1"), { provenance: draft("d-1"), path: file });
    assert.deepEqual(await again.at(file), draft("d-1"));
  });

  it("are listed newest first, damaged and half-made ones left out", async () => {
    const { store, folder } = open();
    await store.create(draft("d-1", { createdAt: "2026-11-20T10:00:00.000Z" as Instant }));
    await store.create(draft("d-3", { createdAt: "2026-11-22T10:00:00.000Z" as Instant }));
    await store.create(draft("d-2", { createdAt: "2026-11-21T10:00:00.000Z" as Instant }));
    mkdirSync(path.join(folder, ".new-abc"));
    cpSync(path.join(folder, "d-1", "provenance.json"), path.join(folder, ".new-abc", "provenance.json"));
    cpSync(path.join(folder, "d-1"), path.join(folder, "d-1 copy"), { recursive: true });
    mkdirSync(path.join(folder, "empty"));
    writeFileSync(path.join(folder, "stray.txt"), "");
    assert.deepEqual((await store.list()).map(({ id }) => id), ["d-3", "d-2", "d-1"]);
  });

  it("keep a changed provenance, and leave the text to the editor", async () => {
    const { store, folder, changes } = open();
    const file = await store.create(draft("d-1"));
    writeFileSync(file, "Hi Sara, written by hand.");
    await store.update(draft("d-1", { sentAs: "r-9", rendered: "rendered again" }));
    assert.equal(readFileSync(file, "utf8"), "Hi Sara, written by hand.");
    assert.equal((await open(folder).store.at(file))?.sentAs, "r-9");
    assert.deepEqual(changes, ["d-1", "d-1"]);
  });

  it("are not made twice, and a draft whose folder is gone is not made again by a change", async () => {
    const { store, folder } = open();
    const file = await store.create(draft("d-1"));
    writeFileSync(file, "edited");
    await assert.rejects(store.create(draft("d-1")), problem("storage.draftNotKept"));
    assert.equal(readFileSync(file, "utf8"), "edited");
    assert.deepEqual(readdirSync(folder), ["d-1"]);
    rmSync(path.dirname(file), { recursive: true });
    await assert.rejects(store.update(draft("d-1")), problem("storage.draftGone"));
    assert.deepEqual(readdirSync(folder), []);
  });

  it("say so where the disk refuses, and refuse what could not be read back", async () => {
    const file = path.join(tempFolder(), "a file");
    writeFileSync(file, "");
    const { store, changes } = open(file);
    await assert.rejects(store.create(draft("d-1")), problem("storage.draftNotKept"));
    await assert.rejects(store.create(draft("d-1", { kind: "poem" as never })));
    assert.deepEqual(changes, []);
  });

  it("read version 1 as it was written", async () => {
    const { store, folder } = open();
    mkdirSync(path.join(folder, "d-0001"), { recursive: true });
    cpSync("test/unit/storage/samples/provenance.v1.json", path.join(folder, "d-0001", "provenance.json"));
    assert.deepEqual((await store.read("d-0001"))?.provenance, { ...sample("provenance.v1"), version: 2 });
  });
});

describe("the draft that a document is", () => {
  it("is found through links, and by its own text file only", async () => {
    const { store, folder } = open();
    const file = await store.create(draft("d-1"));
    const elsewhere = tempFolder();
    symlinkSync(folder, path.join(elsewhere, "link"));
    symlinkSync(file, path.join(elsewhere, "message.md"));
    assert.equal((await store.at(path.join(elsewhere, "link", "d-1", "message.md")))?.id, "d-1");
    assert.equal((await store.at(path.join(elsewhere, "message.md")))?.id, "d-1");
    assert.equal((await open(path.join(elsewhere, "link")).store.at(file))?.id, "d-1");
    assert.equal((await store.at(path.join(folder, "d-1", "..", "d-1", "message.md")))?.id, "d-1");
    assert.equal(await store.at(provenanceOf(file)), undefined);
    assert.equal(await store.at(path.join(folder, "d-2", "message.md")), undefined);
  });

  it("is none outside the drafts' folder, even where a link inside leads there", async () => {
    const { store, folder } = open();
    const file = await store.create(draft("d-1"));
    const outside = path.join(path.dirname(folder), "outside");
    cpSync(path.dirname(file), outside, { recursive: true });
    symlinkSync(outside, path.join(folder, "d-9"));
    mkdirSync(path.join(folder, "d-1", "attachments"));
    writeFileSync(path.join(folder, "d-1", "attachments", "message.md"), "");
    writeFileSync(path.join(folder, "message.md"), "");
    for (const other of [path.join(outside, "message.md"), path.join(folder, "d-9", "message.md"), path.join(folder, "message.md"), path.join(folder, "d-1", "attachments", "message.md")]) {
      assert.equal(await store.at(other), undefined, other);
    }
  });

  it("is no other draft's, where a folder was copied by hand", async () => {
    const { store, folder } = open();
    const file = await store.create(draft("d-1"));
    cpSync(path.dirname(file), path.join(folder, "d-1 copy"), { recursive: true });
    assert.equal(await store.at(path.join(folder, "d-1 copy", "message.md")), undefined);
  });

  it("stays a document where its provenance is damaged, whatever is cut, and takes no other with it", async function () {
    this.timeout(30_000);
    const { store, folder } = open();
    const file = await store.create(draft("d-1"));
    await store.create(draft("d-2"));
    const whole = readFileSync(provenanceOf(file));
    for (let length = 0; length < whole.length - 1; length += 3) {
      writeFileSync(provenanceOf(file), whole.subarray(0, length));
      const { store: reader, told } = open(folder);
      assert.equal(await reader.at(file), undefined);
      assert.deepEqual((await reader.list()).map(({ id }) => id), ["d-2"]);
      assert.deepEqual(told, ["storage.draftSources"], "told once, however often it is looked at");
    }
    assert.equal(readFileSync(file, "utf8"), draft("d-1").rendered);
  });

  it("keeps damaged provenance beside the new one", async () => {
    const { store } = open();
    const file = await store.create(draft("d-1"));
    for (const damaged of ["{", "{{"]) {
      writeFileSync(provenanceOf(file), damaged);
      await store.update(draft("d-1"));
    }
    const kept = ["provenance.damaged.json", "provenance.damaged-2.json"].map((name) => readFileSync(path.join(path.dirname(file), name), "utf8"));
    assert.deepEqual(kept, ["{", "{{"]);
    assert.deepEqual(await store.at(file), draft("d-1"));
  });

  it("is not written over where a newer version made it", async () => {
    const { store, told } = open();
    const file = await store.create(draft("d-1"));
    const newer = JSON.stringify({ ...draft("d-1"), version: 3 });
    writeFileSync(provenanceOf(file), newer);
    assert.equal(await store.at(file), undefined);
    await assert.rejects(store.update(draft("d-1")), problem("storage.newer"));
    assert.equal(readFileSync(provenanceOf(file), "utf8"), newer);
    assert.deepEqual(told, ["storage.newer"]);
  });
});

describe("the drafts of several windows", () => {
  it("tell of a draft that another window makes, changes or removes, and once of their own", async () => {
    const mine = open();
    await mine.store.list();
    const other = open(mine.folder);
    await other.store.list();
    const file = await other.store.create(draft("d-1"));
    await until(() => mine.changes.length > 0);
    assert.deepEqual((await mine.store.list()).map(({ id }) => id), ["d-1"]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    mine.changes.length = 0;
    await other.store.update(draft("d-1", { sentAs: "r-1" }));
    await until(() => mine.changes.length > 0);
    assert.equal((await mine.store.list())[0]?.sentAs, "r-1");
    assert.deepEqual([new Set(mine.changes), other.changes], [new Set(["d-1"]), ["d-1", "d-1"]]);
    rmSync(path.dirname(file), { recursive: true });
    await until(() => other.changes.length > 2);
    assert.deepEqual(await other.store.list(), []);
    mine.store.dispose();
    other.store.dispose();
  });

  it("tell nothing any more once they are closed", async () => {
    const mine = open();
    await mine.store.list();
    mine.store.dispose();
    await open(mine.folder).store.create(draft("d-1"));
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.deepEqual(mine.changes, []);
  });

  it("are listed from a kept index, which a draft that another window changed has passed by", async () => {
    const folder = path.join(tempFolder(), "drafts");
    const indices = path.join(path.dirname(folder), "index");
    const first = open(folder, indices);
    for (let at = 0; at < 40; at++) await first.store.create(draft(`d-${at}`));
    assert.equal((await first.store.list()).length, 40);
    assert.equal((await first.store.texts(["d-7"])).size, 1);
    await until(() => existsSync(path.join(indices, "drafts.jsonl")) && existsSync(path.join(indices, "draftTexts.jsonl")));
    const other = open(folder);
    await other.store.update(draft("d-7", { sentAs: "r-1" }));
    writeFileSync(path.join(folder, "d-8", "message.md"), "by hand");
    rmSync(path.join(folder, "d-9"), { recursive: true });
    const again = open(folder, indices);
    const listed = await again.store.list();
    assert.deepEqual([listed.length, listed.find(({ id }) => id === "d-7")?.sentAs], [39, "r-1"]);
    const texts = await again.store.texts(["d-7", "d-8", "d-9", "d-99"]);
    assert.deepEqual([...texts], [["d-7", draft("d-7").rendered], ["d-8", "by hand"]]);
    for (const { store } of [first, other, again]) store.dispose();
  });
});

describe("a draft that two windows change at once", () => {
  it("loses neither change: each is made to what the disk holds", async () => {
    const { store, folder } = open();
    await store.create(draft("d-1"));
    const windows = [store, open(folder).store];
    const before = (await store.read("d-1"))?.provenance.attachments ?? [];
    const names = Array.from({ length: 12 }, (_, at) => `${at}.png`);
    await Promise.all(
      names.map((name, at) => windows[at % 2]!.change("d-1", (now) => ({ ...now, attachments: [...(now.attachments ?? []), { name, type: "image/png", size: 1 }] }))),
    );
    const after = (await store.read("d-1"))?.provenance.attachments ?? [];
    assert.deepEqual(after.map(({ name }) => name).sort(), [...before.map(({ name }) => name), ...names].sort());
  });

  it("is left alone where it is gone or the change says so", async () => {
    const { store, changes } = open();
    assert.equal(await store.change("d-none", (now) => now), undefined);
    await store.create(draft("d-1"));
    const count = changes.length;
    assert.equal(await store.change("d-1", () => undefined), undefined);
    assert.equal(changes.length, count);
  });

  it("keeps what another window attached while a line is put back, and is not rewritten once it is sent", () => {
    const { sentAs: _, ...base } = draft("d-1");
    const next = { ...base, rendered: "anew" };
    const attachments = [{ name: "since.png", type: "image/png", size: 3 }];
    assert.deepEqual(rebased(base, next, { ...base, attachments }), { ...next, attachments });
    assert.equal(rebased(base, next, { ...base, sentAs: "r-1" }), undefined);
  });
});

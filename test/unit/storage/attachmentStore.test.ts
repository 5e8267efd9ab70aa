import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { StorageProblem } from "../../../src/core/ports/book";
import { createAttachmentStore } from "../../../src/storage/attachmentStore";
import { tempFolders } from "./tempFolder";

const tempFolder = tempFolders();

describe("attachments on disk", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  async function start() {
    const folder = tempFolder();
    await mkdir(path.join(folder, "draft-1"));
    await writeFile(path.join(folder, "draft-1", "message.md"), "text");
    return { folder, store: createAttachmentStore(folder), files: async () => (await readdir(path.join(folder, "draft-1"))).sort() };
  }

  it("lie in the folder of their draft, each under a name of its own", async () => {
    const { folder, store, files } = await start();
    const added = [await store.add("draft-1", "a.png", bytes("1")), await store.add("draft-1", "A.png", bytes("22")), await store.add("draft-1", "../../a.png", bytes("3")), await store.add("draft-1", "message.md", bytes("4"))];
    assert.deepEqual(added.map(({ name, size }) => [name, size]), [["a.png", 1], ["A (2).png", 2], ["a (3).png", 1], ["_message.md", 1]]);
    assert.deepEqual(await files(), ["A (2).png", "_message.md", "a (3).png", "a.png", "message.md"]);
    assert.equal(await readFile(path.join(folder, "draft-1", "message.md"), "utf8"), "text");
    assert.equal(await readFile(store.path("draft-1", "a (3).png"), "utf8"), "3");
  });

  it("take each other's place where that is asked for, and go when they are removed", async () => {
    const { store, files } = await start();
    await store.add("draft-1", "Call.ics", bytes("1"));
    const later = await store.add("draft-1", "New name.ics", bytes("2"), "Call.ics");
    assert.equal(later.name, "New name.ics");
    assert.deepEqual(await files(), ["New name.ics", "message.md"]);
    await store.remove("draft-1", "New name.ics");
    await store.remove("draft-1", "New name.ics");
    assert.deepEqual(await files(), ["message.md"]);
  });

  it("never lead out of the folder, nor to its text", async () => {
    const { folder, store, files } = await start();
    await store.remove("draft-1", "message.md");
    await store.remove("draft-1", "../draft-1/message.md");
    assert.deepEqual(await files(), ["message.md"]);
    for (const name of ["../../x", "..\\..\\x", "/etc/passwd"]) assert.equal(path.dirname(store.path("draft-1", name)), path.join(folder, "draft-1"));
  });

  it("are refused where they are too large, or the draft is gone", async () => {
    const { store } = await start();
    const refused = (id: string) => (error: unknown) => error instanceof StorageProblem && error.problem.id === id;
    await assert.rejects(store.add("draft-1", "big.mp4", new Uint8Array(25 * 1024 * 1024 + 1)), refused("storage.attachmentTooLarge"));
    await assert.rejects(store.add("draft-2", "a.png", bytes("1")), refused("storage.draftGone"));
  });

  it("leave nothing behind where they cannot be kept", async () => {
    const { folder, store, files } = await start();
    await mkdir(path.join(folder, "draft-1", "Call.ics"));
    await assert.rejects(store.add("draft-1", "Call.ics", bytes("1"), "Call.ics"), (error) => error instanceof StorageProblem && error.problem.id === "storage.attachmentNotKept");
    assert.deepEqual(await files(), ["Call.ics", "message.md"]);
  });

  it("that come at once are all kept", async () => {
    const { store, files } = await start();
    await Promise.all(Array.from({ length: 20 }, () => store.add("draft-1", "shot.png", bytes("x"))));
    assert.equal((await files()).length, 21);
  });
});

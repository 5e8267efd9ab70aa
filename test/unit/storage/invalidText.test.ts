import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exchangeText } from "../../../src/core/book/exchange";
import { readExchange } from "../../../src/core/book/exchangeReading";
import { isText, textOfBytes } from "../../../src/core/book/bytesText";
import { createCustomTemplates } from "../../../src/storage/customTemplates";
import { createDraftStore } from "../../../src/storage/draftStore";
import { createHistoryStore } from "../../../src/storage/historyStore";
import { exchange, sampleProvenance } from "../core/book/exchanges";
import { createMachine, ids, putNote as put } from "./bookMachine";
import { sent } from "./historySamples";
import { listening } from "./logs";
import { memoryMemento } from "./memoryMemento";
import { tempFolders } from "./tempFolder";

const temp = tempFolders();

/** Puts a byte that no text holds in the place of the first letter of this word. Returns the file's bytes. */
function strike(file: string, word: string): Buffer {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(word);
  assert.ok(at >= 0, `${word} is in ${file}`);
  bytes[at] = 0xff;
  writeFileSync(file, bytes);
  return bytes;
}

describe("bytes that are no text", () => {
  it("in a client's file take one entry at most with them, are kept aside, and told of once", async () => {
    const { open, folder } = createMachine(path.join(temp(), "book"));
    const first = open();
    await first.store.change([put("n-1", "one"), put("n-2", "struck"), put("n-3", "three")]);
    first.store.dispose();
    // There is no earlier version that could stand in for the struck line.
    const struck = strike(path.join(folder, "client-c-acme.jsonl"), "struck");
    const { store, reported } = open({ workspace: memoryMemento({ "khobor.book": { version: 2, belongs: ["c-acme"] } }) });
    await store.refresh();
    await store.refresh();
    assert.deepEqual([ids(store.current().note), reported], [["n-1", "n-3"], ["storage.healed"]]);
    const [aside, ...more] = readdirSync(path.join(folder, "damaged"));
    assert.deepEqual(readFileSync(path.join(folder, "damaged", aside!)), struck);
    assert.deepEqual(more, []);
    // A workspace that still has its copy brings the entry back whole.
    const again = open({ workspace: first.workspace });
    await again.store.refresh();
    assert.deepEqual(again.store.current().note.map(({ text }) => text).sort(), ["one", "struck", "three"]);
    for (const each of [store, again.store]) each.dispose();
  });

  it("in a sent record leave its file as it is, and every other record is read", async () => {
    const folder = temp();
    const { report, log, told } = listening();
    const before = createHistoryStore({ folder, report, log });
    for (const id of ["s1", "s2", "s3"]) await before.add(sent(id));
    before.dispose();
    const file = path.join(folder, "s2.json");
    const struck = strike(file, "ফাঁকা");
    const history = createHistoryStore({ folder, report, log });
    const all = async () => ids(await history.all()).toSorted();
    assert.deepEqual([await all(), await all(), told], [["s1", "s3"], ["s1", "s3"], ["storage.sentUnreadable"]]);
    assert.deepEqual(readFileSync(file), struck);
    // Written anew by whoever still has it, it is kept beside.
    await history.add(sent("s2"));
    assert.deepEqual(await all(), ["s1", "s2", "s3"]);
    assert.deepEqual(readFileSync(path.join(folder, "damaged", "s2.damaged.json")), struck);
    history.dispose();
  });

  it("in what a draft rests on leave its text, and every other draft", async () => {
    const folder = temp();
    const { report, log, told } = listening();
    const drafts = createDraftStore({ folder, report, log });
    const [one, two] = [await drafts.create(sampleProvenance({ id: "d-1" }), "Hi Sara"), await drafts.create(sampleProvenance({ id: "d-2" }), "Hi Karim")];
    const file = path.join(path.dirname(one), "provenance.json");
    const struck = strike(file, "progress");
    assert.deepEqual([ids(await drafts.list()), ids(await drafts.list()), told], [["d-2"], ["d-2"], ["storage.draftSources"]]);
    assert.deepEqual([readFileSync(one, "utf8"), readFileSync(two, "utf8")], ["Hi Sara", "Hi Karim"]);
    await drafts.update(sampleProvenance({ id: "d-1" }));
    assert.deepEqual(ids(await drafts.list()).toSorted(), ["d-1", "d-2"]);
    assert.deepEqual(readFileSync(path.join(path.dirname(one), "provenance.damaged.json")), struck);
    drafts.dispose();
  });

  it("in the text of a draft are kept beside it before an editor can write over them, and told of once", async () => {
    const folder = temp();
    const { report, log, told } = listening();
    const drafts = createDraftStore({ folder, report, log });
    const file = await drafts.create(sampleProvenance({ id: "d-1" }), "Hi Sara, all is well.\n");
    await drafts.create(sampleProvenance({ id: "d-2" }), "Hi Karim");
    const struck = strike(file, "Sara");
    assert.deepEqual([(await drafts.at(file))?.id, (await drafts.at(file))?.id], ["d-1", "d-1"]);
    assert.deepEqual(told, ["storage.draftText"]);
    // As VS Code saves what it shows.
    writeFileSync(file, `${readFileSync(file, "utf8")}More.\n`);
    const beside = path.join(path.dirname(file), "message.damaged.md");
    assert.deepEqual(readFileSync(beside), struck);
    const unread: string[] = [];
    writeFileSync(file, struck);
    assert.deepEqual([...(await drafts.texts(["d-1", "d-2"], (id) => unread.push(id)))], [["d-2", "Hi Karim"]]);
    assert.deepEqual(unread, ["d-1"]);
    drafts.dispose();
    // The next start keeps no second copy of the same.
    const again = createDraftStore({ folder, report, log });
    await again.at(file);
    assert.deepEqual(readdirSync(path.dirname(file)).filter((name) => name.includes("damaged")), ["message.damaged.md"]);
    again.dispose();
  });

  it("in a template leave it as it is, and it is not taken for one that words a message", async () => {
    const folder = temp();
    mkdirSync(path.join(folder, "en"), { recursive: true });
    const file = path.join(folder, "en", "progress.hbs");
    writeFileSync(file, "Hi {{client}}");
    writeFileSync(path.join(folder, "en", "status.hbs"), "All well, {{client}}");
    const struck = strike(file, "client");
    const templates = createCustomTemplates({ folder, workspaceFolders: () => [], trust: { isTrusted: () => true } });
    assert.deepEqual([(await templates.find("en/progress"))?.text, (await templates.find("en/status"))?.text], [undefined, "All well, {{client}}"]);
    assert.deepEqual(readFileSync(file), struck);
  });

  it("in a file that is imported keep out the entry that they struck, and nothing else", () => {
    const all = exchange();
    const bytes = Buffer.from(exchangeText(all));
    const [struckNote] = all.book.note;
    bytes[bytes.indexOf(JSON.stringify(struckNote!.text).slice(1, -1))] = 0xff;
    bytes[bytes.indexOf("edited by hand")] = 0x80;
    const reading = readExchange(textOfBytes(bytes));
    assert.ok(reading.is === "healthy");
    assert.equal(reading.unreadable, 2);
    assert.deepEqual(ids(reading.exchange.book.note), ids(all.book.note).filter((id) => id !== struckNote!.id));
    assert.deepEqual(reading.exchange.drafts, []);
    assert.deepEqual([reading.exchange.book.client.length, reading.exchange.history.length], [all.book.client.length, all.history.length]);
    assert.doesNotMatch(JSON.stringify(reading.exchange), /�/);
  });

  it("in the name of a list of such a file keep that list out, and it is counted", () => {
    const all = exchange();
    const bytes = Buffer.from(exchangeText(all));
    bytes[bytes.indexOf('"wording": [') + 1] = 0xff;
    const reading = readExchange(textOfBytes(bytes));
    assert.ok(reading.is === "healthy");
    assert.deepEqual([reading.unreadable, reading.exchange.wordings, ids(reading.exchange.book.note)], [all.wordings.length, [], ids(all.book.note)]);
  });

  it("are told from all that is text, as by a strict reader", () => {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const isStrict = (bytes: Uint8Array) => {
      try {
        return strict.decode(bytes);
      } catch {
        return undefined;
      }
    };
    for (let first = 0; first < 256; first++) {
      for (const rest of [[], [0x80], [0x8f], [0x90], [0x9f], [0xa0], [0xbf], [0x80, 0x80], [0x8f, 0xbf], [0x90, 0x80], [0x9f, 0xbf], [0xa0, 0x80], [0x80, 0x80, 0x80], [0x8f, 0xbf, 0xbf], [0x90, 0x80, 0x80]]) {
        const bytes = Uint8Array.from([0x61, first, ...rest, 0x62]);
        const text = textOfBytes(bytes);
        assert.equal(isText(text), isStrict(bytes) !== undefined, String(bytes));
        if (isText(text)) assert.equal(text, isStrict(bytes));
      }
    }
    assert.equal(textOfBytes(Buffer.from("﻿সারা 😀")), "﻿সারা 😀");
  });
});

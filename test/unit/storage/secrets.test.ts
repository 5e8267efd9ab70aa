import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach } from "mocha";
import type { Instant } from "../../../src/core/time/types";
import { createSecrets, type SecretKeeper } from "../../../src/storage/secrets";
import { listening } from "./logs";
import { memoryMemento } from "./memoryMemento";
import { sample } from "./samples";
import { tempFolders } from "./tempFolder";

const stores: ReturnType<typeof createSecrets>[] = [];
// What was begun ends before its folder goes.
afterEach(async () => {
  for (const store of stores.splice(0)) {
    await store.opened();
    store.dispose();
  }
});
const temp = tempFolders();

const now = "2026-11-21T10:00:00.000Z" as Instant;
const token = "xoxb-not-a-real-token";

function setup(memento = memoryMemento(), folder = path.join(temp(), "secretNames"), kept = new Map<string, string>()) {
  let broken = false;
  const refused = () => Promise.reject(new Error("the keyring is locked"));
  const keeper: SecretKeeper = {
    get: (key) => Promise.resolve(kept.get(key)),
    store: (key, value) => (broken ? refused() : Promise.resolve(void kept.set(key, value))),
    delete: (key) => (broken ? refused() : Promise.resolve(void kept.delete(key))),
  };
  const { report, log, told, logged } = listening();
  const secrets = createSecrets({ keeper, memento, folder, clock: { now: () => now }, report, log });
  stores.push(secrets);
  return { secrets, kept, memento, folder, told, logged, breakKeeper: () => (broken = true) };
}
const slack = { service: "slack", account: "Acme" };

describe("secrets", () => {
  it("are kept by service and account, and listed by name", async () => {
    const { secrets, kept } = setup();
    await secrets.set(slack, token);
    await secrets.set({ service: "slack", account: "Rahim" }, "other");
    await secrets.set({ service: "smtp", account: "rafi@example.com" }, "word");
    await secrets.set(slack, `${token}-2`);
    assert.equal(await secrets.get(slack), `${token}-2`);
    assert.deepEqual(secrets.names().map(({ service, account }) => `${service} ${account}`), ["slack Acme", "slack Rahim", "smtp rafi@example.com"]);
    assert.equal(kept.size, 3);
  });

  it("are forgotten with their names, and only those", async () => {
    const { secrets, kept } = setup();
    await secrets.set(slack, token);
    await secrets.set({ service: "trello", account: "me" }, "other");
    await secrets.forget(slack);
    assert.equal(await secrets.get(slack), undefined);
    assert.deepEqual(secrets.names(), [{ service: "trello", account: "me" }]);
    assert.deepEqual([...kept.values()], ["other"]);
  });

  it("leave nothing but their names in the state of VS Code and in files, nor in what is told or logged", async () => {
    const { secrets, memento, folder, told, logged, breakKeeper } = setup();
    await secrets.set(slack, token);
    breakKeeper();
    await assert.rejects(secrets.set(slack, token), (error: Error) => !error.message.includes(token));
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"));
    assert.ok(!JSON.stringify([memento.writes, told, logged, files]).includes(token));
    for (const place of [memento.writes, files]) assert.ok(JSON.stringify(place).includes("Acme"));
  });

  it("can always be found: a name is there before its secret, and stays as long as the secret does", async () => {
    const { secrets, breakKeeper } = setup();
    await secrets.set(slack, token);
    breakKeeper();
    await assert.rejects(secrets.forget(slack));
    await assert.rejects(secrets.set({ service: "zoom", account: "me" }, token));
    assert.deepEqual(secrets.names().map(({ service }) => service), ["slack", "zoom"]);
    await secrets.opened();
  });

  it("are known in another window, too", async () => {
    const memento = memoryMemento();
    const [one, other] = [setup(memento), setup(memento)];
    assert.deepEqual(other.secrets.names(), []);
    await one.secrets.set(slack, token);
    assert.deepEqual(other.secrets.names(), [slack]);
  });

  it("lose no name where windows add and forget at the same moment, each with a global state of its own", async () => {
    const folder = path.join(temp(), "secretNames");
    const keyring = new Map<string, string>();
    const window = () => setup(memoryMemento(), folder, keyring).secrets;
    const windows = [window(), window(), window()];
    await windows[0]!.set(slack, token);
    await Promise.all(windows.map((one) => one.opened()));
    const accounts = Array.from({ length: 15 }, (_, at) => `account ${String(at).padStart(2, "0")}`);
    await Promise.all([...accounts.map((account, at) => windows[at % 3]!.set({ service: "smtp", account }, token)), windows[1]!.forget(slack)]);
    const later = window();
    await later.opened();
    assert.deepEqual(later.names().map(({ account }) => account), accounts);
    // Every secret that is kept can be found, and listed, and forgotten.
    assert.deepEqual([...keyring.keys()].sort(), later.names().map(({ service, account }) => `khobor.${service}:${account}`));
    // The first window still has "Acme" in its global state: it does not come back.
    await windows[0]!.set({ service: "zoom", account: "me" }, token);
    const last = window();
    await last.opened();
    assert.ok(!last.names().some(({ service }) => service === "slack"));
    await last.set(slack, token);
    assert.ok(last.names().some(({ service }) => service === "slack"));
  });

  it("are found by the names that global state had before there was a file, and by the file where that is gone or cut", async () => {
    const first = setup(memoryMemento({ "khobor.secretNames": sample("secretNames.v1") }));
    await first.secrets.opened();
    const names = sample("secretNames.v1")["names"];
    const again = setup(memoryMemento(), first.folder);
    await again.secrets.opened();
    assert.deepEqual([again.secrets.names(), (again.memento.get("khobor.secretNames") as { names: unknown }).names], [names, names]);
    writeFileSync(path.join(first.folder, "secretNames.json"), "{ cut");
    const mended = setup(again.memento, first.folder);
    await mended.secrets.opened();
    assert.deepEqual([mended.secrets.names(), (JSON.parse(readFileSync(path.join(first.folder, "secretNames.json"), "utf8")) as { names: unknown }).names], [names, names]);
  });

  it("refuse a service that is no plain name", async () => {
    await assert.rejects(setup().secrets.set({ service: "a:b", account: "x" }, "y"));
  });
});

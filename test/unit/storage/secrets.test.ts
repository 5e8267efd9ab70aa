import assert from "node:assert/strict";
import type { Instant } from "../../../src/core/time/types";
import { createSecrets, type SecretKeeper } from "../../../src/storage/secrets";
import { listening } from "./logs";
import { memoryMemento } from "./memoryMemento";

const now = "2026-11-21T10:00:00.000Z" as Instant;
const token = "xoxb-not-a-real-token";

function setup(memento = memoryMemento()) {
  const kept = new Map<string, string>();
  let broken = false;
  const refused = () => Promise.reject(new Error("the keyring is locked"));
  const keeper: SecretKeeper = {
    get: (key) => Promise.resolve(kept.get(key)),
    store: (key, value) => (broken ? refused() : Promise.resolve(void kept.set(key, value))),
    delete: (key) => (broken ? refused() : Promise.resolve(void kept.delete(key))),
  };
  const { report, told, logged } = listening();
  const secrets = createSecrets({ keeper, memento, clock: { now: () => now }, report });
  return { secrets, kept, memento, told, logged, breakKeeper: () => (broken = true) };
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

  it("leave nothing but their names in the state of VS Code, nor in what is told or logged", async () => {
    const { secrets, memento, told, logged, breakKeeper } = setup();
    await secrets.set(slack, token);
    breakKeeper();
    await assert.rejects(secrets.set(slack, token), (error: Error) => !error.message.includes(token));
    assert.ok(!JSON.stringify([memento.writes, told, logged]).includes(token));
    assert.ok(JSON.stringify(memento.writes).includes("Acme"));
  });

  it("can always be found: a name is there before its secret, and stays as long as the secret does", async () => {
    const { secrets, breakKeeper } = setup();
    await secrets.set(slack, token);
    breakKeeper();
    await assert.rejects(secrets.forget(slack));
    await assert.rejects(secrets.set({ service: "zoom", account: "me" }, token));
    assert.deepEqual(secrets.names().map(({ service }) => service), ["slack", "zoom"]);
  });

  it("are known in another window, too", async () => {
    const memento = memoryMemento();
    const [one, other] = [setup(memento), setup(memento)];
    assert.deepEqual(other.secrets.names(), []);
    await one.secrets.set(slack, token);
    assert.deepEqual(other.secrets.names(), [slack]);
  });

  it("refuse a service that is no plain name", async () => {
    await assert.rejects(setup().secrets.set({ service: "a:b", account: "x" }, "y"));
  });
});

import assert from "node:assert/strict";
import type { Instant } from "../../../src/core/time/types";
import { createLocalPaths } from "../../../src/storage/localPaths";
import { listening } from "./logs";
import { memoryMemento } from "./memoryMemento";
import { sample } from "./samples";

function open(machine: string, memento = memoryMemento()) {
  const store = createLocalPaths({ memento, machine, clock: { now: () => "2026-11-25T06:00:00.000Z" as Instant }, ...listening() });
  let changes = 0;
  store.onDidChange(() => changes++);
  return { store, memento, changes: () => changes };
}

describe("the local paths", () => {
  it("survive a restart, and belong to one machine", async () => {
    const laptop = open("laptop");
    await laptop.store.set("s-1", "/home/rafi/shop");
    await laptop.store.set("s-2", "/home/rafi/stock");
    const server = open("server", laptop.memento);
    assert.deepEqual(server.store.current(), {});
    await server.store.set("s-1", "/srv/shop");
    assert.deepEqual(open("laptop", laptop.memento).store.current(), { "s-1": "/home/rafi/shop", "s-2": "/home/rafi/stock" });
    assert.deepEqual(open("server", laptop.memento).store.current(), { "s-1": "/srv/shop" });
  });

  it("follow a repository that moves, and are silent when nothing changes", async () => {
    const { store, memento, changes } = open("laptop");
    await store.set("s-1", "/old");
    await store.set("s-1", "/new");
    await store.set("s-1", "/new");
    assert.deepEqual(store.current(), { "s-1": "/new" });
    assert.deepEqual([changes(), memento.writes.length], [2, 2]);
  });

  it("are seen at once when another window sets them", async () => {
    const { store, memento } = open("laptop");
    assert.deepEqual(store.current(), {});
    await open("laptop", memento).store.set("s-1", "/new");
    assert.deepEqual(store.current(), { "s-1": "/new" });
  });

  it("read version 1 as it was written", () => {
    const { store } = open("rafi-laptop", memoryMemento({ "khobor.localPaths": sample("localPaths.v1") }));
    assert.deepEqual(store.current(), { "s-shop": "/home/rafi/acme-shop" });
  });
});

import assert from "node:assert/strict";
import { deferred } from "../../../src/core/deferred";

interface Port {
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
}
class Files implements Port {
  readonly kept = new Map<string, string>();
  read(path: string) {
    return Promise.resolve(this.kept.get(path) ?? "nothing");
  }
  write(path: string, text: string) {
    this.kept.set(path, text);
    return Promise.resolve();
  }
}

describe("a port whose adapter is loaded late", () => {
  it("loads once, at the first call, also when several come at once", async () => {
    let loads = 0;
    const port = deferred<Port, "read" | "write">(() => Promise.resolve((loads++, new Files())), ["read", "write"]);
    assert.equal(loads, 0);
    await Promise.all([port.write("a", "1"), port.write("b", "2")]);
    assert.equal(await port.read("a"), "1");
    assert.equal(await port.read("b"), "2");
    assert.equal(loads, 1);
  });

  it("has the methods that were named, and no other", () => {
    assert.deepEqual(Object.keys(deferred<Port, "read">(() => Promise.resolve(new Files()), ["read"])), ["read"]);
  });

  it("a loading that failed is tried again at the next call", async () => {
    let loads = 0;
    const port = deferred<Port, "read">(() => (++loads === 1 ? Promise.reject(new Error("no disk")) : Promise.resolve(new Files())), ["read"]);
    await assert.rejects(Promise.all([port.read("a"), port.read("b")]), /no disk/);
    assert.equal(loads, 1);
    assert.equal(await port.read("a"), "nothing");
    assert.equal(loads, 2);
  });

  it("hands on what the adapter rejects with, and keeps the adapter", async () => {
    let loads = 0;
    const port = deferred<Port, "read">(() => Promise.resolve((loads++, { read: () => Promise.reject(new Error("gone")) })) as Promise<never>, ["read"]);
    await assert.rejects(port.read("a"), /gone/);
    await assert.rejects(port.read("a"), /gone/);
    assert.equal(loads, 1);
  });
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { LockBusy, withLock } from "../../../../src/storage/book/lock";
import { tempFolders } from "../tempFolder";

const temp = tempFolders();
const lockFile = () => path.join(temp(), "lock");
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const quick = { lease: 150, patience: 1_000 };

describe("the lock of a file", () => {
  it("lets in one at a time, and all in the end", async () => {
    const file = lockFile();
    let [inside, most, done] = [0, 0, 0];
    await Promise.all(
      Array.from({ length: 20 }, () =>
        withLock(file, async () => {
          most = Math.max(most, ++inside);
          await pause(2);
          inside--;
          done++;
        }),
      ),
    );
    assert.deepEqual([most, done, existsSync(file)], [1, 20, false]);
  });

  it("is free again after a job that failed", async () => {
    const file = lockFile();
    await assert.rejects(withLock(file, () => Promise.reject(new Error("no space"))), /no space/);
    assert.equal(await withLock(file, () => Promise.resolve("free")), "free");
  });

  it("passes over a holder that has died, at once", async () => {
    const file = lockFile();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(file, `${pid} abc ${hostname()}`);
    const began = Date.now();
    await withLock(file, () => Promise.resolve(), { lease: 60_000, patience: 2_000 });
    assert.ok(Date.now() - began < 1_500);
  });

  it("passes over one that hangs, and one that never said its name, after the lease", async () => {
    for (const holder of [`${process.pid} abc ${hostname()}`, "1 abc another-machine", ""]) {
      const file = lockFile();
      writeFileSync(file, holder);
      await withLock(file, () => Promise.resolve(), quick);
      assert.equal(existsSync(file), false);
    }
  });

  it("tells the one that was passed over, before it writes", async () => {
    const file = lockFile();
    const slow = withLock(file, async (lock) => {
      await lock.assertHeld();
      await pause(500);
      await lock.assertHeld();
    });
    await pause(30);
    await withLock(file, () => Promise.resolve(), quick);
    await assert.rejects(slow, LockBusy);
  });

  it("stays with one that works on, however long that takes", async () => {
    const file = lockFile();
    const order: string[] = [];
    const slow = withLock(
      file,
      async (lock) => {
        await pause(700);
        await lock.assertHeld();
        order.push("first");
      },
      quick,
    );
    await pause(30);
    await withLock(file, () => Promise.resolve(void order.push("second")), { lease: 150, patience: 5_000 });
    await slow;
    assert.deepEqual(order, ["first", "second"]);
    assert.equal(existsSync(file), false);
  });

  it("gives up after a while, and leaves the lock with its holder", async () => {
    const file = lockFile();
    const mine = `${process.pid} abc ${hostname()}`;
    writeFileSync(file, mine);
    await assert.rejects(withLock(file, () => Promise.resolve(), { lease: 5_000, patience: 100 }), LockBusy);
    assert.equal(readFileSync(file, "utf8"), mine);
  });
});

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
/** Given once, by one part of a test to another. */
const signal = () => {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { give: () => give(), given };
};
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
    // Who waited for the lease would give up long before it is over.
    await withLock(file, () => Promise.resolve(), { lease: 60_000, patience: 5_000 });
    assert.equal(existsSync(file), false);
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
    const [begun, passed] = [signal(), signal()];
    const slow = withLock(file, async (lock) => {
      await lock.assertHeld();
      begun.give();
      await passed.given;
      await lock.assertHeld();
    });
    await begun.given;
    await withLock(file, () => Promise.resolve(), { lease: 150, patience: 10_000 });
    passed.give();
    await assert.rejects(slow, LockBusy);
  });

  it("stays with one that works on, however long that takes", async () => {
    const file = lockFile();
    const order: string[] = [];
    const begun = signal();
    // Says three times in the lease that it works on; so long a lease that a busy machine may miss two of them.
    const times = { lease: 600, patience: 20_000 };
    const slow = withLock(
      file,
      async (lock) => {
        begun.give();
        await pause(1500);
        await lock.assertHeld();
        order.push("first");
      },
      times,
    );
    await begun.given;
    await withLock(file, () => Promise.resolve(void order.push("second")), times);
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

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Instant } from "../../../src/core/time/types";
import { createHome } from "../../../src/storage/home";
import { createRetry } from "../../../src/storage/retry";
import { createMachine, ids, now, putNote as put } from "./bookMachine";
import { listening } from "./logs";
import { canOnlyRead, onlyRead } from "./onlyRead";
import { memoryMemento } from "./memoryMemento";
import { tempFolders, until } from "./tempFolder";

const temp = tempFolders();

/** Each makes the folder of the book refuse, as a disk does, and mends it again. */
const troubles: Readonly<Record<string, (folder: string) => () => void>> = {
  "a file in the place of the folder": (folder) => {
    renameSync(folder, `${folder}-away`);
    writeFileSync(folder, "");
    return () => {
      rmSync(folder);
      renameSync(`${folder}-away`, folder);
    };
  },
  "a folder in the place of the client's file": (folder) => {
    const file = path.join(folder, "client-c-acme.jsonl");
    renameSync(file, `${file}-away`);
    mkdirSync(path.join(file, "full"), { recursive: true });
    return () => {
      rmSync(file, { recursive: true });
      renameSync(`${file}-away`, file);
    };
  },
  "a file in the place of the locks": (folder) => {
    const locks = path.join(folder, "locks");
    rmSync(locks, { recursive: true });
    writeFileSync(locks, "");
    return () => {
      rmSync(locks);
      mkdirSync(locks);
    };
  },
  // No watch sees that this one is over: only trying again finds it.
  "a folder in the place of a lock": (folder) => {
    const lock = path.join(folder, "locks", "client-c-acme");
    mkdirSync(lock);
    return () => rmSync(lock, { recursive: true });
  },
  ...(canOnlyRead() ? { "a folder that may only be read": onlyRead } : {}),
};

describe("saving resumes by itself", () => {
  for (const [trouble, make] of Object.entries(troubles)) {
    it(`after ${trouble}: without another change, told once, and once when it is over`, async () => {
      const machine = createMachine(path.join(temp(), "book"));
      const { folder } = machine;
      const { store, reported } = machine.open({ retry: { first: 40, last: 80 } });
      const file = path.join(folder, "client-c-acme.jsonl");
      await store.change([put("n-0")]);
      const mend = make(folder);
      try {
        await store.change([put("n-1")]);
        await store.change([put("n-2")]);
        // It is tried again in vain, and not told again.
        await pause(250);
        assert.deepEqual([ids(store.current().note), reported], [["n-0", "n-1", "n-2"], ["storage.notKept"]]);
      } finally {
        mend();
      }
      await until(() => existsSync(file) && /n-1[^]*n-2/.test(readFileSync(file, "utf8")));
      await until(() => reported.length > 1);
      assert.deepEqual(reported, ["storage.notKept", "storage.keptAgain"]);
      const again = machine.open().store;
      await again.known.bringHere(["c-acme"]);
      assert.deepEqual(ids(again.current().note), ["n-0", "n-1", "n-2"]);
      store.dispose();
    });
  }

  it("waits longer each time, and begins anew once all is kept", async () => {
    const ran: number[] = [];
    const started = Date.now();
    const retry = createRetry(() => {
      ran.push(Date.now() - started);
      if (ran.length < 4) retry.after(true);
    }, { first: 20, last: 40 });
    retry.after(true);
    await until(() => ran.length === 4);
    // Timers fire late on a busy machine, never early.
    assert.ok(ran[1]! - ran[0]! >= 38 && ran[3]! - ran[2]! >= 38, String(ran));
    retry.after(true);
    retry.after(false);
    await pause(100);
    assert.equal(ran.length, 4);
  });

  it("tries no more once it is over, also where something ends only then", async () => {
    let ran = 0;
    const retry = createRetry(() => ran++, { first: 10, last: 10 });
    retry.after(true);
    retry.dispose();
    retry.after(true);
    await pause(60);
    assert.equal(ran, 0);
  });

  it("in the state of VS Code, too: what it refused goes with the next try, and that is told", async () => {
    const memento = memoryMemento();
    const { report, told } = listening();
    const shape = { key: "k", upgrades: [], empty: [] as readonly string[], read: (fields: object) => ({ part: ((fields as { list?: string[] }).list ?? []) as readonly string[], damaged: [] }), write: (list: readonly string[]) => ({ list }), apply: (list: readonly string[], more: readonly string[]) => [...list, ...more] };
    const home = createHome(shape, { memento, clock: { now: () => now satisfies Instant }, report });
    const update = memento.update.bind(memento);
    memento.update = () => Promise.reject(new Error("refused"));
    await home.change(["one"]);
    await home.refresh();
    assert.deepEqual([home.current(), told], [["one"], ["storage.notKept"]]);
    memento.update = update;
    await home.refresh();
    assert.deepEqual([(memento.get("k") as { list: string[] }).list, told], [["one"], ["storage.notKept", "storage.keptAgain"]]);
  });
});

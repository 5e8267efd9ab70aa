import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { BookChange } from "../../../../src/core/book/book";
import { createMachine, ids, note, putNote } from "../bookMachine";
import { memoryMemento } from "../memoryMemento";
import { tempFolders, until } from "../tempFolder";
import { makeProgram } from "./programs";

const temp = tempFolders();
const knowing = () => memoryMemento({ "khobor.book": { version: 2, belongs: ["c-acme"] } });

/** Saves notes `<name>-0`, `<name>-1`… and says of each when it is kept. */
const saver = `
  const [name, count] = args;
  for (let at = 0; at < Number(count); at++) {
    await store.change([putNote(name + "-" + at)]);
    say(name + "-" + at);
  }`;
const noteOfRahim = (id: string): BookChange => ({ op: "put", kind: "note", record: { ...note(id), clientId: "c-rahim" } });

function start(program: string, args: readonly string[], said: (line: string) => void) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface(child.stdout);
  lines.on("line", said);
  return { child, ended: new Promise((resolve) => lines.on("close", resolve)) };
}

/** No file may grow beyond 64 blocks (32 or 64 KB): writing fails in the middle with EFBIG, as it does with ENOSPC. Resolves at its end. */
async function startLimited(program: string, folder: string, said: (line: string) => void): Promise<void> {
  const shell = spawn("sh", ["-c", 'ulimit -f 64 && exec "$@"', "sh", process.execPath, program, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface(shell.stdout);
  lines.on("line", said);
  await new Promise((resolve) => lines.on("close", resolve));
}

describe("a book in several processes", function () {
  this.timeout(60_000);

  it("loses nothing to four that write at once", async () => {
    const folder = path.join(temp(), "book");
    const program = await makeProgram(temp(), saver);
    await Promise.all(["a", "b", "c", "d"].map((name) => start(program, [folder, name, "25"], () => undefined).ended));
    const { store, reported } = createMachine(folder).open({ workspace: knowing() });
    await store.refresh();
    const all = ["a", "b", "c", "d"].flatMap((name) => Array.from({ length: 25 }, (_, at) => `${name}-${at}`));
    assert.deepEqual(ids(store.current().note).sort(), all.sort());
    assert.deepEqual(reported, []);
  });

  it("loses nothing that was kept when one is killed, at whatever moment", async () => {
    const folder = path.join(temp(), "book");
    const program = await makeProgram(temp(), saver);
    const kept = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const { child, ended } = start(program, [folder, `r${round}`, "10000"], (line) => {
        if (line === "ready") setTimeout(() => child.kill("SIGKILL"), 7 * round);
        else kept.add(line);
      });
      await ended;
      const { store, reported } = createMachine(folder).open({ workspace: knowing() });
      await store.refresh();
      const here = new Set(ids(store.current().note));
      assert.deepEqual([...kept].filter((id) => !here.has(id)), []);
      assert.deepEqual(reported, []);
      // And the next one can save at once.
      await store.change([putNote(`after-${round}`)]);
      kept.add(`after-${round}`);
      store.dispose();
    }
  });

  it("finishes at the next start what was killed between the files of two clients", async () => {
    const folder = path.join(temp(), "book");
    const first = createMachine(folder).open({ workspace: knowing() });
    await first.store.change([putNote("n-before"), noteOfRahim("r-before")]);
    first.store.dispose();
    assert.deepEqual(readdirSync(path.join(folder, "pending")), []);
    const fileOf = (client: string) => readFileSync(path.join(folder, `client-${client}.jsonl`), "utf8");
    const lock = path.join(folder, "locks", "client-c-rahim");
    const program = await makeProgram(temp(), `
      say("go");
      await store.change([putNote("n-both"), { op: "put", kind: "note", record: { ...note("r-both"), clientId: "c-rahim" } }, { op: "remove", kind: "note", id: "r-before" }]);
      say("kept");`);
    const said: string[] = [];
    const { child, ended } = start(program, [folder], (line) => {
      said.push(line);
      // Held by somebody who lives, so that the second file has to wait.
      if (line === "ready") writeFileSync(lock, `${process.pid} held ${hostname()}`);
    });
    await until(() => fileOf("c-acme").includes("n-both"));
    child.kill("SIGKILL");
    await ended;
    rmSync(lock);
    assert.deepEqual([said.includes("kept"), fileOf("c-rahim").includes("r-both"), readdirSync(path.join(folder, "pending")).length], [false, false, 1]);

    // Whichever window comes next, also one of another workspace.
    const next = createMachine(folder).open({ workspace: knowing() });
    await next.store.refresh();
    assert.deepEqual([fileOf("c-rahim").includes("r-both"), readdirSync(path.join(folder, "pending"))], [true, []]);
    await next.store.known.bringHere(["c-rahim"]);
    assert.deepEqual(ids(next.store.current().note).sort(), ["n-before", "n-both", "r-both"]);
    assert.deepEqual([await next.store.conflicts.all(), next.reported], [[], []]);
    next.store.dispose();
  });

  it("takes in only once what was written ahead, and leaves what it cannot read", async () => {
    const folder = path.join(temp(), "book");
    const { store } = createMachine(folder).open({ workspace: knowing() });
    await store.change([putNote("n-1", "first"), noteOfRahim("r-1")]);
    const pending = path.join(folder, "pending");
    const stale = { version: 1, book: 3, id: "x", files: [{ client: "c-acme", steps: [{ lateId: "x", change: { op: "put", kind: "note", record: note("n-2", "written ahead") } }] }] };
    for (const [name, text] of [["a.json", "{"], ["b.json", '{"version":9}'], ["x.json", JSON.stringify(stale)]] as const) writeFileSync(path.join(pending, name), text);
    for (const text of ["written ahead", "changed since"]) {
      const next = createMachine(folder).open({ workspace: knowing() });
      await next.store.refresh();
      assert.equal(next.store.current().note.find(({ id }) => id === "n-2")?.text, text);
      assert.deepEqual(readdirSync(pending).sort(), ["a.json", "b.json"]);
      await next.store.change([putNote("n-2", "changed since", 2)]);
      writeFileSync(path.join(pending, "x.json"), JSON.stringify(stale));
      next.store.dispose();
    }
    store.dispose();
  });

  it("keeps aside a change that was written ahead and cannot be read, and does the others", async () => {
    const folder = path.join(temp(), "book");
    const machine = createMachine(folder);
    const { store } = machine.open({ workspace: knowing() });
    await store.change([putNote("n-1"), noteOfRahim("r-1")]);
    const put = (record: object) => ({ lateId: "x", change: { op: "put", kind: "note", record } });
    const text = JSON.stringify({ version: 1, book: 3, id: "x", files: [{ client: "c-acme", steps: [put(note("n-2")), put({ id: "n-3", mood: "sunny" })] }] });
    writeFileSync(path.join(folder, "pending", "x.json"), text);
    // In the running window, not only at the next start.
    await store.refresh();
    assert.deepEqual(ids(store.current().note).sort(), ["n-1", "n-2", "r-1"]);
    assert.deepEqual(readdirSync(path.join(folder, "pending")), []);
    assert.equal(readFileSync(path.join(folder, "damaged", "pending-x.json"), "utf8"), text);
    store.dispose();
  });

  it("keeps on the shelf a late change in the state of the workspace that cannot be read", async () => {
    const bad = { lateId: "y", change: { op: "put", kind: "note", record: { id: "n-3", mood: "sunny" } } };
    const good = { lateId: "y", change: { op: "put", kind: "note", record: note("n-2") } };
    const workspace = memoryMemento({ "khobor.book": { version: 3, belongs: ["c-acme"], late: [bad, good] } });
    const { store, reported } = createMachine(path.join(temp(), "book")).open({ workspace });
    await store.refresh();
    assert.deepEqual(ids(store.current().note), ["n-2"]);
    assert.deepEqual(store.setAside().map(({ kind, raw }) => [kind, raw]), [["late", bad]]);
    assert.deepEqual(reported, ["storage.setAside"]);
    assert.equal("late" in (workspace.get("khobor.book") as object), false);
    store.dispose();
  });

  it("keeps everything in memory on a disk without room, says so once, and saves by itself when there is room again", async () => {
    const folder = path.join(temp(), "book");
    const program = await makeProgram(temp(), `
      await store.change([putNote("n-1", "small")]);
      await store.change([putNote("n-big", "x".repeat(200_000))]);
      await store.change([putNote("n-2", "small, too")]);
      say("here " + store.current().note.map(({ id }) => id).join(" ") + ", told " + reported.join(" "));
      await store.change([putNote("n-big", "short again", 2)]);
      await store.change([putNote("n-3", "small as well")]);
      say("told " + reported.join(" "));`);
    const said: string[] = [];
    await startLimited(program, folder, (line) => said.push(line));
    assert.deepEqual(said, ["ready", "here n-1 n-big n-2, told storage.notKept", "told storage.notKept storage.keptAgain"]);
    assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith(".tmp")), []);
    const { store, reported } = createMachine(folder).open({ workspace: knowing() });
    await store.refresh();
    assert.deepEqual(store.current().note.map(({ id, text }) => [id, text.slice(0, 12)]), [["n-1", "small"], ["n-big", "short again"], ["n-2", "small, too"], ["n-3", "small as wel"]]);
    assert.deepEqual(reported, []);
    store.dispose();
  });

  it("does not take for kept a line of which a full disk took the beginning only", async () => {
    const folder = path.join(temp(), "book");
    const program = await makeProgram(temp(), `
      const { createBookFile } = await import("./src/storage/book/bookFile");
      const { taken } = await import("./src/storage/book/content");
      const { now } = await import("./test/unit/storage/bookMachine");
      const file = createBookFile({ folder, name: "client-c-acme", clock: { now: () => now }, onHealed: say, onSetAside: say, wholeBelow: 0 });
      for (const text of ["small", "x".repeat(200_000), "small, too"]) {
        await file.change((content) => taken(content, [{ change: putNote("n-" + text.length, text) }])).then(() => say("kept"), ({ code }) => say(code));
      }`);
    const said: string[] = [];
    await startLimited(program, folder, (line) => said.push(line));
    assert.deepEqual(said, ["ready", "kept", "EFBIG", "kept"]);
    const { store, reported } = createMachine(folder).open({ workspace: knowing() });
    await store.refresh();
    assert.deepEqual([ids(store.current().note), reported], [["n-5", "n-10"], []]);
    store.dispose();
  });
});

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { tempFolders } from "../tempFolder";
import { makeProgram } from "./programs";

const temp = tempFolders();

/** A disk of so many KB that only this command and its children see. Linux lets everybody make one, unless it was forbidden. */
const onSmallDisk = (folder: string, size: number, command: readonly string[]): readonly [string, readonly string[]] => [
  "unshare",
  ["-rm", "sh", "-c", `mount -t tmpfs -o size=${size}k tmpfs "$0" && exec "$@"`, folder, ...command],
];
const canBeMade = (): boolean => {
  const [command, args] = onSmallDisk("/tmp", 64, ["true"]);
  return spawnSync(command, args).status === 0;
};

/** Resolves to the lines that it says. */
async function run(program: string, disk: string): Promise<readonly string[]> {
  const [command, args] = onSmallDisk(disk, 256, [process.execPath, program, path.join(disk, "book")]);
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (data: Buffer) => (said += data.toString("utf8")));
  await new Promise((resolve) => child.on("close", resolve));
  return said.split("\n").filter(Boolean);
}

// A limit on the size of files stands for a full disk everywhere (processes.test); here the disk itself is full.
if (canBeMade())
  describe("a disk that is really full", function () {
    this.timeout(60_000);

    it("leaves the book usable in memory, is told once, and all is saved when there is room again", async () => {
      const disk = path.join(temp(), "disk");
      mkdirSync(disk);
      const program = await makeProgram(temp(), `
        const { appendFileSync, rmSync, readdirSync } = await import("node:fs");
        const filler = folder + "/../filler";
        await store.change([putNote("n-1", "small")]);
        try {
          for (;;) appendFileSync(filler, "x".repeat(4096));
        } catch ({ code }) {
          say(code);
        }
        await store.change([putNote("n-2", "while it is full")]);
        await store.change([putNote("n-3", "and once more")]);
        say("here " + store.current().note.map(({ id }) => id).join(" ") + ", told " + reported.join(" "));
        rmSync(filler);
        await store.refresh();
        say("told " + reported.join(" "));
        const next = createMachine(folder).open({ workspace: memoryMemento({ "khobor.book": { version: 2, belongs: ["c-acme"] } }) });
        await next.store.refresh();
        say("kept " + next.store.current().note.map(({ id }) => id).join(" ") + next.reported.join(" "));
        say("left " + readdirSync(folder).filter((name) => name.endsWith(".tmp")).join(" "));
        next.store.dispose();`);
      assert.deepEqual(await run(program, disk), ["ready", "ENOSPC", "here n-1 n-2 n-3, told storage.notKept", "told storage.notKept storage.keptAgain", "kept n-1 n-2 n-3", "left "]);
    });

    it("takes nothing from what was said like this, nor from the names of secrets", async () => {
      const disk = path.join(temp(), "disk");
      mkdirSync(disk);
      const program = await makeProgram(temp(), `
        const { appendFileSync, rmSync } = await import("node:fs");
        const { createWordingStore } = await import("./src/storage/wordingStore");
        const { createSecrets } = await import("./src/storage/secrets");
        const kept = new Map();
        const keeper = { get: async (key) => kept.get(key), store: async (key, value) => void kept.set(key, value), delete: async (key) => void kept.delete(key) };
        const { now } = await import("./test/unit/storage/bookMachine");
        const parts = () => ({ memento: memoryMemento(), clock: { now: () => now }, report: ({ id }) => say(id), log: { warn: () => undefined, error: () => undefined } });
        const open = () => [createWordingStore({ ...parts(), folder: folder + "/wordings" }), createSecrets({ ...parts(), folder: folder + "/names", keeper })];
        const [wordings, secrets] = open();
        const hide = (scope) => ({ projectId: "j", at: now, how: "hideScope", scope });
        const zoom = (account) => ({ service: "zoom", account });
        await wordings.add([hide("a")]);
        await secrets.set(zoom("a"), "1");
        const filler = folder + "/filler";
        try {
          for (;;) appendFileSync(filler, "x".repeat(4096));
        } catch ({ code }) {
          say(code);
        }
        await wordings.add([hide("b")]);
        await secrets.set(zoom("b"), "2");
        const show = async (of, [wordings, secrets]) => {
          await secrets.opened();
          say(of + " " + (await wordings.all()).map(({ scope }) => scope).sort().join("") + " " + secrets.names().map(({ account }) => account).join(""));
        };
        await show("here", [wordings, secrets]);
        rmSync(filler);
        await wordings.add([hide("c")]);
        await secrets.set(zoom("c"), "3");
        const others = open();
        await show("another window", others);
        for (const one of [wordings, secrets, ...others]) one.dispose();`);
      assert.deepEqual(await run(program, disk), ["ready", "ENOSPC", "here ab ab", "another window abc abc"]);
    });
  });

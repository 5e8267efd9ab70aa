import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import type { BookChange } from "../../../src/core/book/book";
import { sampleBook, sampleProvenance } from "../core/book/exchanges";
import { tempFolders } from "../storage/tempFolder";
import { openWindow } from "./machine";

const temp = tempFolders();

/** A window in a process of its own that marks the draft as sent when told to go. */
async function makeProgram(): Promise<string> {
  const contents = `
    import { openWindow } from "./test/unit/flows/machine";
    import { memoryMemento } from "./test/unit/storage/memoryMemento";
    import { markAsSent } from "./src/flows/sendDraft";
    import { newId } from "./src/storage/newId";
    const [folder, draftId, client] = process.argv.slice(2);
    const window = openWindow(folder, { workspace: memoryMemento({ "khobor.book": { version: 2, belongs: [client] } }) });
    await window.book.refresh();
    const draft = await window.drafts.read(draftId);
    console.log("ready");
    process.stdin.once("data", async () => {
      const clock = { ...window.clock, now: () => new Date().toISOString() };
      const record = await markAsSent(draft.provenance, { outcome: "handedOver", channel: "email", text: "Hello" }, { ...window, clock, newId });
      console.log("sent as " + record.id);
      window.close();
      process.exit(0);
    });
  `;
  const folder = temp();
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, "window.mjs");
  const built = await build({ stdin: { contents, resolveDir: process.cwd(), loader: "ts" }, bundle: true, platform: "node", target: "node20", format: "esm", write: false, logLevel: "warning" });
  writeFileSync(outfile, built.outputFiles[0]!.contents);
  return outfile;
}

describe("one message that two windows mark as sent at exactly the same time", function () {
  this.timeout(60_000);

  it("has one record, and brings about in the book what it does once", async () => {
    const program = await makeProgram();
    const { client, project, milestone } = sampleBook();
    const [acme, shop] = [client.find(({ id }) => id === "c-acme")!, project.find(({ clientId }) => clientId === "c-acme")!];
    const stage = milestone.find(({ projectId }) => projectId === shop.id)!;
    const base: BookChange[] = [
      { op: "put", kind: "client", record: acme },
      { op: "put", kind: "project", record: shop },
      { op: "put", kind: "milestone", record: stage },
    ];
    for (let round = 0; round < 6; round++) {
      const folder = temp();
      const window = openWindow(folder);
      await window.book.change(base);
      const draft = sampleProvenance({
        id: `d-${round}`, clientId: acme.id, projectId: shop.id,
        effects: [
          { do: "moveMilestone", milestoneId: stage.id, due: { by: "date", on: "2027-01-15" as never } },
          { do: "addPromise", text: "The next word on the payment page" },
          { do: "addPromise", text: "A test before each release" },
        ],
      });
      const { sentAs: _, ...open } = draft;
      await window.drafts.create(open);
      const windows = [0, 1].map(() => {
        const child = spawn(process.execPath, [program, folder, open.id, acme.id], { stdio: ["pipe", "pipe", "inherit"] });
        const said: string[] = [];
        const lines = createInterface(child.stdout);
        const ready = new Promise<void>((resolve) => lines.on("line", (line) => (said.push(line), line === "ready" && resolve())));
        return { child, said, ready, ended: new Promise((resolve) => lines.on("close", resolve)) };
      });
      await Promise.all(windows.map(({ ready }) => ready));
      for (const { child } of windows) child.stdin.write("go\n");
      await Promise.all(windows.map(({ ended }) => ended));

      const [record, another] = await window.history.all();
      assert.ok(record && !another);
      assert.deepEqual(windows.map(({ said }) => said.at(-1)), [`sent as ${record.id}`, `sent as ${record.id}`]);
      await window.book.refresh();
      const { note, milestone: stages } = window.book.current();
      assert.deepEqual(note.map(({ text }) => text).sort(), ["A test before each release", "The next word on the payment page"]);
      assert.deepEqual(stages.map(({ rev, due }) => [rev, due]), [[stage.rev + 1, { by: "date", on: "2027-01-15" }]]);
      assert.deepEqual(await window.book.conflicts.all(), []);
      assert.equal((await window.drafts.read(open.id))?.provenance.sentAs, record.id);
      window.close();
    }
  });
});

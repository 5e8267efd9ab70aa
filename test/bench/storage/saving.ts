import { open, rename } from "node:fs/promises";
import { readFileSync } from "node:fs";
import path from "node:path";
import { interleaved, type Times } from "../measure";
import { manyNotes, note, openWindow, put, putClient } from "./machine";

/** A change to a client with so many notes, from asking until it is kept in the file and the workspace, beside writing the same bytes. */
export async function saving(folder: string, notes: number, rounds: number): Promise<{ readonly times: Times; readonly fileBytes: number; readonly stateBytes: number }> {
  const { store, workspace, told } = openWindow(folder);
  await store.change([putClient, ...manyNotes(notes, (at) => at % 4 !== 0).map(put)]);
  const file = path.join(folder, "client-c-acme.jsonl");
  const bytes = readFileSync(file);
  let at = 0;
  const times = await interleaved(rounds, {
    bare: () => writeBare(path.join(folder, "bare"), bytes),
    revise: () => store.change([put(note("n-00004", `Said again ${at}`, ++at + 1))]),
    add: () => store.change([put(note(`n-new-${at++}`, "A new one"))]),
  });
  if (told.length > 0) throw new Error(told[0]);
  store.dispose();
  return { times, fileBytes: readFileSync(file).length, stateBytes: Buffer.byteLength(JSON.stringify(workspace.all())) };
}

/** What the disk asks for at least: write, fsync, rename. */
async function writeBare(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(`${file}.new`, "w");
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
  await rename(`${file}.new`, file);
}

/** The size of the workspace's state when not one of so many notes is settled. */
export async function stateOfOpenNotes(folder: string, notes: number): Promise<number> {
  const { store, workspace } = openWindow(folder);
  await store.change([putClient, ...manyNotes(notes, () => false).map(put)]);
  store.dispose();
  return Buffer.byteLength(JSON.stringify(workspace.all()));
}

import { spawn, type ChildProcess } from "node:child_process";
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { note, openWindow, put } from "./machine";

/** Starts this very bundle in a process of its own. Each line that it prints goes to `line`. */
export function startWorker(bundle: string, args: readonly string[], line: (text: string) => void): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const script = `(await import(${JSON.stringify(bundle)})).worker(process.argv.slice(1))`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, "--", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface(child.stdout);
  lines.on("line", line);
  const ended = Promise.all([new Promise<number | null>((resolve) => child.on("exit", resolve)), new Promise((resolve) => lines.on("close", resolve))]).then(([code]) => code);
  return { child, ended };
}

/** In one write, so that a process that is killed has said it or not. */
const say = (text: string) => void writeSync(1, `${text}\n`);

/** Saves one note after another until it is killed: says "begin" before each, and "kept" when it is on disk. */
export async function saveUntilKilled(folder: string, name: string, wholeBelow: number): Promise<void> {
  const { store } = openWindow(folder, { wholeBelow });
  await store.refresh();
  say("ready");
  for (let at = 0; ; at++) {
    const id = `n-${name}-${at}`;
    say(`begin ${id}`);
    await store.change([put(note(id, `Saved in round ${name}`))]);
    say(`kept ${id}`);
  }
}

/** Makes so many changes as fast as it can: four new notes, then one revision of its own note, and again. */
export async function write(folder: string, name: string, count: number): Promise<void> {
  const { store, told } = openWindow(folder);
  await store.refresh();
  for (let at = 0; at < count; at++) {
    const revision = Math.floor(at / 5) + 1;
    const record = at % 5 === 4 ? note(`n-own-${name}`, `Revision ${revision}`, revision) : note(`n-${name}-${at}`, `Note ${at} of writer ${name}`);
    await store.change([put(record)]);
  }
  await store.refresh();
  say(`told ${told.length} ${told[0] ?? ""}`);
  store.dispose();
}

import path from "node:path";
import { parseArgs } from "node:util";
import { median, medianRatio, ms, times } from "./measure";
import { corruptions, sampleFile, truncations } from "./storage/damage";
import { killing } from "./storage/killing";
import { inFolder, openWindow, putClient } from "./storage/machine";
import { saving, stateOfOpenNotes } from "./storage/saving";
import { saveUntilKilled, startWorker, write } from "./storage/workers";

export const about = "nothing is lost: kill -9 while saving, four writers, damaged files, and what saving takes";
export const help = `--rounds N     kills (300)
--only TEXT    only the rows with this in their name`;

interface Row {
  readonly what: string;
  readonly on: string;
  readonly ours: string;
  readonly against: string;
  readonly ratio: string;
  readonly goal?: string;
  readonly met?: boolean;
  readonly raw?: unknown;
}
/** A row that counts what must not be. */
const none = (what: string, on: string, count: number, raw?: unknown): Row => ({ what, on, ours: String(count), against: "", ratio: "", goal: "0", met: count === 0, raw });

export async function run(args: readonly string[], say: (line: string) => void): Promise<{ rows: readonly Row[]; notes: readonly string[] }> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: "string" }, only: { type: "string" } } });
  const wanted = (what: string) => values.only === undefined || what.includes(values.only);
  const rows: Row[] = [];
  const notes: string[] = [];

  if (wanted("kill")) {
    const rounds = Number(values.rounds ?? 300);
    say(`kill -9 while saving, ${rounds} rounds…`);
    const lanes = await Promise.all([0, 1].map((lane) => inFolder((folder) => killing(import.meta.url, path.join(folder, "book"), Math.ceil((rounds - lane) / 2), lane === 0 ? Number.POSITIVE_INFINITY : 0))));
    const sum = (pick: (lane: (typeof lanes)[number]) => number) => lanes.reduce((all, lane) => all + pick(lane), 0);
    const on = `${sum((lane) => lane.rounds)} rounds`;
    rows.push(none("kill -9: books unreadable", on, sum((lane) => lane.unreadable), lanes));
    rows.push(none("kill -9: changes lost beyond the one in flight", on, sum((lane) => lane.lost)));
    notes.push(`${sum((lane) => lane.midSave)} of the kills came in the middle of a saving; ${sum((lane) => lane.kept)} changes had been kept.`);
  }
  if (wanted("writers")) {
    say("four writers × 500 changes…");
    rows.push(await inFolder(fourWriters));
  }
  if (wanted("damage")) {
    await inFolder(async (folder) => {
      const sample = await sampleFile(path.join(folder, "book"), 30, 15);
      say(`every truncation of a client file of ${sample.bytes.length} bytes…`);
      const { cuts, lost } = truncations(sample.bytes, sample.lines);
      rows.push(none("damage: healthy records lost, every truncation", `${cuts} cuts`, lost));
      say("1,000 random corruptions…");
      const alone = await corruptions(path.join(folder, "book"), sample, 1000, false);
      rows.push(none("damage: healthy records lost, random corruptions", "1,000 on disk", alone.lost, alone));
      rows.push(none("damage: files that do not become whole again", "1,000 on disk", alone.unhealed));
      const saved = await sampleFile(path.join(folder, "saved"), 30, 0);
      const beside = await corruptions(path.join(folder, "saved"), saved, 200, true);
      rows.push(none("damage: records lost, with an earlier version beside", "200 on disk", beside.missing, beside));
    });
  }
  if (wanted("saving")) {
    say("saving at 10,000 notes…");
    await inFolder(async (folder) => {
      const { times: taken, fileBytes, stateBytes } = await saving(path.join(folder, "book"), 10_000, 40);
      const bare = taken["bare"] ?? [];
      for (const [name, what] of [["revise", "saving a changed note"], ["add", "saving a new note"]] as const) {
        const ours = taken[name] ?? [];
        const at = median(ours);
        rows.push({ what, on: `10,000 notes, ${(fileBytes / 1e6).toFixed(1)} MB`, ours: ms(at), against: ms(median(bare)), ratio: times(medianRatio(ours, bare)), goal: "< 20 ms", met: at < 20, raw: { ours, bare } });
      }
      const open = await stateOfOpenNotes(path.join(folder, "open"), 10_000);
      for (const [on, size] of [["10,000 notes, a quarter open", stateBytes], ["10,000 open notes", open]] as const)
        rows.push({ what: "saving: the workspace's state", on, ours: `${Math.round(size / 1024)} KB`, against: "", ratio: "", goal: "< 256 KB", met: size < 256 * 1024 });
    });
    notes.push("Against: writing the same bytes to a file, fsync and rename, in the same run.");
  }
  return { rows, notes };
}

async function fourWriters(folder: string): Promise<Row> {
  const book = path.join(folder, "book");
  await openWindow(book).store.change([putClient]);
  const began = performance.now();
  const told: string[] = [];
  const codes = await Promise.all(["a", "b", "c", "d"].map((name) => startWorker(import.meta.url, ["write", book, name, "500"], (line) => told.push(line)).ended));
  const seconds = (performance.now() - began) / 1000;
  const { store } = openWindow(book);
  await store.refresh();
  const here = new Map(store.current().note.map(({ id, rev }) => [id, rev]));
  let lost = 0;
  for (const name of ["a", "b", "c", "d"]) {
    for (let at = 0; at < 500; at++) if (at % 5 !== 4 && !here.has(`n-${name}-${at}`)) lost++;
    lost += 100 - (here.get(`n-own-${name}`) ?? 0);
  }
  store.dispose();
  if (codes.some((code) => code !== 0)) lost = Number.NaN;
  return none("four writers: changes lost", `2,000 changes in ${seconds.toFixed(0)} s`, lost, told);
}

/** The part of a process that the suite starts. */
export async function worker([job, folder = "", name = "", count = "0"]: readonly string[]): Promise<void> {
  if (job === "save") await saveUntilKilled(folder, name, Number(count));
  else await write(folder, name, Number(count));
}

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { salvaged } from "../../../src/storage/book/salvage";
import type { Instant } from "../../../src/core/time/types";
import { manyNotes, openWindow, put, putClient } from "./machine";

/** Random numbers that are the same in each run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Line {
  readonly id: string;
  readonly from: number;
  /** Behind its last byte, without its end of line. */
  readonly to: number;
}

/** A client file of `count` notes, `added` of them one by one after the rest was saved, with where each record lies in it, told from its text alone. */
export async function sampleFile(folder: string, count: number, added: number): Promise<{ readonly file: string; readonly bytes: Buffer; readonly lines: readonly Line[] }> {
  const { store } = openWindow(folder, { wholeBelow: 0 });
  const notes = manyNotes(count, () => false).map(put);
  await store.change([putClient, ...notes.slice(added)]);
  for (const change of notes.slice(0, added)) await store.change([change]);
  store.dispose();
  const file = path.join(folder, "client-c-acme.jsonl");
  const bytes = readFileSync(file);
  let from = 0;
  const lines = bytes.toString("utf8").split("\n").flatMap((text): readonly Line[] => {
    const to = from + Buffer.byteLength(text);
    const line = { id: /"id":"([^"]+)"/.exec(text)?.[1] ?? "", from, to };
    from = to + 1;
    return line.id === "" ? [] : [line];
  });
  return { file, bytes, lines };
}

/** How many records that lie whole before the cut are not found again, over every length that the file can be cut to. */
export function truncations(bytes: Buffer, lines: readonly Line[]): { readonly cuts: number; readonly lost: number } {
  let lost = 0;
  for (let length = 0; length < bytes.length; length++) {
    const found = salvaged(bytes.subarray(0, length), () => "2026-11-25T06:00:00.000Z" as Instant).part;
    const ids = new Set([...found.client, ...found.note].map(({ id }) => id));
    lost += lines.filter(({ id, to }) => to <= length && !ids.has(id)).length;
  }
  return { cuts: bytes.length, lost };
}

interface Corruption {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

/** Something that happens to files: bits that flip, blocks of zeros, parts that are gone, doubled, or somebody else's. */
function corrupted(bytes: Buffer, random: () => number): Corruption {
  const from = Math.floor(random() * bytes.length);
  const to = Math.min(bytes.length, from + 1 + Math.floor(random() ** 3 * 3000));
  const junk = () => Buffer.from(Array.from({ length: to - from }, () => Math.floor(random() * 256)));
  const put = (middle: Buffer) => Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]);
  switch (Math.floor(random() * 5)) {
    case 0: return { bytes: put(junk()), from, to };
    case 1: return { bytes: put(Buffer.alloc(to - from)), from, to };
    case 2: return { bytes: put(Buffer.alloc(0)), from, to };
    case 3: return { bytes: put(Buffer.concat([bytes.subarray(from, to), bytes.subarray(from, to)])), from, to };
    default: return { bytes: Buffer.concat([bytes.subarray(0, from), junk(), bytes.subarray(from)]), from, to: from };
  }
}

/**
 * Damages the file on disk, and opens it. `lost`: records that no byte of the damage touches and that the store does not
 * show. `unhealed`: openings after which the file itself is not whole again. With an earlier version beside the file,
 * `missing` must be 0 too: records that are not shown at all.
 */
export async function corruptions(folder: string, sample: Awaited<ReturnType<typeof sampleFile>>, rounds: number, withVersion: boolean) {
  const random = createRandom(withVersion ? 7 : 1);
  const versions = path.join(folder, "versions", "client-c-acme");
  let [lost, missing, unhealed] = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(versions, { recursive: true });
    if (withVersion) writeFileSync(path.join(versions, "20261124T060000000Z-1.jsonl"), sample.bytes);
    const { bytes, from, to } = corrupted(sample.bytes, random);
    writeFileSync(sample.file, bytes);
    const first = openWindow(folder);
    await first.store.refresh();
    const ids = new Set([...first.store.current().client, ...first.store.current().note].map(({ id }) => id));
    first.store.dispose();
    const healthy = sample.lines.filter((line) => line.to <= from || line.from >= to);
    lost += healthy.filter(({ id }) => !ids.has(id)).length;
    missing += sample.lines.filter(({ id }) => !ids.has(id)).length;
    const again = openWindow(folder);
    await again.store.refresh();
    const isThere = [...again.store.current().client, ...again.store.current().note].length === ids.size;
    again.store.dispose();
    if (!isThere || again.told.length > 0 || (first.told.length > 0 && readdirSync(path.join(folder, "damaged")).length === 0)) unhealed++;
  }
  return { lost, missing, unhealed };
}

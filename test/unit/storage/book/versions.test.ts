import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Instant } from "../../../../src/core/time/types";
import { keptOf, versionsIn, type VersionEntry } from "../../../../src/storage/book/versions";
import { createMachine, ids, putNote } from "../bookMachine";
import { tempFolders } from "../tempFolder";

const temp = tempFolders();
const minute = 60_000;
const end = Date.parse("2026-11-25T06:00:00.000Z");
const at = (time: number) => new Date(time).toISOString() as Instant;

/** Saves at these moments, thinned after each. */
function saved(times: readonly number[]): readonly VersionEntry[] {
  return times.reduce<readonly VersionEntry[]>((versions, time, seq) => {
    const all = [{ id: `v${seq}`, at: at(time), seq: seq + 1 }, ...versions];
    const keep = keptOf(all, at(time));
    return all.filter((version) => keep.has(version));
  }, []);
}

describe("the versions of a file that are kept", () => {
  it("are all of the last hour, while there are few", () => {
    assert.equal(saved(Array.from({ length: 12 }, (_, one) => end - (12 - one) * 4 * minute)).length, 12);
  });

  it("are never more than thirty, with the newest and some of each age", () => {
    const everyQuarter = Array.from({ length: 60 * 24 * 4 }, (_, one) => end - (60 * 24 * 4 - one) * 15 * minute);
    const kept = saved(everyQuarter);
    assert.ok(kept.length <= 30 && kept.length >= 15, String(kept.length));
    assert.equal(kept[0]?.at, at(everyQuarter.at(-1) as number));
    const ages = kept.map((version) => (end - Date.parse(version.at)) / (24 * 60 * minute));
    for (const [from, to] of [[0, 1 / 24], [1 / 24, 1], [1, 7], [7, 30], [30, 61]] as const) assert.ok(ages.some((age) => age >= from && age <= to), `${from} to ${to} days`);
  });

  it("of earlier weeks outlast a busy hour", () => {
    const weekly = Array.from({ length: 8 }, (_, one) => end - (9 - one) * 7 * 24 * 60 * minute);
    const busy = Array.from({ length: 500 }, (_, one) => end - (500 - one) * 5_000);
    const kept = saved([...weekly, ...busy]);
    assert.ok(kept.length <= 30);
    assert.ok(kept.filter((version) => end - Date.parse(version.at) > 7 * 24 * 60 * minute).length >= 7);
    assert.equal(kept[0]?.seq, 508);
  });

  it("are listed newest first; what is no version is none", async () => {
    const folder = path.join(temp(), "versions");
    assert.deepEqual(await versionsIn(folder), []);
    mkdirSync(folder);
    for (const name of ["20261124T060000000Z-9.jsonl", "20261124T060000000Z-10.jsonl", "notes.txt", "20261124T060000000Z-11.jsonl.tmp"]) writeFileSync(path.join(folder, name), "");
    assert.deepEqual((await versionsIn(folder)).map(({ seq, at: when }) => [seq, when]), [[10, "2026-11-24T06:00:00.000Z"], [9, "2026-11-24T06:00:00.000Z"]]);
  });

  it("can be read: the client as it was before each change", async () => {
    const { open } = createMachine(path.join(temp(), "book"));
    let time = end;
    const { store } = open({ at: () => at((time += minute)) });
    const client = { id: "c-acme", rev: 1, createdAt: at(end), changedAt: at(end), name: "Acme", place: "direct", channel: "slack", contacts: [{ id: "p", name: "Sara", language: "en", tone: "friendly" }] } as const;
    await store.change([{ op: "put", kind: "client", record: client }]);
    await store.change([putNote("n-1")]);
    await store.change([{ op: "remove", kind: "note", id: "n-1" }]);
    const versions = await store.versions.client("c-acme").list();
    const notes = await Promise.all(versions.map(async ({ id }) => ids((await store.versions.client("c-acme").read(id))?.note ?? [])));
    assert.deepEqual(notes, [["n-1"], []]);
    assert.equal(await store.versions.client("c-acme").read("../../me"), undefined);
  });
});

import { copyFile, link, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { Clock } from "../../core/ports/clock";
import type { Instant } from "../../core/time/types";
import { hasCode, makeFolder } from "../files";
import type { Content } from "./content";
import { readImage, type Heading } from "./image";

export interface VersionEntry {
  /** The file's name without its ending. */
  readonly id: string;
  readonly at: Instant;
  readonly seq: number;
}

/** "20261125T060000123Z-42": when it was saved, and the how-manieth saving that was. */
const pattern = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(\d+)$/;
const ending = ".jsonl";

const nameOf = ({ savedAt, seq }: Pick<Heading, "savedAt" | "seq">) => `${savedAt.replaceAll(/[-:.]/g, "")}-${seq}`;

/** Newest first. */
export async function versionsIn(folder: string): Promise<readonly VersionEntry[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  });
  const found = names.flatMap((name): readonly VersionEntry[] => {
    const id = name.endsWith(ending) ? name.slice(0, -ending.length) : "";
    const match = pattern.exec(id);
    if (match === null) return [];
    const [, year, month, day, hour, minute, second, ms, seq] = match as unknown as readonly string[];
    return [{ id, at: `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z` as Instant, seq: Number(seq) }];
  });
  return found.sort((a, b) => b.seq - a.seq || (a.at < b.at ? 1 : -1));
}

/**
 * Keeps the file as it is, beside what it becomes next. Resolves to what lets go of it again: where the file is not replaced
 * after all it is no version, and what is added to the file would be added to it.
 */
export async function keepVersion(file: string, heading: Heading, folder: string): Promise<() => Promise<void>> {
  await makeFolder(folder);
  const kept = path.join(folder, nameOf(heading) + ending);
  try {
    await link(file, kept);
  } catch (error) {
    if (hasCode(error, "ENOENT", "EEXIST")) return () => Promise.resolve();
    // Some disks know no links.
    await copyFile(file, kept);
  }
  return () => rm(kept, { force: true });
}

/** Lets go of versions that there are enough of. */
export async function thinVersions(folder: string, now: Instant): Promise<void> {
  const versions = await versionsIn(folder);
  const keep = keptOf(versions, now);
  await Promise.all(versions.filter((version) => !keep.has(version)).map(({ id }) => rm(path.join(folder, id + ending), { force: true })));
}

/** Undefined where it is gone, damaged, or from a newer version. */
export async function readVersion(folder: string, id: string, now: Clock["now"]): Promise<Content | undefined> {
  if (!pattern.test(id)) return undefined;
  const bytes = await readFile(path.join(folder, id + ending)).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  });
  const image = bytes && readImage(bytes, now);
  return image?.is === "healthy" ? image.content : undefined;
}

export async function newestHealthy(folder: string, now: Clock["now"]): Promise<Content | undefined> {
  for (const { id } of await versionsIn(folder)) {
    const content = await readVersion(folder, id, now).catch(() => undefined);
    if (content !== undefined) return content;
  }
  return undefined;
}

const hour = 3_600_000;
const day = 24 * hour;
const most = 30;
/** A busy hour does not drive out the days and weeks before it. */
const mostOlder = 16;

/** All of the last hour, then the newest of each hour, day and week; thirty in all. Newest first, as given. */
export function keptOf(versions: readonly VersionEntry[], now: Instant): ReadonlySet<VersionEntry> {
  const ageOf = ({ at }: VersionEntry) => Date.parse(now) - Date.parse(at);
  const recent = versions.filter((version) => ageOf(version) < hour);
  const spans = new Set<string>();
  const older = versions.filter((version) => {
    const age = ageOf(version);
    if (age < hour) return false;
    const length = age < day ? hour : age < 30 * day ? day : 7 * day;
    const span = `${length} ${Math.floor(Date.parse(version.at) / length)}`;
    return spans.size < spans.add(span).size;
  });
  const some = spread(older, Math.max(mostOlder, most - recent.length), ageOf);
  return new Set([...recent.slice(0, most - some.length), ...some]);
}

/**
 * Where there are too many, what lies closest to its neighbours counts least, as a part of its age: old ones may lie far
 * apart. The newest and the oldest stay.
 */
function spread(versions: readonly VersionEntry[], room: number, ageOf: (version: VersionEntry) => number): readonly VersionEntry[] {
  const left = [...versions];
  while (left.length > room) {
    const gap = (at: number) => ageOf(left[at + 1] as VersionEntry) / Math.max(1, ageOf(left[at - 1] as VersionEntry));
    let least = 1;
    for (let at = 2; at < left.length - 1; at++) if (gap(at) < gap(least)) least = at;
    left.splice(least, 1);
  }
  return left;
}

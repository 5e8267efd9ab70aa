import { createHash } from "node:crypto";
import * as v from "valibot";
import type { RecordKind } from "../../core/book/book";
import { instant } from "../../core/book/fields";
import type { Clock } from "../../core/ports/clock";
import type { Instant } from "../../core/time/types";
import { bookDifference } from "../bookDifference";
import { bookUpgrades, newestVersion } from "../../core/book/upgrades";
import { keyOf, type AnyRecord, type Content } from "./content";
import { ancestryEntry, createReading, lineOf, linesOf, sumOf } from "./lines";

export const bookVersion = newestVersion(bookUpgrades);

/** The first line of a file of the book. */
const headingSchema = v.object({
  khobor: v.literal("book"),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Grows by one with each saving. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  savedAt: instant,
  /** How many bytes of lines were saved with the heading, and their digest. What follows was added later, a change a line. */
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  digest: v.string(),
});
export type Heading = Readonly<v.InferOutput<typeof headingSchema>>;

/** Longer than any heading. */
export const headingBytes = 400;
const newline = 0x0a;

export type Image =
  /** `newer`: read as far as we understand it, and never to be written. `found`: entries that were set aside just now. */
  | {
      readonly is: "healthy" | "newer";
      readonly heading: Heading;
      readonly content: Content;
      readonly found: number;
      /** In bytes, up to the last whole line; `torn` where something follows: the beginning of a line that was never finished. */
      readonly length: number;
      readonly torn: boolean;
    }
  | { readonly is: "damaged"; readonly detail: string }
  /** A newer version's, not to be read or checked as ours are, and never to be written. */
  | { readonly is: "laterForm"; readonly detail: string };

/** The file as bytes: its heading, then its lines. */
export function imageOf(content: Content, { seq, savedAt }: { readonly seq: number; readonly savedAt: Instant }, encode = createEncoder()): { readonly heading: Buffer; readonly body: readonly Buffer[] } {
  const body = encode(linesOf(content));
  const hash = createHash("sha256");
  for (const bytes of body) hash.update(bytes);
  const bytes = body.reduce((sum, { length }) => sum + length, 0);
  const heading: Heading = { khobor: "book", version: bookVersion, seq, savedAt, bytes, digest: hash.digest("hex") };
  return { heading: Buffer.from(lineOf(heading)), body };
}

const piece = 128;

/** Turns lines into bytes piece by piece, and keeps the pieces: from one save to the next only a few change. */
export function createEncoder(): (lines: readonly string[]) => readonly Buffer[] {
  let known: { readonly lines: readonly string[]; readonly bytes: Buffer }[] = [];
  return (lines) => {
    const next: typeof known = [];
    for (let from = 0; from < lines.length; from += piece) {
      const these = lines.slice(from, from + piece);
      const there = known[next.length];
      const isThere = there !== undefined && there.lines.length === these.length && these.every((line, at) => line === there.lines[at]);
      next.push(isThere ? there : { lines: these, bytes: Buffer.from(these.join("")) });
    }
    known = next;
    return next.map(({ bytes }) => bytes);
  };
}

/** The heading of a file, from its first bytes; undefined where there is none that is whole. */
export function headingIn(start: Buffer): Heading | undefined {
  const end = start.indexOf(newline);
  const match = /^([0-9a-f]{16}) \d+ (\{.*\})$/.exec(start.subarray(0, end < 0 ? 0 : end).toString("utf8"));
  if (match === null || sumOf(match[2] as string) !== match[1]) return undefined;
  const parsed = v.safeParse(headingSchema, parseJson(match[2] as string));
  return parsed.success ? parsed.output : undefined;
}

/**
 * Whether a file says that it is of a newer version, whatever else its first line holds and however long that is: a later
 * version may sum, order and lay out the rest in ways of its own. A version of ours whose digits were damaged is none.
 */
function saysNewer(bytes: Buffer): boolean {
  const end = bytes.indexOf(newline);
  const first = bytes.subarray(0, end < 0 ? Math.min(bytes.length, longestFirstLine) : end).toString("utf8");
  const found = /"khobor"\s*:\s*"book"/.test(first) ? /("version"\s*:\s*)(\d{1,9})\b/.exec(first) : null;
  if (found === null || Number(found[2]) <= bookVersion) return false;
  const [sum] = first.split(" ", 1);
  const isOurs = (version: number) => sumOf(first.slice(first.indexOf("{")).replace(found[0], `${found[1]}${version}`)) === sum;
  return !Array.from({ length: bookVersion }, (_, at) => at + 1).some(isOurs);
}
const longestFirstLine = 64 * 1024;

/** @param known records whose lines are known already */
export function readImage(bytes: Buffer, now: Clock["now"], known?: ReadonlyMap<string, readonly [RecordKind, AnyRecord]>): Image {
  const image = readOurs(bytes, now, known);
  return image.is === "damaged" && saysNewer(bytes) ? { is: "laterForm", detail: image.detail } : image;
}

function readOurs(bytes: Buffer, now: Clock["now"], known: Parameters<typeof readImage>[2]): Image {
  const heading = headingIn(bytes);
  if (heading === undefined) return { is: "damaged", detail: "no heading" };
  const start = bytes.indexOf(newline) + 1;
  const body = bytes.subarray(start, start + heading.bytes);
  if (createHash("sha256").update(body).digest("hex") !== heading.digest) return { is: "damaged", detail: "not as it was saved" };
  const reading = createReading(Math.min(heading.version, bookVersion), now);
  const text = body.toString("utf8");
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const line = text.slice(from, end + 1);
    const there = known?.get(line);
    if (there !== undefined) reading.known(...there);
    else reading.entry(parseJson(line.slice(line.indexOf("{"))), line);
    from = end + 1;
  }
  const length = readAdded(bytes, start + body.length, (value) => reading.entry(value));
  if (length === undefined) return { is: "damaged", detail: "a change that was added is not as it was" };
  const content = reading.content();
  const rest = { heading, length, torn: length < bytes.length };
  if (heading.version > bookVersion) return { is: "newer", content: { ...content, aside: [] }, found: 0, ...rest };
  return { is: "healthy", content, found: reading.found(), ...rest };
}

/** Returns where the last whole line ends; undefined where one is damaged. */
function readAdded(bytes: Buffer, from: number, take: (value: unknown) => void): number | undefined {
  for (;;) {
    const end = bytes.indexOf(newline, from);
    if (end < 0) return from;
    const match = /^([0-9a-f]{16}) \d+ (\{.*\})$/.exec(bytes.subarray(from, end).toString("utf8"));
    if (match === null || sumOf(match[2] as string) !== match[1]) return undefined;
    take(parseJson(match[2] as string));
    from = end + 1;
  }
}

/**
 * What a change adds to a file that holds `before`, as one line, so that it is there as a whole or not at all; undefined
 * where the file has to be saved anew, since reading it from the beginning would not lead to `after`.
 */
export function additionOf(before: Content, after: Content): Buffer | undefined {
  if (before.waiting !== after.waiting || before.aside !== after.aside || before.took !== after.took || before.meWas !== after.meWas) return undefined;
  const entries: unknown[] = [];
  for (const change of bookDifference(before.part, after.part)) {
    if (change.op === "me") entries.push({ me: change.me });
    else if (change.op === "put") {
      const { kind, record } = change;
      const known = (before.part[kind] as readonly AnyRecord[]).find(({ id }) => id === record.id)?.rev ?? before.gone.get(keyOf(kind, record.id))?.rev ?? 0;
      if (record.rev <= known) return undefined;
      entries.push({ [kind]: record });
    }
  }
  for (const [key, gone] of after.gone) if (before.gone.get(key) !== gone) entries.push({ gone });
  for (const [key, marks] of after.was) if (before.was.get(key) !== marks) entries.push(ancestryEntry(key, marks));
  return entries.length === 0 ? undefined : Buffer.from(lineOf({ all: entries }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

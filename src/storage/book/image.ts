import { createHash } from "node:crypto";
import * as v from "valibot";
import type { RecordKind } from "../../core/book/book";
import { instant } from "../../core/book/fields";
import type { Clock } from "../../core/ports";
import type { Instant } from "../../core/time/types";
import { bookUpgrades, newestVersion } from "../upgrades";
import type { AnyRecord, Content } from "./content";
import { createReading, lineOf, linesOf, sumOf } from "./lines";

export const bookVersion = newestVersion(bookUpgrades);

/** The first line of a file of the book. */
const headingSchema = v.object({
  khobor: v.literal("book"),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Grows by one with each saving. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  savedAt: instant,
  /** Of all that follows the heading. */
  digest: v.string(),
});
export type Heading = Readonly<v.InferOutput<typeof headingSchema>>;

/** Longer than any heading. */
export const headingBytes = 400;
const newline = 0x0a;

export type Image =
  /** `newer`: read as far as we understand it, and never to be written. `found`: entries that were set aside just now. */
  | { readonly is: "healthy" | "newer"; readonly heading: Heading; readonly content: Content; readonly found: number }
  | { readonly is: "damaged"; readonly detail: string };

/** The file as bytes: its heading, then its lines. */
export function imageOf(content: Content, { seq, savedAt }: { readonly seq: number; readonly savedAt: Instant }, encode = createEncoder()): { readonly heading: Buffer; readonly body: readonly Buffer[] } {
  const body = encode(linesOf(content));
  const hash = createHash("sha256");
  for (const piece of body) hash.update(piece);
  const heading: Heading = { khobor: "book", version: bookVersion, seq, savedAt, digest: hash.digest("hex") };
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

/** @param known records whose lines are known already */
export function readImage(bytes: Buffer, now: Clock["now"], known?: ReadonlyMap<string, readonly [RecordKind, AnyRecord]>): Image {
  const heading = headingIn(bytes);
  if (heading === undefined) return { is: "damaged", detail: "no heading" };
  const body = bytes.subarray(bytes.indexOf(newline) + 1);
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
  const content = reading.content();
  if (heading.version > bookVersion) return { is: "newer", heading, content: { ...content, aside: [] }, found: 0 };
  return { is: "healthy", heading, content, found: reading.found() };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

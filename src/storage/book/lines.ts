import { createHash } from "node:crypto";
import * as v from "valibot";
import { recordKinds, recordSchemas, type RecordKind } from "../../core/book/book";
import { id } from "../../core/book/fields";
import { meSchema, nobodyYet, type Me } from "../../core/book/me";
import type { Clock } from "../../core/ports/clock";
import { issues } from "../../core/book/issues";
import { setAsideSchema } from "../setAside";
import { isFields } from "../stored";
import { bookUpgrades, newestVersion, upgraded, type StoredEntry, type Upgrade } from "../../core/book/upgrades";
import { noAncestry } from "./ancestry";
import { ancestryIn } from "./united";
import { emptyContent, isNobody, isSame, keyOf, withGone, type AnyRecord, type Content, type Gone, type Waiting } from "./content";

// A file of the book is lines of `<checksum> <bytes> <json>`: a heading, then one entry `{ "<kind>": … }` a line. Each line
// stands for itself, so that damage to one takes no other with it.

const digits = 16;
export const sumOf = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex").slice(0, digits);

export function lineOf(value: unknown): string {
  const json = JSON.stringify(value);
  return `${sumOf(json)} ${Buffer.byteLength(json)} ${json}\n`;
}

/** The lines of records as they were last read or written: a save writes thousands that have not changed. */
const lines = new WeakMap<object, string>();

function lineOfRecord(kind: string, record: object): string {
  const known = lines.get(record);
  if (known !== undefined) return known;
  const line = lineOf({ [kind]: record });
  lines.set(record, line);
  return line;
}

function lineOfAncestry(key: string, marks: readonly string[]): string {
  const line = lines.get(marks) ?? lineOf(ancestryEntry(key, marks));
  lines.set(marks, line);
  return line;
}
export const ancestryEntry = (of: string, marks: readonly string[]): object => ({ was: { of, marks } });

/** What the record takes in a stored value, nearly. */
export function bytesOfRecord(kind: RecordKind, record: AnyRecord): number {
  const line = lineOfRecord(kind, record);
  return Number.parseInt(line.slice(digits + 1), 10);
}

/** Every line after the heading, each with its end. */
export function linesOf({ part, gone, waiting, aside, took, meWas, was }: Content): readonly string[] {
  return [
    ...(isNobody(part.me) ? [] : [lineOf({ me: part.me })]),
    ...recordKinds.flatMap((kind) => (part[kind] as readonly AnyRecord[]).map((record) => lineOfRecord(kind, record))),
    ...[...gone.values()].map((one) => lineOf({ gone: one })),
    ...waiting.map((one) => lineOf({ waiting: one })),
    ...aside.map((one) => lineOf({ aside: one })),
    ...(took.length > 0 ? [lineOf({ took })] : []),
    ...(meWas.length > 0 ? [lineOf({ meWas })] : []),
    ...[...was].map(([key, marks]) => lineOfAncestry(key, marks)),
  ];
}

const kindSchema = v.picklist(recordKinds);
const waitingSchema = v.object({ kind: v.union([kindSchema, v.literal("me")]), record: v.unknown(), removed: v.optional(v.literal(true)) });
const marksSchema = v.array(v.string());
export const goneSchema = v.object({ kind: kindSchema, id, rev: v.number(), was: v.exactOptional(marksSchema) });
const tookSchema = v.array(id);
const wasSchema = v.object({ of: v.string(), marks: marksSchema });

/** What the lines of a file hold, entry by entry. What is not understood is set aside. */
export function createReading(version: number, now: Clock["now"], upgrades: readonly Upgrade[] = bookUpgrades) {
  const isOld = version < newestVersion(upgrades);
  const lists = new Map<RecordKind, Map<string, AnyRecord>>(recordKinds.map((kind) => [kind, new Map()]));
  const waiting: Waiting[] = [];
  const aside: Content["aside"][number][] = [];
  const gone: Gone[] = [];
  let found = 0;
  let took: readonly string[] = [];
  let me: Me = nobodyYet;
  let meWas: readonly string[] = [];
  const was = new Map<string, readonly string[]>();
  const setAside = (kind: string, raw: unknown, detail: string) => {
    found++;
    aside.push({ kind, foundAt: now(), raw, detail });
  };

  function takeRecord(kind: RecordKind, entry: unknown, line: string | undefined): void {
    const record = checked(kind, entry);
    if (record === undefined) return;
    const list = lists.get(kind) as Map<string, AnyRecord>;
    const there = list.get(record.id);
    if (there !== undefined && there.rev > record.rev) return;
    list.set(record.id, record);
    if (line !== undefined && isSame(record, entry)) lines.set(record, line);
  }
  function checked(kind: RecordKind, entry: unknown): AnyRecord | undefined {
    const parsed = v.safeParse(recordSchemas[kind], entry);
    if (!parsed.success) setAside(kind, entry, issues(parsed.issues));
    else if (!isSame(parsed.output, entry)) setAside(kind, entry, "holds more than is understood");
    return parsed.success ? parsed.output : undefined;
  }
  function checkedMe(entry: unknown): Me | undefined {
    const parsed = v.safeParse(meSchema, entry);
    if (!parsed.success) setAside("me", entry, issues(parsed.issues));
    return parsed.success ? parsed.output : undefined;
  }
  function takeWaiting({ kind, entry }: StoredEntry, removed: true | undefined): void {
    const known = recordKinds.find((one) => one === kind);
    const other = kind === "me" ? checkedMe(entry) : undefined;
    if (other !== undefined) waiting.push({ kind: "me", record: other });
    if (known === undefined) return;
    const record = checked(known, entry);
    if (record !== undefined) waiting.push({ kind: known, record, ...(removed && { removed }) });
  }
  function take({ kind, entry }: StoredEntry, line: string | undefined): void {
    const parsedBy = <T>(schema: v.GenericSchema<unknown, T>, use: (value: T) => void) => {
      const parsed = v.safeParse(schema, entry);
      if (parsed.success) use(parsed.output);
      else setAside(kind, entry, issues(parsed.issues));
    };
    const known = recordKinds.find((one) => one === kind);
    if (known !== undefined) takeRecord(known, entry, line);
    else if (kind === "me") parsedBy(meSchema, (value) => (me = value));
    else if (kind === "gone") parsedBy(goneSchema, (value) => gone.push(value));
    else if (kind === "aside") parsedBy(setAsideSchema, (value) => aside.push(value));
    else if (kind === "took") parsedBy(tookSchema, (value) => (took = value));
    else if (kind === "meWas") parsedBy(marksSchema, (value) => (meWas = value));
    else if (kind === "was") parsedBy(wasSchema, ({ of, marks }) => was.set(of, marks));
    else if (kind === "waiting") parsedBy(waitingSchema, ({ kind: of, record, removed }) => inNewestForm({ kind: of, entry: record }).forEach((one) => takeWaiting(one, removed)));
    else setAside(kind, entry, "an unknown kind");
  }
  function inNewestForm(stored: StoredEntry): readonly StoredEntry[] {
    if (!isOld) return [stored];
    try {
      return upgraded(stored, version, upgrades);
    } catch (error) {
      setAside(stored.kind, stored.entry, String(error));
      return [];
    }
  }

  return {
    /** A record known already, with its line: it need not be parsed again. */
    known: (kind: RecordKind, record: AnyRecord) => void (lists.get(kind) as Map<string, AnyRecord>).set(record.id, record),
    /** @param line as it stands in the file, with its end; absent where it must be written anew */
    entry(value: unknown, line?: string): void {
      const [pair, ...more] = isFields(value) ? Object.entries(value) : [];
      // Several entries of one change.
      if (pair?.[0] === "all" && Array.isArray(pair[1])) for (const one of pair[1] as unknown[]) this.entry(one);
      else if (pair === undefined || more.length > 0) setAside("line", value, "not an entry");
      else for (const stored of inNewestForm({ kind: pair[0], entry: pair[1] })) take(stored, isOld ? undefined : line);
    },
    /** How many entries were set aside just now. */
    found: () => found,
    content(): Content {
      const live = withGone(new Map(), gone);
      const isIn = (kind: RecordKind, record: AnyRecord) => record.rev > (live.get(keyOf(kind, record.id))?.rev ?? 0);
      const part = Object.fromEntries(
        [...lists].map(([kind, byId]) => [kind, live.size === 0 ? [...byId.values()] : [...byId.values()].filter((record) => isIn(kind, record))]),
      );
      const read: Content = { part: { ...emptyContent.part, ...part, me }, gone: live, waiting, aside, took, meWas, was };
      return was.size === 0 ? { ...read, was: noAncestry } : { ...read, was: ancestryIn(read.part, was) };
    },
  };
}

/** The records of a content by their lines. */
export function knownLines({ part }: Content): ReadonlyMap<string, readonly [RecordKind, AnyRecord]> {
  const known = new Map<string, readonly [RecordKind, AnyRecord]>();
  for (const kind of recordKinds) {
    for (const record of part[kind] as readonly AnyRecord[]) {
      const line = lines.get(record);
      if (line !== undefined) known.set(line, [kind, record]);
    }
  }
  return known;
}

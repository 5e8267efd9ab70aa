import assert from "node:assert/strict";
import fc from "fast-check";
import { recordKinds, type Book, type BookChange } from "../../../src/core/book/book";
import type { Instant } from "../../../src/core/time/types";
import { createBookStore } from "../../../src/storage/bookStore";
import { memoryMemento, type MemoryMemento } from "./memoryMemento";
import { sample } from "./samples";
import { tempFolders } from "./tempFolder";

const now = "2026-11-25T06:00:00.000Z" as Instant;

const temp = tempFolders();

function open(workspace: MemoryMemento, global = memoryMemento(), folder = temp()) {
  const reported: { readonly id: string; readonly values?: unknown }[] = [];
  const store = createBookStore({
    workspace,
    global,
    folder,
    clock: { now: () => now },
    report: (problem) => reported.push(problem),
    log: { error: () => assert.fail(), warn: () => undefined },
  });
  return { store, reported };
}

type Stored = Record<string, unknown>;
const stored = () => sample("book.v1");
const list = (book: Stored, kind: string) => book[kind] as Stored[];
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
const rename: BookChange = { op: "me", me: { names: ["Rafi"], emails: [] } };
const touch = (book: Book): BookChange => ({ op: "put", kind: "note", record: { ...book.note[0]!, rev: 9 } });

describe("a damaged book", () => {
  it("sets the damaged entry aside as it was, tells of it once, and loads the rest", async () => {
    const book = stored();
    const damaged = { ...list(book, "client")[0], name: 7, extra: ["kept"] };
    list(book, "client")[0] = damaged;
    const workspace = memoryMemento({ "khobor.book": book });
    const { store, reported } = open(workspace);
    assert.deepEqual(ids(store.current().client), ["c-rahim"]);
    assert.deepEqual(ids(store.current().note), ["n-coupon", "n-call", "n-good"]);
    assert.deepEqual(store.setAside().map(({ kind, foundAt, raw }) => ({ kind, foundAt, raw })), [{ kind: "client", foundAt: now, raw: damaged }]);
    await store.refresh();
    assert.deepEqual(reported, [{ id: "storage.setAside", values: { count: 1 } }]);

    const again = open(workspace);
    assert.deepEqual(ids(again.store.current().client), ["c-rahim"]);
    assert.deepEqual(again.store.setAside().map(({ raw }) => raw), [damaged]);
    await again.store.refresh();
    assert.deepEqual(again.reported, []);
  });

  it("adds to what was set aside before, and keeps even a shelf that is damaged itself", async () => {
    const book = stored();
    list(book, "note").push({ id: "n-broken" });
    const workspace = memoryMemento({ "khobor.book": book, "khobor.book.setAside": "not a shelf" });
    const { store } = open(workspace);
    store.current();
    await store.refresh();
    assert.deepEqual(open(workspace).store.setAside().map(({ raw }) => raw), ["not a shelf", { id: "n-broken" }]);
  });

  it("is not written before what is damaged lies safely aside", async () => {
    const book = stored();
    list(book, "note").push({ id: "n-broken" });
    const workspace = memoryMemento({ "khobor.book": book });
    let full = true;
    const { store, reported } = open({
      ...workspace,
      update: (key, value) => (full && key.endsWith("setAside") ? Promise.reject(new Error("no space")) : workspace.update(key, value)),
    });
    await store.change([touch(store.current())]);
    assert.deepEqual(workspace.get("khobor.book"), book);
    assert.equal(store.current().note[0]?.rev, 9);
    assert.deepEqual(reported.map(({ id }) => id), ["storage.setAside"]);
    full = false;
    await store.refresh();
    const again = open(workspace).store;
    assert.equal(again.current().note[0]?.rev, 9);
    assert.deepEqual(again.setAside().map(({ raw }) => raw), [{ id: "n-broken" }]);
  });

  it("of two entries with one id shows the later revision and keeps the other", () => {
    const book = stored();
    const [acme] = list(book, "client");
    list(book, "client").push({ ...acme, rev: 4, name: "Acme Ltd" }, { ...acme, rev: 2, name: "Acme Shoppe" });
    const { store } = open(memoryMemento({ "khobor.book": book }));
    assert.deepEqual(store.current().client.map(({ name }) => name), ["Acme Ltd", "রহিম ট্রেডার্স"]);
    assert.deepEqual(store.setAside().map(({ raw }) => (raw as Stored)["name"]), ["Acme Shop", "Acme Shoppe"]);
  });

  it("keeps the healthy fields of Me", async () => {
    const me = sample("me.v1");
    const damaged = { ...(me["me"] as Stored), zone: "Asia/Dacca City", digits: 4 };
    const global = memoryMemento({ "khobor.me": { ...me, me: damaged } });
    const { store } = open(memoryMemento(), global);
    const { zone, digits, ...rest } = sample("me.v1")["me"] as Stored;
    assert.deepEqual([zone, digits], ["Asia/Dhaka", "bangla"]);
    assert.deepEqual(store.current().me, rest);
    await store.change([rename]);
    assert.deepEqual(open(memoryMemento(), global).store.setAside().map(({ raw }) => raw), [damaged]);
  });

  it("keeps what a record holds beyond what is understood", () => {
    const book = stored();
    const more = { ...list(book, "note")[0], mood: "sunny" };
    list(book, "note")[0] = more;
    const { store } = open(memoryMemento({ "khobor.book": book }));
    assert.deepEqual(ids(store.current().note), ["n-coupon", "n-call", "n-good"]);
    assert.deepEqual(store.setAside().map(({ raw }) => raw), [more]);
  });

  it("without a version is read all the same", () => {
    const { version, ...book } = stored();
    assert.equal(version, 1);
    for (const lost of [book, { ...book, version: "1" }, { ...book, version: 0 }, { ...book, version: null }]) {
      const { store } = open(memoryMemento({ "khobor.book": lost }));
      assert.deepEqual(ids(store.current().client), ["c-acme", "c-rahim"]);
    }
  });
});

// --- whatever happens to the stored value

/** Every place in a value: the way to each field and element, in the order in which JSON writes them. */
function places(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([name, inner]) => places(inner, [...way, name]))];
}

/** The value with `junk` at one place; undefined takes the place out. */
function spoilt(value: unknown, way: readonly string[], junk: unknown): unknown {
  const [name, ...rest] = way;
  if (name === undefined) return junk;
  const copy: Stored | unknown[] = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Stored) };
  const inner = spoilt((value as Stored)[name], rest, junk);
  if (inner !== undefined) (copy as Stored)[name] = inner;
  else if (Array.isArray(copy)) copy.splice(Number(name), 1);
  else Reflect.deleteProperty(copy, name);
  return copy;
}

/** Every value of the JSON text up to one place, closed properly: what is left of a value that was cut there. */
function cutAt(value: unknown, ways: readonly (readonly string[])[], at: number): unknown {
  return ways.slice(at).reduceRight((left, way) => (way.length === 0 ? left : spoilt(left, way, undefined)), value);
}

const everyRecord = recordKinds.flatMap((kind) => ((stored()[kind] ?? []) as Stored[]).map((record, at) => ({ kind, record, at })));

/** The records that the store has to show: those that are as they were, wherever they stand. */
async function holdsHealthy(value: unknown, alsoWritten = true): Promise<void> {
  const workspace = memoryMemento({ "khobor.book": value });
  const left = everyRecord.filter(({ kind, record }) => {
    const now = (value as Stored | undefined)?.[kind];
    return Array.isArray(now) && now.some((one) => JSON.stringify(one) === JSON.stringify(record));
  });
  const check = (book: Book) => {
    for (const { kind, record } of left) {
      assert.deepEqual(book[kind].find(({ id }) => id === record["id"]), record);
    }
  };
  const { store } = open(workspace);
  check(store.current());
  if (!alsoWritten) return;
  await store.change([{ op: "remove", kind: "note", id: "nobody" }]).catch((error: unknown) => {
    // A version number that grew makes the book read-only, and it must then be as it was.
    assert.match(String(error), /newer version/);
    assert.deepEqual(workspace.get("khobor.book"), value);
  });
  check(open(workspace).store.current());
}

/** Nothing that was in the value is in no place: what is not shown is kept aside. */
async function keepsEverything(value: unknown): Promise<void> {
  const workspace = memoryMemento({ "khobor.book": value });
  const { store } = open(workspace);
  await store.change([{ op: "remove", kind: "note", id: "nobody" }]).catch(() => undefined);
  const kept = inOrder([...workspace.values.values()]);
  for (const kind of recordKinds) {
    const entries = (value as Stored | null)?.[kind];
    for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) assert.ok(kept.includes(inOrder(entry)), inOrder(entry));
  }
}

/** JSON with the fields of each object in order. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const everyPlace = places(stored());

describe("any damage to the stored book", function () {
  this.timeout(20_000);

  it("cut at any place, shows every record before the cut", async () => {
    for (const at of everyPlace.keys()) await holdsHealthy(cutAt(stored(), everyPlace, at), at % 9 === 0);
  });

  it("spoilt at any place, shows every other record and throws nothing away", async () => {
    const junk = fc.oneof(fc.constant(undefined), fc.constantFrom(null, {}, []), fc.jsonValue(), fc.string({ unit: "binary" }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...everyPlace.slice(1)), junk, async (way, bad) => {
        const value = JSON.parse(JSON.stringify(spoilt(stored(), way, bad))) as unknown;
        await holdsHealthy(value);
        await keepsEverything(value);
      }),
      { numRuns: 80 },
    );
  });

  it("replaced as a whole by anything, opens and keeps what was there", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (any) => {
        const value: unknown = JSON.parse(JSON.stringify(any));
        const workspace = memoryMemento({ "khobor.book": value });
        const { store } = open(workspace);
        store.current();
        await store.refresh();
        if (value !== null && (typeof value !== "object" || Array.isArray(value))) assert.deepEqual(store.setAside().map(({ raw }) => raw), [value]);
      }),
      { numRuns: 80 },
    );
  });
});

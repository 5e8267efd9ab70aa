import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { applyChanges, emptyBook, recordKinds, recordSchemas, type Book, type BookChange, type RecordKind } from "../core/book/book";
import { meSchema, nobodyYet, type Me } from "../core/book/me";
import { userKinds } from "../core/book/userPart";
import { issues } from "../core/book/issues";
import type { Damaged } from "./setAside";
import { isFields, type Fields, type StoredShape } from "./stored";
import { bookUpgrades, upgraded, type StoredEntry, type Upgrade } from "../core/book/upgrades";

/** What is not the user's own belongs to a workspace. */
export const workspaceKinds = recordKinds.filter((kind) => !(userKinds as readonly RecordKind[]).includes(kind));

interface Found {
  readonly record: Book[RecordKind][number];
  readonly raw: unknown;
}
type SetAsideOne = (detail: string, raw?: unknown) => void;

/**
 * The part of the book that one home keeps, as a book that is empty elsewhere. Stored as
 * `{ version, me?, client: [record…], project: [record…], … }`.
 */
export function bookPart(
  key: string,
  { kinds, me: withMe, upgrades = bookUpgrades }: { kinds: readonly RecordKind[]; me: boolean; upgrades?: readonly Upgrade[] },
): StoredShape<Book, BookChange> {
  return {
    key,
    upgrades,
    empty: emptyBook,
    read(fields, version) {
      const damaged: Damaged[] = [];
      const found = new Map<RecordKind, Map<string, Found>>(kinds.map((kind) => [kind, new Map()]));
      let me: Me = nobodyYet;

      for (const stored of entriesOf(fields, damaged)) {
        const setAside = (detail: string, raw = stored.entry) => damaged.push({ kind: stored.kind, raw, detail });
        for (const { kind, entry } of attempt(() => upgraded(stored, version, upgrades), setAside)) {
          const known = kinds.find((one) => one === kind);
          if (known !== undefined) takeRecord(found.get(known) as Map<string, Found>, known, entry, setAside);
          else if (withMe && kind === "me") me = readMe(entry, setAside);
          else setAside("an unknown kind");
        }
      }
      const lists = [...found].map(([kind, byId]) => [kind, [...byId.values()].map(({ record }) => record)] as const);
      return { part: { ...emptyBook, ...Object.fromEntries(lists), me }, damaged };
    },
    write: (part) => ({ ...(withMe ? { me: part.me } : {}), ...Object.fromEntries(kinds.map((kind) => [kind, part[kind]])) }),
    apply: applyChanges,
  };
}

/** Every entry of every list, and Me. What should be a list and is not counts as damaged. */
function entriesOf(fields: Fields, damaged: Damaged[]): readonly StoredEntry[] {
  return Object.entries(fields).flatMap(([kind, value]): readonly StoredEntry[] => {
    if (kind === "me") return [{ kind, entry: value }];
    if (Array.isArray(value)) return value.map((entry: unknown) => ({ kind, entry }));
    damaged.push({ kind, raw: value, detail: "not a list" });
    return [];
  });
}

/** Of two entries with one id the later revision counts; the other one is set aside. */
function takeRecord(byId: Map<string, Found>, kind: RecordKind, entry: unknown, setAside: SetAsideOne): void {
  const parsed = v.safeParse(recordSchemas[kind], entry);
  if (!parsed.success) {
    setAside(issues(parsed.issues));
    return;
  }
  if (!isDeepStrictEqual(parsed.output, entry)) setAside(notAll);
  const here: Found = { record: parsed.output, raw: entry };
  const there = byId.get(here.record.id);
  const [kept, other] = there !== undefined && there.record.rev >= here.record.rev ? [there, here] : [here, there];
  byId.set(here.record.id, kept);
  if (other !== undefined && !isDeepStrictEqual(other.record, kept.record)) setAside("another entry has this id", other.raw);
}

/** The fields of Me stand for themselves: a damaged one takes no other with it. */
function readMe(entry: unknown, setAside: SetAsideOne): Me {
  const whole = v.safeParse(meSchema, entry);
  if (whole.success) {
    if (!isDeepStrictEqual(whole.output, entry)) setAside(notAll);
    return whole.output;
  }
  setAside(issues(whole.issues));
  const healthy = isFields(entry) ? Object.entries(entry).filter(([name, value]) => isHealthy(name, value)) : [];
  return { ...nobodyYet, ...Object.fromEntries(healthy) };
}

/** Reading drops what no schema names, and the next writing would lose it: such an entry is used, and kept aside too. */
const notAll = "holds more than is understood";

function isHealthy(name: string, value: unknown): boolean {
  const field = (meSchema.entries as Record<string, v.GenericSchema | undefined>)[name];
  return field !== undefined && v.safeParse(field, value).success;
}

function attempt<T>(upgrade: () => readonly T[], setAside: SetAsideOne): readonly T[] {
  try {
    return upgrade();
  } catch (error) {
    setAside(String(error));
    return [];
  }
}

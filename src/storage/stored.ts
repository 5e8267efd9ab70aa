import * as v from "valibot";
import { issues } from "../core/book/issues";
import { newestVersion, upgraded, type StoredEntry, type Upgrade } from "../core/book/upgrades";
import type { Damaged } from "./setAside";

/** How one value of a memento is read and written: `{ version, ...fields }`. */
export interface StoredShape<Part, Change> {
  /** The memento's key. */
  readonly key: string;
  /** From each version to the next; they lead to the version that this Khobor writes. */
  readonly upgrades: readonly Upgrade[];
  readonly empty: Part;
  /** Reads what is healthy and names the rest; never throws, whatever it is given. `version` is at most our own. */
  read(fields: Fields, version: number): { readonly part: Part; readonly damaged: readonly Damaged[] };
  write(part: Part): Fields;
  /** Pure: the same changes may be applied again to a part that already has them. */
  apply(part: Part, changes: readonly Change[]): Part;
}
export type Fields = Readonly<Record<string, unknown>>;

export interface Reading<Part> {
  readonly part: Part;
  readonly damaged: readonly Damaged[];
  /** From a newer Khobor: to be shown as far as we understand it, and never to be written. */
  readonly newer: boolean;
}

export function readStored<Part>(shape: StoredShape<Part, never>, raw: unknown): Reading<Part> {
  if (raw === undefined || raw === null) return { part: shape.empty, damaged: [], newer: false };
  if (!isFields(raw)) {
    return { part: shape.empty, damaged: [{ kind: shape.key, raw, detail: "not an object" }], newer: false };
  }
  const { version, ...fields } = raw;
  const newest = newestVersion(shape.upgrades);
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    // A lost version number is no reason to lose the entries: their own schemas decide.
    const reading = shape.read(fields, newest);
    const damaged = { kind: "version", raw: version ?? null, detail: "not a version" };
    return { part: reading.part, damaged: [damaged, ...reading.damaged], newer: false };
  }
  const newer = version > newest;
  const reading = shape.read(fields, newer ? newest : version);
  return { part: reading.part, damaged: newer ? [] : reading.damaged, newer };
}

export const isFields = (raw: unknown): raw is Fields => typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** Reads a value that is one list. Other fields, what is not a list, and entries that the schema refuses count as damaged. */
export function listReader<T>(name: string, schema: v.GenericSchema<unknown, T>, upgrades: readonly Upgrade[]) {
  return (fields: Fields, version: number): { readonly part: readonly T[]; readonly damaged: readonly Damaged[] } => {
    const part: T[] = [];
    const damaged: Damaged[] = [];
    const take = (stored: StoredEntry): void => {
      const parsed = v.safeParse(schema, stored.entry);
      if (stored.kind !== name) damaged.push({ kind: stored.kind, raw: stored.entry, detail: "an unknown field" });
      else if (parsed.success) part.push(parsed.output);
      else damaged.push({ kind: stored.kind, raw: stored.entry, detail: issues(parsed.issues) });
    };
    for (const [kind, value] of Object.entries(fields)) {
      if (!Array.isArray(value)) {
        damaged.push({ kind, raw: value, detail: kind === name ? "not a list" : "an unknown field" });
        continue;
      }
      for (const raw of value as unknown[]) {
        try {
          for (const stored of upgraded({ kind, entry: raw }, version, upgrades)) take(stored);
        } catch (error) {
          damaged.push({ kind, raw, detail: String(error) });
        }
      }
    }
    return { part, damaged };
  };
}

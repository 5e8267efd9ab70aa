import * as v from "valibot";
import { issues } from "./issues";
import type { Damaged } from "./setAside";

/** How one value of a memento is read and written: `{ version, ...fields }`. */
export interface StoredShape<Part, Change> {
  /** The memento's key. */
  readonly key: string;
  /** The version that this Khobor writes. */
  readonly version: number;
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
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    // A lost version number is no reason to lose the entries: their own schemas decide.
    const reading = shape.read(fields, shape.version);
    const damaged = { kind: "version", raw: version ?? null, detail: "not a version" };
    return { part: reading.part, damaged: [damaged, ...reading.damaged], newer: false };
  }
  const newer = version > shape.version;
  const reading = shape.read(fields, newer ? shape.version : version);
  return { part: reading.part, damaged: newer ? [] : reading.damaged, newer };
}

export const isFields = (raw: unknown): raw is Fields => typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** The entries of one list that their schema accepts. Other fields, and what is not a list, count as damaged. */
export function checkedList<T>(
  fields: Fields,
  name: string,
  schema: v.GenericSchema<unknown, T>,
): { readonly healthy: readonly T[]; readonly damaged: readonly Damaged[] } {
  const healthy: T[] = [];
  const damaged: Damaged[] = [];
  for (const [kind, value] of Object.entries(fields)) {
    if (kind !== name || !Array.isArray(value)) {
      damaged.push({ kind, raw: value, detail: kind === name ? "not a list" : "an unknown field" });
      continue;
    }
    for (const raw of value as unknown[]) {
      const parsed = v.safeParse(schema, raw);
      if (parsed.success) healthy.push(parsed.output);
      else damaged.push({ kind, raw, detail: issues(parsed.issues) });
    }
  }
  return { healthy, damaged };
}

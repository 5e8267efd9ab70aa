import * as v from "valibot";
import { issues } from "./issues";

// How what an earlier version stored becomes what this one stores. Every stored shape has a chain of steps, and there is a
// stored sample of every version that a step begins with.

/** An entry of a stored value, with the list that it stands in: a record kind of the book, "me", "answers". */
export interface StoredEntry {
  readonly kind: string;
  readonly entry: unknown;
}

/**
 * Takes one entry to the next version: pure, and entry by entry, so that a damaged one takes no other with it. It may
 * rename an entry's kind, split the entry, or drop it (no result). One that throws leaves the entry to be set aside.
 */
export type Upgrade = (stored: StoredEntry) => readonly StoredEntry[];

/** A step that changes nothing in the entries: there is more that they may hold, or more beside them. */
export const asBefore: Upgrade = (stored) => [stored];

/**
 * From each version of the book to the next: the first takes version 1 to 2. Any new field is a new version, because an
 * older Khobor would drop it when it rewrites the record.
 */
export const bookUpgrades: readonly Upgrade[] = [
  // To 2: the workspace's value became a copy of the client files, beside what it alone knows.
  asBefore,
  // To 3: many optional fields, for all kinds of messages, meetings, invoices, tools of clients.
  asBefore,
];

/** Entries of `version` as the newest version has them. `chain[0]` takes version 1 to 2. */
export function upgraded(stored: StoredEntry, version: number, chain: readonly Upgrade[]): readonly StoredEntry[] {
  return chain.slice(version - 1).reduce<readonly StoredEntry[]>((entries, upgrade) => entries.flatMap(upgrade), [stored]);
}

/** The version that a chain of upgrades leads to. */
export const newestVersion = (chain: readonly Upgrade[]): number => chain.length + 1;

/** What a value that says its own version turned out to be. `newer`: it is never written over. `detail` is for the log. */
export type OwnReading<T> = { readonly is: "healthy"; readonly value: T } | { readonly is: "newer" | "damaged"; readonly detail: string };

/** One value on its own, `{ version, … }`: a sent record, a draft's provenance. */
export interface OwnShape<T> {
  readonly upgrades: readonly Upgrade[];
  /** Of the newest version. */
  readonly schema: v.GenericSchema<unknown, T>;
}

export function readOwn<T>(raw: unknown, { upgrades, schema }: OwnShape<T>): OwnReading<T> {
  const newest = newestVersion(upgrades);
  const own = v.safeParse(versioned, raw);
  if (!own.success) return { is: "damaged", detail: "no version" };
  const { version } = own.output;
  if (version > newest) return { is: "newer", detail: `version ${version}` };
  let entries: readonly StoredEntry[];
  try {
    entries = upgraded({ kind: "", entry: raw }, version, upgrades);
  } catch (error) {
    return { is: "damaged", detail: String(error) };
  }
  const parsed = v.safeParse(schema, { ...(entries[0]?.entry as object | undefined), version: newest });
  return parsed.success ? { is: "healthy", value: parsed.output } : { is: "damaged", detail: issues(parsed.issues) };
}
const versioned = v.looseObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });

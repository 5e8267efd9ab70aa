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

/**
 * From each version of the book to the next: the first takes version 1 to 2. Any new field is a new version, because an
 * older Khobor would drop it when it rewrites the record.
 */
export const bookUpgrades: readonly Upgrade[] = [
  // To 2: the workspace's value became a copy of the client files, beside what it alone knows. The entries are as before.
  (stored) => [stored],
  // To 3: many optional fields, for all kinds of messages, meetings, invoices, tools of clients.
  (stored) => [stored],
];

/** Entries of `version` as the newest version has them. `chain[0]` takes version 1 to 2. */
export function upgraded(stored: StoredEntry, version: number, chain: readonly Upgrade[]): readonly StoredEntry[] {
  return chain.slice(version - 1).reduce<readonly StoredEntry[]>((entries, upgrade) => entries.flatMap(upgrade), [stored]);
}

/** The version that a chain of upgrades leads to. */
export const newestVersion = (chain: readonly Upgrade[]): number => chain.length + 1;

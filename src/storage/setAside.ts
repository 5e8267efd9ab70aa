import * as v from "valibot";
import { instant } from "../core/book/fields";
import { StorageProblem, type SetAside } from "../core/ports/book";
import type { Instant } from "../core/time/types";
import type { Memento } from "./memento";

/** An entry that could not be read, as it was found. */
export interface Damaged {
  readonly kind: string;
  readonly raw: unknown;
  readonly detail: string;
}

const shelfSchema = v.object({ version: v.literal(1), entries: v.array(v.unknown()) });
export const setAsideSchema = v.object({ kind: v.string(), foundAt: instant, raw: v.unknown(), detail: v.string() });

/** Where damaged entries wait, under a key of their own. Only ever added to. */
export interface Shelf {
  entries(): readonly SetAside[];
  holds(damaged: Damaged): boolean;
  put(entries: readonly SetAside[]): Promise<void>;
}

export function createShelf(memento: Memento, key: string): Shelf {
  // An entry of the shelf, or the shelf itself, may be damaged too: it then lies on the shelf as it is.
  const lying = (): readonly unknown[] => {
    const raw = memento.get(key);
    if (raw === undefined || raw === null) return [];
    const shelf = v.safeParse(shelfSchema, raw);
    return shelf.success ? shelf.output.entries : [raw];
  };
  const entries = () =>
    lying().map((raw): SetAside => {
      const parsed = v.safeParse(setAsideSchema, raw);
      return parsed.success ? parsed.output : { kind: "setAside", foundAt: unknownMoment, raw, detail: "not an entry set aside" };
    });
  return {
    entries,
    holds: (damaged) => entries().some((entry) => sameEntry(entry, damaged)),
    async put(added) {
      // A newer version's shelf is not ours to rewrite: what was added is still where it was found.
      if (isNewer(memento.get(key))) throw new StorageProblem({ id: "storage.newer" }, `${key} is from a newer version`);
      await memento.update(key, { version: 1, entries: [...lying(), ...added] });
    },
  };
}

const isNewer = (raw: unknown): boolean => v.is(v.looseObject({ version: v.pipe(v.number(), v.gtValue(1)) }), raw);

/** By their JSON, which is what a memento keeps of them. */
export const sameEntry = (a: Damaged, b: Damaged): boolean => a.kind === b.kind && JSON.stringify(a.raw) === JSON.stringify(b.raw);

const unknownMoment = "1970-01-01T00:00:00.000Z" as Instant;

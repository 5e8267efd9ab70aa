import * as v from "valibot";
import { recordKinds, recordSchemas, type Book, type PutChange, type RecordKind } from "../../core/book/book";
import { id, type Id } from "../../core/book/fields";
import { meSchema } from "../../core/book/me";
import type { SetAside } from "../../core/ports";
import { isFields, type Fields } from "../stored";
import type { Memento } from "../memento";
import { createShelf, sameEntry, type Damaged } from "../setAside";
import { bookVersion } from "./image";
import type { AnyRecord, Step } from "./content";

/** What a memento's value holds beside its copy of the records. */
export interface Beside {
  /** The clients of this workspace. */
  readonly belongs: readonly Id[];
  /** Steps that their file has not taken in yet. */
  readonly late: readonly Step[];
}

const kind = v.picklist(recordKinds);
const lateSchema = v.object({
  lateId: id,
  change: v.variant("op", [
    v.object({ op: v.literal("me"), me: meSchema }),
    v.object({ op: v.literal("put"), kind, record: v.unknown() }),
    v.object({ op: v.literal("remove"), kind, id }),
  ]),
  was: v.optional(v.unknown()),
});

/** Reads what lies beside the records; what is no such thing is left out, for the records themselves stand in the copy. */
export function readBeside(fields: Fields): Beside {
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
  const belongs = list(fields["belongs"]).filter((one): one is Id => v.is(id, one));
  return { belongs: [...new Set(belongs)], late: list(fields["late"]).flatMap(readLate) };
}

function readLate(raw: unknown): readonly Step[] {
  const parsed = v.safeParse(lateSchema, raw);
  if (!parsed.success) return [];
  const { lateId, change, was } = parsed.output;
  if (change.op === "me") return [{ lateId, change, was: v.is(meSchema, was) ? was : undefined }];
  const schema: v.GenericSchema<unknown, AnyRecord> = recordSchemas[change.kind];
  const base = v.safeParse(schema, was);
  const known = base.success ? base.output : undefined;
  if (change.op === "remove") return [{ lateId, change: change, was: known }];
  const record = v.safeParse(schema, change.record);
  return record.success ? [{ lateId, change: { ...change, record: record.output } as PutChange, was: known }] : [];
}

/** A stored value as JSON, its lists in the order of ours. */
const inOrder = (stored: unknown, like: object): string | undefined =>
  isFields(stored) ? JSON.stringify(Object.fromEntries(Object.keys({ ...like, ...stored }).flatMap((name) => (name in stored ? [[name, stored[name]]] : [])))) : undefined;

/** The copy of a part of the book in a memento. */
export interface Copy {
  /** Resolves when it is kept; rejects where it is not. Writes nothing that stands there already. */
  write(part: Book, beside: Beside): Promise<void>;
  setAside(): readonly SetAside[];
  isShelved(damaged: Damaged): boolean;
}

/** @param unshelved damaged entries of the value: they are put on the shelf before anything is written over them */
export function createCopy(
  memento: Memento,
  key: string,
  shape: { readonly kinds: readonly RecordKind[]; readonly me: boolean },
  unshelved: readonly SetAside[],
): Copy {
  const shelf = createShelf(memento, `${key}.setAside`);
  let waiting = unshelved;
  let written: string | undefined;
  return {
    async write(part, { belongs, late }) {
      const value = {
        ...(shape.me ? { me: part.me } : { belongs }),
        ...Object.fromEntries(shape.kinds.map((one) => [one, part[one]])),
        ...(late.length > 0 ? { late } : {}),
        version: bookVersion,
      };
      const json = JSON.stringify(value);
      if (waiting.length === 0 && (written ?? inOrder(memento.get(key), value)) === json) return;
      if (waiting.length > 0) {
        await shelf.put(waiting.filter((entry) => !shelf.holds(entry)));
        waiting = [];
      }
      written = undefined;
      await memento.update(key, value);
      written = json;
    },
    isShelved: (damaged) => shelf.holds(damaged),
    setAside: () => [...shelf.entries(), ...waiting.filter((entry) => !shelf.entries().some((one) => sameEntry(one, entry)))],
  };
}

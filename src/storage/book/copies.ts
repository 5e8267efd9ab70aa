import * as v from "valibot";
import type { Book, RecordKind } from "../../core/book/book";
import { id, type Id } from "../../core/book/fields";
import type { SetAside } from "../../core/ports/book";
import { isFields, type Fields } from "../stored";
import type { Memento } from "../memento";
import { createShelf, sameEntry, type Damaged } from "../setAside";
import type { Ancestry } from "./ancestry";
import { bookVersion } from "./image";
import type { Gone, Step } from "./content";
import { goneSchema } from "./lines";
import { readSteps } from "./steps";

/** What was taken out of the file of a client or, without `of`, of the user's. */
export interface GoneFrom extends Gone {
  readonly of?: Id | undefined;
}
const goneFromSchema = v.object({ ...goneSchema.entries, of: v.exactOptional(id) });

/** What a memento's value holds beside its copy of the records. */
export interface Beside {
  /** The clients of this workspace. */
  readonly belongs: readonly Id[];
  /** Steps that their file has not taken in yet. */
  readonly late: readonly Step[];
  /** The marks of what Me was before. */
  readonly meWas: readonly string[];
  /** The marks of what the records of the copy were before. */
  readonly was: Ancestry;
  /** What was taken out lately, so that another machine's file hears of it. */
  readonly gone: readonly GoneFrom[];
}

/** Reads what lies beside the records. `damaged`: changes that cannot be read; they stand nowhere else. */
export function readBeside(fields: Fields, version: number): Beside & { readonly damaged: readonly Damaged[] } {
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
  const belongs = list(fields["belongs"]).filter((one): one is Id => v.is(id, one));
  const meWas = list(fields["meWas"]).filter((one) => typeof one === "string");
  const { steps, damaged } = readSteps(list(fields["late"]), version);
  const was = Object.entries(isFields(fields["was"]) ? fields["was"] : {}).map(([key, marks]) => [key, list(marks).filter((one) => typeof one === "string")] as const);
  const gone = list(fields["gone"]).filter((one) => v.is(goneFromSchema, one));
  return { belongs: [...new Set(belongs)], gone, meWas, was: new Map(was), late: steps, damaged };
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
    async write(part, { belongs, late, meWas, was, gone }) {
      const value = {
        ...(shape.me ? { me: part.me } : { belongs }),
        ...Object.fromEntries(shape.kinds.map((one) => [one, part[one]])),
        ...(late.length > 0 ? { late } : {}),
        ...(meWas.length > 0 ? { meWas } : {}),
        ...(gone.length > 0 ? { gone } : {}),
        ...(was.size > 0 ? { was: Object.fromEntries(was) } : {}),
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

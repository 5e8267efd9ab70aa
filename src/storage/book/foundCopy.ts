import type { RecordKind } from "../../core/book/book";
import { bookUpgrades, newestVersion } from "../../core/book/upgrades";
import { bookPart } from "../bookPart";
import type { Memento } from "../memento";
import { isFields, readStored } from "../stored";
import type { FoundCopy } from "./parts";

const newest = newestVersion(bookUpgrades);

/** The copy of a part of the book in a memento, with what lies beside its records. */
export function foundIn(memento: Memento, key: string, shape: { readonly kinds: readonly RecordKind[]; readonly me: boolean }): FoundCopy {
  const value = memento.get(key);
  const { belongs, late, meWas, was, gone, ...rest } = isFields(value) ? value : {};
  const reading = readStored(bookPart(key, shape), isFields(value) ? rest : value);
  const given = rest["version"];
  const version = typeof given === "number" && given >= 1 ? Math.min(given, newest) : newest;
  return { key, shape, ...reading, beside: { belongs, late, meWas, was, gone }, version };
}

import { languageOf } from "../language/languageOf";
import type { Provenance } from "./draft";
import { splitLines } from "./lines";
import { traceLines } from "./trace";

export interface ForeignLine {
  /** From 0, in the document. */
  readonly line: number;
  readonly itemId: string;
}

/**
 * Lines of work that are not in the language of the message, as the document stands: items are kept in the language that
 * their authors wrote in. What the user translated by hand is none any more. In doubt a line is none.
 */
export function foreignLines(provenance: Provenance, text: string): readonly ForeignLine[] {
  const lines = splitLines(text);
  const folded = new Set(provenance.items.filter((item) => item.folded).map(({ id }) => id));
  return [...traceLines(provenance, text)].flatMap(([line, ids]) => {
    const itemId = ids.find((id) => !folded.has(id));
    const spoken = languageOf(lines[line] ?? "");
    return itemId === undefined || spoken === undefined || spoken === provenance.language ? [] : [{ line, itemId }];
  });
}

import { createHash } from "node:crypto";
import type { Id } from "../core/book/fields";

/**
 * The name of what is kept for an id. Ids of ours are names on every disk as they are; any other (from an import, say)
 * gets a name made from its hash, so that no id leads out of a folder or, by its case, to another one's file.
 */
export function fileName(id: Id): string {
  return plain.test(id) && !reserved.test(id) ? id : `id-${createHash("sha256").update(id).digest("hex").slice(0, 40)}`;
}

const plain = /^(?!id-)[a-z0-9][a-z0-9-]*$/;
/** Names that Windows keeps for itself. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

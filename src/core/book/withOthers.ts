import type { Book } from "./book";
import { bookOfParts, clientKinds, type ClientPart } from "./clientPart";

/** The book with all of those clients that are not in it yet: of other workspaces, say. `parts` are the ones that came in. */
export function withOthers(here: Book, others: readonly ClientPart[]): { readonly book: Book; readonly parts: readonly ClientPart[] } {
  const known = new Set(here.client.map(({ id }) => id));
  const parts = others.filter(({ client }) => !known.has(client.id));
  if (parts.length === 0) return { book: here, parts };
  const more = bookOfParts(parts);
  const lists = clientKinds.map((kind) => [kind, [...here[kind], ...more[kind]]] as const);
  return { book: { ...here, client: [...here.client, ...more.client], ...Object.fromEntries(lists) }, parts };
}

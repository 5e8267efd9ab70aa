import type { Book } from "../book/book";
import type { Id } from "../book/fields";
import type { Note } from "../book/note";
import type { SentRecord } from "../book/sentRecord";
import type { Provenance } from "../drafting/draft";
import type { Instant } from "../time/types";

/** One thing with words in it. */
export interface Searchable {
  readonly is: "sent" | "draft" | "note";
  readonly id: Id;
  readonly clientId: Id;
  readonly at: Instant;
  readonly text: string;
  /** Only of notes. */
  readonly note?: Note;
}
export interface Hit {
  readonly entry: Searchable;
  /** The client's name. */
  readonly client: string;
  /** The line with the first word that was sought. */
  readonly line: string;
}
export interface SearchIndex {
  /** The entries that hold every word of the query, in any place and any case; newest first. Without a word: all. */
  find(query: string, most: number): readonly Hit[];
}

export function searchables(book: Pick<Book, "note">, sent: readonly SentRecord[], drafts: readonly { readonly provenance: Provenance; readonly text: string }[]): readonly Searchable[] {
  return [
    ...sent.map(({ id, clientId, at, text }): Searchable => ({ is: "sent", id, clientId, at, text })),
    ...drafts.map(({ provenance: { id, clientId, createdAt }, text }): Searchable => ({ is: "draft", id, clientId, at: createdAt, text })),
    ...book.note.map((note): Searchable => ({ is: "note", id: note.id, clientId: note.clientId, at: note.at ?? note.createdAt, text: note.text, note })),
  ];
}

/** Made anew from the entries at any time. @param nameOf whose it is: a client's name is found, too */
export function searchIndex(entries: readonly Searchable[], nameOf: (clientId: Id) => string): SearchIndex {
  const indexed = entries
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map((entry) => ({ entry, client: nameOf(entry.clientId) }))
    .map(({ entry, client }) => ({ entry, client, folded: folded(`${client}\n${entry.text}`) }));
  return {
    find(query, most) {
      const words = folded(query).split(/\s+/u).filter(Boolean);
      const hits: Hit[] = [];
      for (const { entry, client, folded: text } of indexed) {
        if (hits.length >= most) break;
        if (words.every((word) => text.includes(word))) hits.push({ entry, client, line: lineWith(entry.text, words) });
      }
      return hits;
    },
  };
}

/** Two ways to write one letter (য় has two) are one; case does not count. */
const folded = (text: string): string => text.normalize("NFC").toLowerCase();

const WIDTH = 160;

function lineWith(text: string, words: readonly string[]): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const line = (lines.find((each) => words.some((word) => folded(each).includes(word))) ?? lines[0] ?? "").trim();
  if (line.length <= WIDTH) return line;
  const at = Math.max(0, ...words.map((word) => folded(line).indexOf(word)));
  const from = Math.max(0, Math.min(at - WIDTH / 4, line.length - WIDTH));
  return `${from > 0 ? "…" : ""}${line.slice(from, from + WIDTH)}${from + WIDTH < line.length ? "…" : ""}`;
}

import { usualContact } from "../core/book/client";
import { recordById } from "../core/book/queries";
import type { Provenance } from "../core/drafting/draft";
import { inShort } from "../core/drafting/inShort";
import { itemsByLine } from "../core/drafting/trace";
import { splitLines } from "../core/drafting/lines";
import type { Renderer } from "../core/drafting/renderer";
import { writingIn } from "../core/language/writing";
import type { BookStore } from "../core/ports";
import type { Renderers } from "./renderers";

export interface RecountDeps {
  readonly book: Pick<BookStore, "current">;
  readonly renderers: Renderers;
}
export interface Changed {
  readonly provenance: Provenance;
  readonly text: string;
}

/**
 * Puts the line that counts what a draft tells right after one of its lines went or came, in the document and in the draft
 * as rendered. A line that was reworded by hand is left alone.
 */
export async function recount(before: Provenance, changed: Changed, deps: RecountDeps): Promise<Changed> {
  const renderer = await deps.renderers.of(before.kind, before.language);
  const was = lineFor(before, renderer, deps);
  const is = lineFor(changed.provenance, renderer, deps);
  const inRendered = splitLines(changed.provenance.rendered).indexOf(was);
  if (was === "" || was === is || inRendered < 0) return changed;
  const taken = (document: string) => put(document, was, is);
  const gone = is === "" ? 2 : 0;
  // Where the line goes, the blank line behind it goes too, and what stands below moves up.
  const items = changed.provenance.items.map((item) => (item.line !== undefined && item.line > inRendered ? { ...item, line: item.line - gone } : item));
  const provenance = { ...changed.provenance, rendered: taken(changed.provenance.rendered), items };
  return itemsByLine(provenance).size === itemsByLine(changed.provenance).size ? { provenance, text: taken(changed.text) } : changed;
}

function put(document: string, was: string, is: string): string {
  const lines = splitLines(document);
  const at = lines.indexOf(was);
  if (at < 0) return document;
  return (is === "" ? lines.toSpliced(at, 2) : lines.with(at, is)).join(document.includes("\r\n") ? "\r\n" : "\n");
}

function lineFor({ items, clientId, language, createdAt }: Provenance, renderer: Renderer, { book }: RecountDeps): string {
  const { me } = book.current();
  const client = recordById(book.current(), "client", clientId);
  const view = {
    ...writingIn(language, me.digits),
    today: createdAt.slice(0, 10) as never,
    formal: client !== undefined && usualContact(client).tone === "formal",
    inShort: inShort(items),
  };
  return renderer.renderPartial("inShort", view) ?? "";
}

import { usualContact } from "../core/book/client";
import { recordById } from "../core/book/queries";
import type { DraftItem, Provenance } from "../core/drafting/draft";
import { inShort } from "../core/drafting/inShort";
import { splitLines } from "../core/drafting/lines";
import type { Renderer } from "../core/drafting/renderer";
import { writingIn } from "../core/language/writing";
import type { BookStore } from "../core/ports/book";
import type { PlainDate } from "../core/time/types";
import type { Renderers } from "./renderers";

export interface RecountDeps {
  readonly book: Pick<BookStore, "current">;
  readonly renderers: Renderers;
}
interface Changed {
  readonly provenance: Provenance;
  readonly text: string;
}

/**
 * After a line went or came, puts right what the draft counts: the line in short, and the lines that sum up others. In the
 * document and in the draft as rendered alike; what was reworded by hand is left alone.
 */
export async function recount<T extends Changed>(before: Provenance, changed: T, deps: RecountDeps): Promise<T> {
  const renderer = await deps.renderers.of(before.kind, before.language);
  const write = writer(before, renderer, deps);
  const counts = (provenance: Provenance) => [write.short(provenance), ...standings.map((standing) => write.more(provenance, standing))];
  const [was, is] = [counts(before), counts(changed.provenance)];
  return was.reduce((now, line, at) => exchange(now, line, is[at] ?? ""), changed);
}

const standings: readonly DraftItem["standing"][] = ["live", "ready", "inProgress"];

/** Exchanges one line for another; with nothing in its place, it goes with the blank line behind it. */
function exchange<T extends Changed>(changed: T, was: string, is: string): T {
  const { provenance } = changed;
  const lines = splitLines(provenance.rendered);
  const at = was === "" || was === is ? -1 : lineOf(lines, was);
  if (at < 0) return changed;
  const gone = is !== "" ? 0 : (lines[at + 1] ?? "").trim() === "" && (lines[at - 1] ?? "").trim() === "" ? 2 : 1;
  const put = (document: string): string => {
    const own = splitLines(document);
    const here = lineOf(own, was);
    const next = here < 0 ? own : gone === 0 ? own.with(here, (own[here] ?? "").replace(was, () => is)) : own.toSpliced(here, gone);
    return next.join(document.includes("\r\n") ? "\r\n" : "\n");
  };
  const items = provenance.items.map((item) => (item.line !== undefined && item.line > at ? { ...item, line: item.line - gone } : item));
  return { ...changed, text: put(changed.text), provenance: { ...provenance, items, rendered: put(provenance.rendered) } };
}

const lineOf = (lines: readonly string[], words: string): number => lines.findIndex((line) => line === words || line === `- ${words}`);

function writer({ clientId, language, createdAt }: Provenance, renderer: Renderer, { book }: RecountDeps) {
  const { me } = book.current();
  const client = recordById(book.current(), "client", clientId);
  const view = {
    ...writingIn(language, me.digits),
    today: createdAt.slice(0, 10) as PlainDate,
    formal: client !== undefined && usualContact(client).tone === "formal",
  };
  const partial = (name: string, more: object): string => renderer.renderPartial(name, { ...view, ...more }) ?? "";
  return {
    short: ({ items }: Provenance) => partial("inShort", { inShort: inShort(items) }),
    more: ({ items }: Provenance, standing: DraftItem["standing"]) => {
      const folded = items.filter((item) => item.folded && item.standing === standing);
      if (folded.length === 0) return "";
      return partial("more", { count: String(folded.length), fixes: folded.every(({ section }) => section === "fixed") });
    },
  };
}

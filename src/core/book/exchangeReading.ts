import * as v from "valibot";
import { emptyBook, recordKinds, type Book } from "./book";
import { exchangeEntries, exchangeFormat, exchangeVersion, type Exchange } from "./exchange";
import { upgradeProvenance } from "../drafting/draft";
import { meSchema, nobodyYet } from "./me";
import { upgradeHistoryEntry } from "./sentRecord";

/** `broken`: no JSON, cut short, say. `foreign`: another program's file. `newer`: from a newer Khobor. */
export type ExchangeReading =
  | { readonly is: "healthy"; readonly exchange: Exchange; /** Entries that could not be read, and are not in it. */ readonly unreadable: number }
  | { readonly is: "broken" | "foreign" | "newer" };

/** An entry as the newest version of the file has it. */
function upgradeEntry(kind: keyof typeof exchangeEntries, entry: unknown): unknown {
  if (kind === "sent") return upgradeHistoryEntry(entry);
  if (kind !== "draft" || typeof entry !== "object" || entry === null) return entry;
  return { ...entry, provenance: upgradeProvenance((entry as { provenance?: unknown }).provenance) };
}

type EntryOf<K extends keyof typeof exchangeEntries> = v.InferOutput<(typeof exchangeEntries)[K]>;

/** Reads the text of a file. A damaged entry takes no other with it; never throws. */
export function readExchange(text: string): ExchangeReading {
  let raw: unknown;
  try {
    // Some editors begin a file with a mark for its encoding.
    raw = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { is: "broken" };
  }
  const head = v.safeParse(v.looseObject({ format: v.literal(exchangeFormat), version: v.pipe(v.number(), v.integer(), v.minValue(1)) }), raw);
  if (!head.success) return { is: "foreign" };
  if (head.output.version > exchangeVersion) return { is: "newer" };

  const fields: Readonly<Record<string, unknown>> = head.output;
  let unreadable = 0;
  function entries<K extends keyof typeof exchangeEntries>(kind: K, keyOf: (entry: EntryOf<K>) => string, newer?: (a: EntryOf<K>, b: EntryOf<K>) => boolean) {
    const given = fields[kind] ?? [];
    if (!Array.isArray(given)) {
      unreadable++;
      return [];
    }
    const byKey = new Map<string, EntryOf<K>>();
    for (const entry of given as unknown[]) {
      const parsed = v.safeParse(exchangeEntries[kind], upgradeEntry(kind, entry));
      if (!parsed.success) {
        unreadable++;
        continue;
      }
      const known = byKey.get(keyOf(parsed.output));
      if (known === undefined || newer?.(parsed.output, known) === true) byKey.set(keyOf(parsed.output), parsed.output);
    }
    return [...byKey.values()];
  }

  const me = fields["me"] === undefined ? undefined : v.safeParse(meSchema, fields["me"]);
  if (me?.success === false) unreadable++;
  const records = recordKinds.map((kind) => [kind, entries(kind, ({ id }) => id, (a, b) => a.rev > b.rev)] as const);
  const book: Book = { ...emptyBook, ...Object.fromEntries(records), me: me?.success ? me.output : nobodyYet };
  const exchange: Exchange = {
    book,
    answers: entries("answer", ({ owedId }) => owedId, (a, b) => a.at > b.at),
    history: entries("sent", ({ id }) => id),
    drafts: entries("draft", ({ provenance }) => provenance.id),
  };
  return { is: "healthy", exchange, unreadable };
}

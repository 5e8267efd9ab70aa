import * as v from "valibot";
import { provenanceShape } from "../drafting/draft";
import { waitingShape } from "../sending/waiting";
import { wordingKey, wordingUpgrades } from "../work/wordings";
import { answerUpgrades } from "./answer";
import { emptyBook, recordKinds, type Book } from "./book";
import { exchangeEntries, exchangeFormat, exchangeVersion, type Exchange } from "./exchange";
import { meSchema, nobodyYet } from "./me";
import { historyShape } from "./sentRecord";
import { isText } from "./bytesText";
import { bookUpgrades, readOwn, upgraded, type StoredEntry, type Upgrade } from "./upgrades";

/** `broken`: no JSON, cut short, say. `foreign`: another program's file. `newer`: from a newer Khobor. */
export type ExchangeReading =
  | { readonly is: "healthy"; readonly exchange: Exchange; /** Entries that could not be read, and are not in it. */ readonly unreadable: number }
  | { readonly is: "broken" | "foreign" | "newer" };

/** In which version each version of the file has the entries that do not say their own. A new one of these is a new file version. */
export const entryVersions: readonly { readonly book: number; readonly answer: number; readonly wording: number }[] = [
  { book: 2, answer: 1, wording: 1 },
  // To 2: the book's version 3, and what is said "like this".
  { book: 3, answer: 1, wording: 2 },
];

type Kind = keyof typeof exchangeEntries;
type EntryOf<K extends Kind> = v.InferOutput<(typeof exchangeEntries)[K]>;

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
  const { $schema, format, version, ...fields } = head.output;

  let unreadable = 0;
  const found = new Map<string, unknown[]>();
  for (const stored of entriesOf(fields, () => unreadable++)) {
    // Words with a hole in them are not what was exported: what is here, or nothing, is better than those.
    if (!isText([stored.kind, stored.entry])) {
      unreadable++;
      continue;
    }
    try {
      for (const { kind, entry } of inNewestForm(stored, version)) {
        const list = found.get(kind) ?? [];
        list.push(entry);
        found.set(kind, list);
      }
    } catch {
      unreadable++;
    }
  }
  function entries<K extends Kind>(kind: K, keyOf: (entry: EntryOf<K>) => string, newer?: (a: EntryOf<K>, b: EntryOf<K>) => boolean) {
    const byKey = new Map<string, EntryOf<K>>();
    for (const entry of found.get(kind) ?? []) {
      const parsed = v.safeParse(exchangeEntries[kind], entry);
      if (!parsed.success) {
        unreadable++;
        continue;
      }
      const known = byKey.get(keyOf(parsed.output));
      if (known === undefined || newer?.(parsed.output, known) === true) byKey.set(keyOf(parsed.output), parsed.output);
    }
    return [...byKey.values()];
  }

  const me = found.has("me") ? v.safeParse(meSchema, found.get("me")?.[0]) : undefined;
  if (me?.success === false) unreadable++;
  const records = recordKinds.map((kind) => [kind, entries(kind, ({ id }) => id, (a, b) => a.rev > b.rev)] as const);
  const book: Book = { ...emptyBook, ...Object.fromEntries(records), me: me?.success ? me.output : nobodyYet };
  const files = entries("file", ({ draftId, name }) => `${draftId} ${name}`);
  const templates = entries("template", ({ name }) => name);
  const waiting = entries("waiting", ({ message }) => message.id);
  const exchange: Exchange = {
    book,
    answers: entries("answer", ({ owedId }) => owedId, (a, b) => a.at > b.at),
    wordings: entries("wording", wordingKey, (a, b) => a.at > b.at),
    history: entries("sent", ({ id }) => id),
    drafts: entries("draft", ({ provenance }) => provenance.id),
    ...(files.length > 0 && { files }),
    ...(templates.length > 0 && { templates }),
    ...(waiting.length > 0 && { waiting }),
  };
  return { is: "healthy", exchange, unreadable };
}

function entriesOf(fields: Readonly<Record<string, unknown>>, unreadable: () => void): readonly StoredEntry[] {
  return Object.entries(fields).flatMap(([kind, value]): readonly StoredEntry[] => {
    if (kind === "me") return [{ kind, entry: value }];
    if (Array.isArray(value)) return value.map((entry: unknown) => ({ kind, entry }));
    if (kind in exchangeEntries) unreadable();
    return [];
  });
}

/** Throws where a step cannot read the entry. */
function inNewestForm(stored: StoredEntry, version: number): readonly StoredEntry[] {
  const { kind, entry } = stored;
  const from = entryVersions[version - 1] as (typeof entryVersions)[number];
  const own = (raw: unknown, shape: Parameters<typeof readOwn>[1]): unknown => {
    const reading = readOwn(raw, shape);
    return reading.is === "healthy" ? reading.value : raw;
  };
  const chain: readonly Upgrade[] = kind === "answer" ? answerUpgrades : kind === "wording" ? wordingUpgrades : bookUpgrades;
  if (kind === "waiting") return [{ kind, entry: own(entry, waitingShape) }];
  if (kind === "sent") return [{ kind, entry: own(entry, historyShape) }];
  if (kind === "draft") return [{ kind, entry: { ...(entry as object), provenance: own((entry as { provenance?: unknown }).provenance, provenanceShape) } }];
  return upgraded(stored, kind === "answer" ? from.answer : kind === "wording" ? from.wording : from.book, chain);
}

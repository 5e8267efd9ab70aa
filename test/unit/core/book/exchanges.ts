import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Answer } from "../../../../src/core/book/answer";
import { emptyBook, recordKinds, recordSchemas, type Book } from "../../../../src/core/book/book";
import type { Exchange, ExchangedTemplate } from "../../../../src/core/book/exchange";
import { meSchema } from "../../../../src/core/book/me";
import { provenanceSchema, type Provenance } from "../../../../src/core/drafting/draft";
import type { ExchangedWaiting } from "../../../../src/core/sending/waiting";
import type { Instant } from "../../../../src/core/time/types";
import { sent, withdrawn } from "../../storage/historySamples";

const stored = (name: string) => JSON.parse(readFileSync(`test/unit/storage/samples/${name}.json`, "utf8")) as Record<string, unknown>;

/** Two clients with a record of every kind and every field, as they were stored. */
export function sampleBook(): Book {
  const all = { ...stored("book.v3"), ...stored("me.v3") };
  const lists = recordKinds.map((kind) => [kind, v.parse(v.array(recordSchemas[kind] as v.GenericSchema), all[kind] ?? [])] as const);
  return { ...emptyBook, ...Object.fromEntries(lists), me: v.parse(meSchema, all["me"]) };
}

export const sampleProvenance = (more: Partial<Provenance> = {}): Provenance => ({ ...v.parse(provenanceSchema, stored("provenance.v2")), ...more });

export const skipped = (owedId: string, at: string): Answer => ({ owedId, at: at as Instant, said: { what: "skipped" } });

const worded = { projectId: "j-shop" } as const;
const wordedCommit = { authorEmail: "rafi@example.com", authorDate: "2026-11-20T17:00:00+06:00", subject: "perf: cache" };

/** Something in every list. */
export const exchange = (more: Partial<Exchange> = {}): Exchange => ({
  book: sampleBook(),
  answers: [skipped("update j-shop", "2026-11-20T05:00:00.000Z")],
  wordings: [
    { ...worded, at: "2026-11-19T05:00:00.000Z" as Instant, how: "say", commit: wordedCommit, text: "The page loads faster" },
    { ...worded, at: "2026-11-18T05:00:00.000Z" as Instant, how: "hideScope", scope: "ci" },
  ],
  history: [sent("s2", { readUpTo: { "s-web": ["b"], "s-shop": ["a"] } }), sent("s1"), withdrawn("w1", "s1")],
  drafts: [{ provenance: sampleProvenance(), text: "Hello Sara,\n\nedited by hand: 100 % ✓\n" }],
  ...more,
});

/** What has not certainly gone out, of a draft of its own; and templates of the user's own. */
export const waiting: readonly ExchangedWaiting[] = [
  {
    version: 1, draftId: "d-waits", channel: "email", account: "default", by: "smtp", state: "failed", at: "2026-11-20T11:00:00.000Z" as Instant, tries: 2,
    reason: { id: "send.failed" }, retryAfter: "2026-11-20T11:05:00.000Z" as Instant,
    message: { id: "d-waits", clientId: "c-acme", language: "en", to: ["sara@acme.example"], subject: "Where the shop stands", text: "Hi Sara, customers can pay.\n", attachments: [{ name: "checkout.png", type: "image/png", size: 3 }] },
  },
];
export const templates: readonly ExchangedTemplate[] = [
  { name: "bn/progress", text: "{{> salutation}}\n\nকাজ এগোচ্ছে।\n" },
  { name: "en/partials/signature", text: "Rafi, in Dhaka\n" },
  { name: "en/progress", text: "Hi {{client}}\n```\n# not the end" },
];

/** The same book, every list by id: for comparing where order does not count. */
export const byId = (book: Book): Book =>
  ({ ...book, ...Object.fromEntries(recordKinds.map((kind) => [kind, (book[kind] as readonly { id: string }[]).toSorted((a, b) => (a.id < b.id ? -1 : 1))])) });

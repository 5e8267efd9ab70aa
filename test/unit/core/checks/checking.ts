import { check, type Finding } from "../../../../src/core/checks/check";
import { checkInput } from "../../../../src/core/checks/checkInput";
import type { Edit } from "../../../../src/core/checks/finding";
import type { FoundSecret } from "../../../../src/core/checks/secretScanner";
import { emptyBook, type Book } from "../../../../src/core/book/book";
import type { Client, Place } from "../../../../src/core/book/client";
import type { Language } from "../../../../src/core/book/fields";
import type { MessageKind } from "../../../../src/core/book/messageKind";
import type { SentRecord } from "../../../../src/core/book/sentRecord";
import type { DraftItem, Provenance } from "../../../../src/core/drafting/draft";
import type { Instant, PlainDate, Zone } from "../../../../src/core/time/types";
import type { Standing } from "../../../../src/core/work/commit";

// One message to one client. It is Friday, 20 November 2026, 17:00 in Dhaka, 11:00 in London.

export const now = "2026-11-20T11:00:00.000Z" as Instant;
export const zone = "Asia/Dhaka" as Zone;
const base = { rev: 1, createdAt: now, changedAt: now };
const day = (date: string) => date as PlainDate;

export interface Told {
  readonly language?: Language;
  readonly kind?: MessageKind;
  readonly place?: Place;
  readonly client?: Partial<Client>;
  readonly book?: Partial<Book>;
  readonly sent?: readonly SentRecord[];
  readonly secrets?: readonly FoundSecret[];
  /** How far the work of a line is, by what the line says. */
  readonly items?: Readonly<Record<string, Standing>>;
  readonly provenance?: Partial<Provenance>;
  readonly off?: readonly string[];
}

export function clientOf({ language = "en", place = "direct", client }: Told = {}): Client {
  return {
    ...base,
    id: "acme",
    name: "Acme",
    place,
    contacts: [{ id: "sara", name: "Sara Rahman", language, tone: "friendly", usual: true }],
    zone: (language === "bn" ? "Asia/Dhaka" : "Europe/London") as Zone,
    channel: place === "fiverr" || place === "upwork" ? place : "email",
    holidays: [{ from: day("2026-12-25"), name: "Christmas" }],
    ...client,
  };
}

const other = (id: string, name: string, contact: string): Client => ({ ...base, id, name, place: "direct", contacts: [{ id: `${id}-contact`, name: contact, language: "en", tone: "friendly" }], channel: "email" });

export const bookOf = (told: Told = {}): Book => ({
  ...emptyBook,
  me: { names: ["Rafi"], emails: [], holidays: [{ from: day("2026-12-16") }] },
  client: [clientOf(told), other("rahim", "Rahim Traders", "Karim Chowdhury"), other("bangla", "রহিম ট্রেডার্স", "রহিম উদ্দিন")],
  project: [{ ...base, id: "shop", clientId: "acme", name: "Shop", size: "large", status: "active", scopes: [], goesLive: { by: "hand" }, goal: "Orders come in over the API", glossary: [{ term: "ledger", words: "account page" }] }],
  absence: [{ ...base, id: "away", from: day("2026-12-07"), to: day("2026-12-08") }],
  ...told.book,
});

export function provenanceOf(text: string, { language = "en", kind = "progress", items = {}, provenance }: Told = {}): Provenance {
  const lines = text.split("\n");
  const told = Object.entries(items).map(([words, standing], at): DraftItem => {
    const line = lines.findIndex((each) => each.includes(words));
    const hash = String(at).padStart(40, "a1");
    return { id: hash, text: words, ...(line >= 0 && { line }), section: "new", standing, commits: [{ scopeId: "s", hash, subject: words, authorEmail: "r@example.com", authorDate: now }] };
  });
  return { version: 2, id: "draft", clientId: "acme", projectId: "shop", kind, language, template: `${language}/${kind}`, createdAt: now, readUpTo: {}, items: told, leftOut: [], noteIds: [], rendered: text, ...provenance };
}

/** What is found in a message, by one rule or by all. */
export function findings(text: string, told: Told = {}, rule?: string): readonly Finding[] {
  const client = clientOf(told);
  const input = checkInput({ provenance: provenanceOf(text, told), text, client, book: bookOf(told), history: told.sent ?? [], secrets: told.secrets ?? [], now, zone });
  return check(input, new Set(told.off)).filter((finding) => rule === undefined || finding.rule === rule);
}
/** The words that one rule marks, in order. */
export const marked = (rule: string, text: string, told: Told = {}): readonly string[] => findings(text, told, rule).map(({ range }) => text.slice(range.start, range.end));

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits].sort((a, b) => b.range.start - a.range.start).reduce((now, { range, text: words }) => now.slice(0, range.start) + words + now.slice(range.end), text);
/** The text after the first fix of the first finding of a rule. */
export function fixed(rule: string, text: string, told: Told = {}, at = 0): string {
  const fix = findings(text, told, rule)[0]?.fixes?.[at];
  if (!fix) throw new Error(`${rule} offers no fix for: ${text}`);
  return applied(text, fix.edits);
}

export const sentOn = (daysAgo: number, more: Partial<SentRecord> = {}): SentRecord => ({
  version: 2, what: "sent", outcome: "handedOver", id: `sent-${daysAgo}`, clientId: "acme", kind: "progress", language: "en", channel: "email",
  at: new Date(Date.parse(now) - daysAgo * 86_400_000).toISOString() as Instant, text: "", told: [], readUpTo: {}, noteIds: [], ...more,
});

import type { Book } from "../book/book";
import { usualContact, type Client } from "../book/client";
import { standing, type HistoryEntry } from "../book/sentRecord";
import type { Instant } from "../time/types";

// Clients, and every word that they had, as flat rows for a CRM or a sheet. The names of columns are for programs: they stay as
// they are in every language.

const clientColumns = ["client_id", "name", "place", "contact", "email", "phone", "language", "channel", "time_zone", "payment_method", "projects", "first_contact", "last_contact", "archived"] as const;
const contactColumns = ["at", "client_id", "client", "project", "way", "kind", "outcome", "to", "subject", "text"] as const;
type Row<C extends string> = Readonly<Record<C, string>>;

export interface ContactTable {
  readonly clients: readonly Row<(typeof clientColumns)[number]>[];
  /** What was sent and not taken back, and contacts that were logged, oldest first. */
  readonly contacts: readonly Row<(typeof contactColumns)[number]>[];
}

export function contactTable(book: Book, history: readonly HistoryEntry[]): ContactTable {
  const nameOf = new Map([...book.client, ...book.project].map(({ id, name }) => [id, name]));
  const name = (id: string | undefined) => (id === undefined ? "" : (nameOf.get(id) ?? ""));
  const sent = standing(history).map((record): ContactTable["contacts"][number] => ({
    at: record.at,
    client_id: record.clientId,
    client: name(record.clientId),
    project: name(record.projectId),
    way: record.channel,
    kind: record.kind,
    outcome: record.outcome === "delivered" ? "delivered" : "handed over",
    to: record.to?.join(", ") ?? "",
    subject: record.subject ?? "",
    text: record.text.trim(),
  }));
  const logged = book.note
    .filter(({ kind, archivedAt }) => kind === "contact" && archivedAt === undefined)
    .map((note): ContactTable["contacts"][number] => ({ at: note.at ?? note.createdAt, client_id: note.clientId, client: name(note.clientId), project: name(note.projectId), way: note.way ?? "", kind: "contact", outcome: "logged", to: "", subject: "", text: note.text.trim() }));
  const contacts = [...sent, ...logged].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { clients: book.client.map((client) => clientRow(client, book, contacts)), contacts };
}

function clientRow(client: Client, book: Book, contacts: ContactTable["contacts"]): ContactTable["clients"][number] {
  const contact = usualContact(client);
  const theirs = contacts.filter(({ client_id: id }) => id === client.id);
  return {
    client_id: client.id,
    name: client.name,
    place: client.placeName ?? client.place,
    contact: contact.name,
    email: contact.email ?? "",
    phone: contact.phone ?? "",
    language: contact.language,
    channel: client.channel,
    time_zone: client.zone ?? "",
    payment_method: client.paymentMethod ?? "",
    projects: book.project.filter(({ clientId }) => clientId === client.id).map((project) => project.name).join("; "),
    first_contact: theirs[0]?.at ?? "",
    last_contact: theirs.at(-1)?.at ?? "",
    archived: client.archivedAt === undefined ? "no" : "yes",
  };
}

export const clientsCsv = ({ clients }: ContactTable): string => csv(clientColumns, clients);
export const contactsCsv = ({ contacts }: ContactTable): string => csv(contactColumns, contacts);
export const contactsJson = (table: ContactTable, exportedAt: Instant): string => `${JSON.stringify({ format: "khobor-contacts", version: 1, exportedAt, ...table }, null, 2)}\n`;

/** RFC 4180, in UTF-8 with a mark at its beginning, without which some sheets take Bangla for something else. */
function csv<C extends string>(columns: readonly C[], rows: readonly Row<C>[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return `\ufeff${lines.map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A sheet takes what begins like this for a formula (https://owasp.org/www-community/attacks/CSV_Injection); numbers with a sign are none. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]/;
const signed = /^[+-]?\d+$/;

function cell(text: string): string {
  const harmless = formula.test(text) && !signed.test(text) ? `'${text}` : text;
  // Some sheets part cells at ";" or a tab as well.
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

import { emptyBook, type Book } from "../../../../src/core/book/book";
import type { Client } from "../../../../src/core/book/client";
import { byUrgency } from "../../../../src/core/owed/level";
import type { Owed } from "../../../../src/core/owed/owed";
import type { Text } from "../../../../src/core/say";
import type { OwedView } from "../../../../src/core/report/status";
import type { Instant, Zone } from "../../../../src/core/time/types";

export const at = (text: string) => `2026-11-${text}:00.000Z` as Instant;
export const dhaka = "Asia/Dhaka" as Zone;
/** Thursday 19 November 2026, 15:00 in Dhaka. */
export const now = at("19T09:00");

export function client(name: string, more: Partial<Client> = {}): Client {
  return {
    id: name.toLowerCase(),
    rev: 1,
    createdAt: at("01T00:00"),
    changedAt: at("01T00:00"),
    name,
    place: "direct",
    contacts: [{ id: "c", name: "Sara", language: "en", tone: "friendly", usual: true }],
    channel: "email",
    ...more,
  };
}

export const update: Text = { id: "owed.what.update", values: {} };

export const owing = (clientName: string, level: Owed["level"], sendBy: Instant, more: Partial<Owed> = {}): Owed => ({
  id: `update:${clientName.toLowerCase()}`,
  clientId: clientName.toLowerCase(),
  name: clientName,
  rule: "largeUpdate",
  what: update,
  reason: {
    id: level === "overdue" ? "owed.overdue" : "owed.by",
    values: { client: clientName, what: update, when: { time: "moment", at: sendBy, zone: dhaka, now } },
  },
  kind: "progress",
  readyFrom: at("18T03:00"),
  sendBy,
  level,
  ...more,
});

export const bookOf = (...clients: readonly Client[]): Book => ({ ...emptyBook, client: clients });

export const viewOf = (clients: readonly Client[], ...owed: readonly Owed[]): OwedView => ({
  owed: owed.toSorted(byUrgency),
  book: bookOf(...clients),
  now,
  zone: dhaka,
});

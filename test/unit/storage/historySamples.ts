import type { HistoryEntry, SentRecord, Withdrawal } from "../../../src/core/book/sentRecord";
import type { Instant } from "../../../src/core/time/types";

export const sent = (id: string, more: Partial<SentRecord> = {}): HistoryEntry => ({
  version: 2,
  what: "sent",
  outcome: "handedOver",
  id,
  clientId: "c-acme",
  kind: "progress",
  language: "bn",
  channel: "copy",
  at: "2026-11-20T11:00:00.000Z" as Instant,
  text: "লগইন পেজ আর ফাঁকা দেখায় না।",
  told: [
    {
      scopeId: "s-shop",
      hash: "3f2a91c",
      authorEmail: "rafi@example.com",
      authorDate: "2026-11-20T17:00:00+06:00",
      subject: "fix(auth): blank page",
      how: "done",
    },
  ],
  readUpTo: { "s-shop": ["3f2a91c"] },
  noteIds: [],
  ...more,
});

export const withdrawn = (id: string, recordId: string): Withdrawal => ({
  version: 2,
  what: "withdrawn",
  id,
  recordId,
  at: "2026-11-20T12:00:00.000Z" as Instant,
});

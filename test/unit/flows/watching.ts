import assert from "node:assert/strict";
import type { Answer } from "../../../src/core/book/answer";
import { emptyBook, type Book, type BookChange } from "../../../src/core/book/book";
import type { Client } from "../../../src/core/book/client";
import type { Project } from "../../../src/core/book/project";
import type { HistoryEntry } from "../../../src/core/book/sentRecord";
import { createEmitter } from "../../../src/core/emitter";
import type { NudgeLog } from "../../../src/core/ports/nudges";
import type { Instant, Zone } from "../../../src/core/time/types";
import { epochMs, instantAt } from "../../../src/core/time/zoned";
import { createSurveyor } from "../../../src/core/owed/derive";
import { toNudge } from "../../../src/core/owed/nudge";
import { keepWatch, type WatchDeps } from "../../../src/flows/keepWatch";

const created = "2026-11-15T04:00:00.000Z" as Instant;

export const client = (name: string): Client => ({
  id: name.toLowerCase(),
  rev: 1,
  createdAt: created,
  changedAt: created,
  name,
  place: "direct",
  contacts: [{ id: "c", name: "Sara", language: "en", tone: "friendly", usual: true }],
  channel: "email",
});

/** Begun on the Thursday before. */
const begun = "2026-11-12T04:00:00.000Z" as Instant;

/** Small work of which no commit is known: an update is due every second working day. */
export const project = (of: Client): Project => ({
  id: `${of.id}-shop`,
  rev: 1,
  createdAt: begun,
  changedAt: created,
  clientId: of.id,
  name: "Shop",
  size: "small",
  status: "active",
  scopes: [],
  goesLive: { by: "hand" },
});

export const bookOf = (...names: readonly string[]): Book => {
  const clients = names.map(client);
  return { ...emptyBook, client: clients, project: clients.map(project) };
};

export const sent = (clientId: string, at: Instant): HistoryEntry => ({
  version: 2,
  what: "sent",
  outcome: "handedOver",
  id: `sent-${at}`,
  clientId,
  projectId: `${clientId}-shop`,
  kind: "progress",
  language: "en",
  channel: "email",
  at,
  text: "…",
  told: [],
  readUpTo: {},
  noteIds: [],
});

/** What all windows of one machine share: the clock, what is stored, and the nudges that were claimed. */
export function machine(book: Book, start: string) {
  let now = epochMs(start as Instant);
  const claimed: Record<string, Instant> = {};
  const bookChanged = createEmitter<readonly BookChange[]>();
  const historyChanged = createEmitter<undefined>();
  const answersChanged = createEmitter<undefined>();
  const stored = { book, history: [] as HistoryEntry[], answers: [] as Answer[], readings: 0 };
  const nudges: NudgeLog = {
    last: () => claimed,
    claim: (ids, at) => {
      const mine = ids.filter((id) => claimed[id] === undefined || at.slice(0, 13) > claimed[id].slice(0, 13));
      for (const id of mine) claimed[id] = at;
      return Promise.resolve(mine);
    },
  };
  return {
    stored,
    nudges,
    now: () => instantAt(now),
    turnTo: (at: string) => {
      now = epochMs(at as Instant);
    },
    change: (next: Book) => {
      stored.book = next;
      bookChanged.fire([]);
    },
    send: (entry: HistoryEntry) => {
      stored.history.push(entry);
      historyChanged.fire(undefined);
    },
    say: (answer: Answer) => {
      stored.answers = [...stored.answers, answer];
      answersChanged.fire(undefined);
    },
    clock: { now: () => instantAt(now), zone: () => "Asia/Dhaka" as Zone },
    bookStore: { current: () => stored.book, onDidChange: bookChanged.event },
    historyStore: {
      all: () => {
        stored.readings++;
        return Promise.resolve([...stored.history]);
      },
      onDidChange: historyChanged.event,
    },
    answerStore: { current: () => stored.answers, onDidChange: answersChanged.event },
  };
}

/** A window with its one alarm, which rings when the test says so. */
export function openWindow(on: ReturnType<typeof machine>, options: Partial<Pick<WatchDeps, "mayNudge" | "quietUntil" | "others" | "onDidChangeOthers" | "workSigns">> = {}) {
  let armed: { at: Instant; ring: () => void } | undefined;
  let rings = 0;
  const messages: string[][] = [];
  const watch = keepWatch({
    engine: () => Promise.resolve({ createSurveyor, toNudge }),
    clock: on.clock,
    alarm: { set: (at, ring) => (armed = { at, ring }), clear: () => (armed = undefined) },
    book: on.bookStore,
    history: on.historyStore,
    answers: on.answerStore,
    nudges: on.nudges,
    mayNudge: () => true,
    ...options,
    nudge: (due) => messages.push(due.map(({ clientId }) => clientId)),
    log: { info: () => undefined, warn: () => undefined, error: (message, error) => assert.fail(`${message}: ${String(error)}`) },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const ring = async () => {
    const due = armed;
    armed = undefined;
    rings++;
    due?.ring();
    await settle();
  };
  return {
    watch,
    messages,
    settle,
    ring,
    rings: () => rings,
    armedAt: () => armed?.at,
    /** Lets time pass, ringing at each moment that was asked for. */
    until: async (end: string) => {
      while (armed && armed.at <= end) {
        on.turnTo(armed.at);
        await ring();
      }
      on.turnTo(end);
    },
  };
}

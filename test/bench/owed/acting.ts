import type { Book } from "../../../src/core/book/book";
import { applyChanges } from "../../../src/core/book/book";
import { revised } from "../../../src/core/book/changes";
import { deliverMilestone, tickDeliverable } from "../../../src/core/book/milestoneChanges";
import { addNote, settleNote } from "../../../src/core/book/noteChanges";
import type { SentRecord } from "../../../src/core/book/sentRecord";
import { effectChanges, keepsPromise } from "../../../src/core/drafting/effects";
import type { Owed } from "../../../src/core/owed/owed";
import type { Instant } from "../../../src/core/time/types";
import { addDays, later } from "../../../src/core/time/zoned";

/** Everybody else's part: what happens by itself, and what the user does about a nudge. Seeded, so that each year is the same. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export interface Life {
  book: Book;
  history: readonly SentRecord[];
  workAt: ReadonlyMap<string, readonly Instant[]>;
}

let made = 0;
const stamp = (now: Instant) => ({ now, newId: () => `id-${made++}` });

/** Once each of my working days: work is done, parts are ticked; clients ask, questions and problems come up and are settled. */
export function aDay(life: Life, now: Instant, roll: () => number): void {
  for (const project of life.book.project) {
    if (roll() < 0.7) {
      const at = later(now, Math.floor(roll() * 480));
      life.workAt = new Map(life.workAt).set(project.id, [...(life.workAt.get(project.id) ?? []), at]);
    }
    const milestone = life.book.milestone.find(({ projectId, state }) => projectId === project.id && (state === "active" || state === "planned"));
    const open = milestone?.deliverables.find(({ doneAt }) => doneAt === undefined);
    if (milestone && open && roll() < (project.size === "large" ? 0.4 : 0.1)) life.book = applyChanges(life.book, tickDeliverable(milestone, open.id, true, { now }));
    const about = { clientId: project.clientId, projectId: project.id };
    const kind = ["request", "question", "blocker", "promise"][Math.floor(roll() * 50)];
    if (kind === undefined) continue;
    const more = kind === "promise" ? { due: { by: "date" as const, on: addDays(now.slice(0, 10) as never, 3) } } : kind === "blocker" ? { effect: "Orders fail" } : {};
    life.book = applyChanges(life.book, addNote({ kind: kind as "request", text: "Words", at: now, ...about, ...more }, stamp(now)).changes);
  }
  for (const note of life.book.note)
    if (note.settledAt === undefined && note.kind !== "request" && later(note.createdAt, 5 * 1440) < now && roll() < 0.5) life.book = applyChanges(life.book, settleNote(note, { now }));
}

/** The user writes what was nudged for. A date that is near is met four times in five; a new one is given with the delay. */
export function act(life: Life, item: Owed, now: Instant, roll: () => number): void {
  const milestone = life.book.milestone.find(({ id }) => id === item.about?.milestoneId);
  if (item.rule === "deadline" && milestone && item.level !== "overdue") {
    if (roll() < 0.8) life.book = applyChanges(life.book, deliverMilestone(milestone, { now }));
    return;
  }
  if (item.kind === "delay" && milestone?.due) {
    const due = milestone.due.by === "date" ? ({ by: "date", on: addDays(milestone.due.on, 7) } as const) : ({ by: "instant", at: later(milestone.due.at, 7 * 1440) } as const);
    life.book = applyChanges(life.book, [revised("milestone", milestone, { due }, { now })]);
  }
  const note = life.book.note.find(({ id }) => id === item.about?.noteId);
  // As a draft does that is written from what is owed.
  if (item.rule === "promise" && note?.kind === "promise") life.book = applyChanges(life.book, effectChanges(keepsPromise(note.id).effects, item, life.book, stamp(now)));
  if (item.rule === "meetingBegins") return;
  life.history = [
    ...life.history,
    {
      version: 2, what: "sent", id: `sent-${made++}`, clientId: item.clientId, ...(item.projectId !== undefined && { projectId: item.projectId }), kind: item.kind, language: "en", channel: "copy",
      at: now, text: "Hi", told: [], readUpTo: {}, noteIds: item.about?.noteId === undefined ? [] : [item.about.noteId], outcome: "handedOver", ...(item.about && { about: item.about }),
    },
  ];
}

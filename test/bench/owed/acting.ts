import type { Book } from "../../../src/core/book/book";
import { applyChanges } from "../../../src/core/book/book";
import { revised } from "../../../src/core/book/changes";
import type { Answer } from "../../../src/core/book/answer";
import { deliverMilestone, tickDeliverable } from "../../../src/core/book/milestoneChanges";
import { addNote, logContact, settleNote } from "../../../src/core/book/noteChanges";
import type { SentRecord } from "../../../src/core/book/sentRecord";
import { effectChanges, keepsPromise } from "../../../src/core/drafting/effects";
import type { Owed } from "../../../src/core/owed/owed";
import { snoozeChoices } from "../../../src/core/report/snooze";
import type { Instant } from "../../../src/core/time/types";
import { addDays, later } from "../../../src/core/time/zoned";
import { dhaka } from "./people";

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
  answers: readonly Answer[];
  /** By whose project: when the user let something be although it was due. */
  readonly letBe: { readonly projectId: string | undefined; readonly at: Instant }[];
}

/** What the user does about a thing that a message names. */
export type Deed = Answer["said"]["what"] | "written" | "left";

/** Of twenty things: three are put off, one is not done this time, two are settled on the phone, one is left lying until the next day. */
export function respond(life: Life, item: Owed, now: Instant, roll: () => number): Deed {
  const die = roll() * 20;
  // Nobody skips or puts off a meeting that begins.
  if (item.rule === "meetingBegins" || die >= 7) {
    act(life, item, now, roll);
    return "written";
  }
  const say = (said: Answer["said"]): Deed => {
    life.answers = [...life.answers.filter(({ owedId }) => owedId !== item.id), { owedId: item.id, at: now, said }];
    return said.what;
  };
  if (die < 2) {
    const client = life.book.client.find(({ id }) => id === item.clientId);
    const project = life.book.project.find(({ id }) => id === item.projectId);
    if (client) life.book = applyChanges(life.book, logContact(client, project, "A call", now, stamp(now), { settles: item.id }));
    return say({ what: "settled" });
  }
  life.letBe.push({ projectId: item.projectId, at: now });
  if (die < 3) return say({ what: "skipped" });
  if (die < 4) return "left";
  const choices = snoozeChoices({ book: life.book, now, zone: dhaka }).filter(({ said }) => said.what === "snoozed");
  return say(choices[Math.floor(roll() * choices.length)]?.said ?? { what: "skipped" });
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
function act(life: Life, item: Owed, now: Instant, roll: () => number): void {
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

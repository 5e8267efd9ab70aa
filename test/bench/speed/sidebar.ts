import { createHook } from "node:async_hooks";
import { addClient } from "../../../src/core/book/clientChanges";
import { applyChanges, emptyBook, type Book, type BookChange } from "../../../src/core/book/book";
import { revised } from "../../../src/core/book/changes";
import type { Milestone } from "../../../src/core/book/milestone";
import { createEmitter } from "../../../src/core/emitter";
import { clientTree } from "../../../src/core/report/clientTree";
import type { TreeMemory } from "../../../src/core/report/treeView";
import { addDays } from "../../../src/core/time/zoned";
import type { Instant, PlainDate, Zone } from "../../../src/core/time/types";
import { keepWatch, type Watch } from "../../../src/flows/keepWatch";
import { newId } from "../../../src/storage/newId";
import { createAlarm } from "../../../src/ui/alarm";
import { createRows } from "../../../src/ui/tree/rows";

const CLIENTS = 200;
const MILESTONES = 20;

function manyMilestones(now: Instant): Book {
  let book = emptyBook;
  for (let client = 0; client < CLIENTS; client++) {
    const added = addClient({ name: `Client ${client}`, scopes: [], size: "large", channel: "copy", language: "en" }, { now, newId });
    const milestones = Array.from({ length: MILESTONES }, (_, at): BookChange => {
      const due = { by: "date", on: addDays(now.slice(0, 10) as PlainDate, (client + at * 3) % 60) } as const;
      const milestone: Milestone = { id: newId(), rev: 1, createdAt: now, changedAt: now, projectId: added.project.id, title: `Stage ${at}`, due, deliverables: [], state: at === 0 ? "active" : "planned" };
      return { op: "put", kind: "milestone", record: milestone };
    });
    book = applyChanges(book, [...added.changes, ...milestones]);
  }
  return book;
}

const spent = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

export interface SidebarTimes {
  /** Milliseconds of processor time, since other programs run beside a benchmark, until the rows stand, from a book that has just been read. */
  readonly first: readonly number[];
  /** The same after one milestone was changed. */
  readonly changed: readonly number[];
  /** How many rows were painted again for it, at most. */
  readonly repainted: number;
  readonly timers: number;
  readonly processes: number;
}

/** The sidebar of 200 clients with 20 milestones each, up to what VS Code is handed; and what the watch leaves running behind it. */
export async function sidebar(rounds: number): Promise<SidebarTimes> {
  const now = new Date().toISOString() as Instant;
  const clock = { now: () => now, zone: () => "Asia/Dhaka" as Zone };
  const first: number[] = [];
  const changed: number[] = [];
  let repainted = 0;
  const left = new Map<number, string>();
  const init = (id: number, type: string) => {
    left.set(id, type);
  };
  const destroy = (id: number) => {
    left.delete(id);
  };
  // It slows down what it watches: on in the last round alone, which is not counted.
  const hook = createHook({ init, destroy });
  for (let round = 0; round <= rounds + 1; round++) {
    const isCounted = round > 0 && round <= rounds;
    let book = manyMilestones(now);
    const bookChanged = createEmitter<readonly BookChange[]>();
    const none = createEmitter<never>();
    if (round > rounds) hook.enable();
    const began = process.cpuUsage();
    const watch: Watch = keepWatch({
      engine: async () => ({ ...(await import("../../../src/core/owed/derive")), ...(await import("../../../src/core/owed/nudge")) }),
      clock, alarm: createAlarm(clock),
      book: { current: () => book, onDidChange: bookChanged.event },
      history: { all: () => Promise.resolve([]), onDidChange: none.event },
      answers: { current: () => [], onDidChange: none.event },
      nudges: { last: () => ({}), claim: () => Promise.resolve([]) },
      mayNudge: () => false, nudge: () => undefined,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    await watch.ready();
    const rows = createRows();
    const memory: TreeMemory = new WeakMap();
    const make = () => {
      const view = watch.view();
      if (!view) throw new Error("What is owed was not found.");
      return rows.take(clientTree({ ...view, drafts: [] }, memory));
    };
    make();
    rows.children(undefined).forEach((row) => rows.node(row));
    if (isCounted) first.push(spent(began));

    const milestone = book.milestone[(round * 97) % book.milestone.length] as Milestone;
    const changes = [revised("milestone", milestone, { title: `Renamed ${round}` }, { now })];
    const again = process.cpuUsage();
    book = applyChanges(book, changes);
    bookChanged.fire(changes);
    const difference = make();
    if (isCounted) changed.push(spent(again));
    repainted = Math.max(repainted, difference === "all" ? Infinity : difference.length);
    if (round <= rounds) watch.dispose();
    else {
      await new Promise((resolve) => void setImmediate(resolve));
      hook.disable();
      const kinds = [...left.values()];
      const found = { timers: kinds.filter((kind) => kind === "Timeout").length, processes: kinds.filter((kind) => kind === "PROCESSWRAP").length };
      watch.dispose();
      return { first, changed, repainted, ...found };
    }
  }
  throw new Error("At least one round is needed.");
}

import { createEmitter } from "../../../src/core/emitter";
import type { BookChange } from "../../../src/core/book/book";
import { createSurveyor } from "../../../src/core/owed/derive";
import { hardNudgeFrom, toNudge } from "../../../src/core/owed/nudge";
import type { Owed } from "../../../src/core/owed/owed";
import { workingCalendar } from "../../../src/core/time/calendar";
import type { Instant } from "../../../src/core/time/types";
import { instantAt } from "../../../src/core/time/zoned";
import { keepWatch } from "../../../src/flows/keepWatch";
import { act, aDay, dice, type Life } from "./acting";
import { dhaka, firstBook, MINUTES, START } from "./people";

export interface Year {
  readonly life: Life;
  readonly messages: readonly { readonly at: Instant; readonly items: readonly Owed[]; readonly inMyHours: boolean }[];
  /** Minutes at which the watch, which sleeps in between, showed anything else than a look at that very minute. */
  readonly missed: number;
  readonly wakeUps: number;
  /** Hours in which nothing changed, and the most wake-ups in one of them. */
  readonly quietHours: number;
  readonly wakeUpsWhenQuiet: number;
  readonly mostWhenQuiet: number;
  readonly mostAlarms: number;
}

/** The year, minute by minute, with the watch as the extension has it. */
/** @param minutes of it */
export async function aYear(say: (line: string) => void, minutes = MINUTES): Promise<Year> {
  const life: Life = { book: firstBook(), history: [], workAt: new Map() };
  const roll = dice(7);
  let now = instantAt(START);
  const bookChanged = createEmitter<readonly BookChange[]>();
  const historyChanged = createEmitter<undefined>();
  const answersChanged = createEmitter<undefined>();
  const nudged: Record<string, Instant> = {};
  let alarms: { readonly at: Instant; readonly ring: () => void }[] = [];
  let mostAlarms = 0;
  const messages: { at: Instant; items: readonly Owed[]; inMyHours: boolean }[] = [];
  const mine = workingCalendar({ me: life.book.me, absences: life.book.absence, machineZone: dhaka });
  /** What the watch has seen of the work: it reads the signs every ten minutes at most. */
  let signs: Life["workAt"] = new Map();
  const todo = new Map<number, Owed[]>();

  const watch = keepWatch({
    engine: () => Promise.resolve({ createSurveyor, toNudge }),
    clock: { now: () => now, zone: () => dhaka },
    alarm: {
      // As the one timer of the extension: setting it takes the place of what was set.
      set: (at, ring) => {
        alarms = [{ at, ring }];
        mostAlarms = Math.max(mostAlarms, alarms.length);
      },
      clear: () => (alarms = []),
    },
    book: { current: () => life.book, onDidChange: bookChanged.event },
    history: { all: () => Promise.resolve(life.history), onDidChange: historyChanged.event },
    answers: { current: () => noAnswers, onDidChange: answersChanged.event },
    nudges: {
      last: () => nudged,
      claim: (ids, at) => {
        for (const id of ids) nudged[id] = at;
        return Promise.resolve(ids);
      },
    },
    workSigns: () => {
      signs = new Map([...life.workAt].map(([id, times]) => [id, times.filter((at) => at <= now)]));
      return Promise.resolve(signs);
    },
    mayNudge: () => true,
    nudge: (items) => {
      messages.push({ at: now, items, inMyHours: mine.isWorkingAt(now) });
      // Written within the hour.
      for (const item of items) {
        const at = minute + 5 + Math.floor(roll() * 50);
        todo.set(at, [...(todo.get(at) ?? []), item]);
      }
    },
    log: { info: () => undefined, warn: () => undefined, error: (what, error) => { throw new Error(what, { cause: error }); } },
  });

  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const afresh = createSurveyor();
  let minute = 0;
  let missed = 0;
  let wakeUps = 0;
  let hour = { rings: 0, changed: false };
  const quiet = { hours: 0, rings: 0, most: 0 };
  let before = "";
  await settled();
  for (; minute < minutes; minute++) {
    now = instantAt(START + minute * 60_000);
    const today = mine.span(mine.dateAt(now));
    let changed = false;
    if (today?.start === now) {
      aDay(life, now, roll);
      changed = true;
    }
    for (const item of todo.get(minute) ?? []) {
      act(life, item, now, roll);
      changed = true;
    }
    if (changed) {
      bookChanged.fire([]);
      historyChanged.fire(undefined);
    }
    for (const { at, ring } of alarms) {
      if (at > now) continue;
      alarms = [];
      wakeUps++;
      hour.rings++;
      ring();
      changed = true;
    }
    if (changed) await settled();

    const list = afresh({ book: life.book, history: life.history, answers: noAnswers, now, zone: dhaka, workAt: signs }).owed;
    const view = watch.view()?.owed ?? [];
    if (list.length !== view.length || list.some((item, n) => item.id !== view[n]?.id || item.level !== view[n].level)) missed++;
    const seen = list.map(({ id, level }) => id + level).join();
    // The last hours before a hard clock are a change, too: it may nudge by then.
    const hard = list.some((item) => hardNudgeFrom(item) === now);
    if (seen !== before || hard || isBoundary(now, mine)) hour.changed = true;
    before = seen;
    if (minute % 60 === 59) {
      if (!hour.changed) {
        quiet.hours++;
        quiet.rings += hour.rings;
        quiet.most = Math.max(quiet.most, hour.rings);
      }
      hour = { rings: 0, changed: false };
    }
    if (minute % (30 * 1440) === 0) say(`  ${now.slice(0, 10)}: ${messages.length} messages, ${life.history.length} sent`);
  }
  watch.dispose();
  return { life, messages, missed, wakeUps, quietHours: quiet.hours, wakeUpsWhenQuiet: quiet.rings, mostWhenQuiet: quiet.most, mostAlarms };
}

const noAnswers: readonly never[] = [];

/** My day begins or ends, or the date changes: that is a change by itself. */
function isBoundary(now: Instant, mine: ReturnType<typeof workingCalendar>): boolean {
  const date = mine.dateAt(now);
  const span = mine.span(date);
  return span?.start === now || span?.end === now || mine.dateAt(instantAt(Date.parse(now) - 60_000)) !== date;
}

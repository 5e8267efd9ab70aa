import { createSurveyor } from "../../../src/core/owed/derive";
import { hardNudgeFrom } from "../../../src/core/owed/nudge";
import type { Owed } from "../../../src/core/owed/owed";
import { workingCalendar } from "../../../src/core/time/calendar";
import type { Instant } from "../../../src/core/time/types";
import { instantAt } from "../../../src/core/time/zoned";
import { aDay, dice, respond, type Deed, type Life } from "./acting";
import { dhaka, firstBook, MINUTES, START } from "./people";
import { openWindows } from "./windows";

interface Message {
  readonly at: Instant;
  readonly window: number;
  readonly items: readonly Owed[];
  readonly inMyHours: boolean;
}

export interface Year {
  readonly life: Life;
  readonly messages: readonly Message[];
  readonly deeds: readonly { readonly id: string; readonly at: Instant; readonly deed: Deed }[];
  /** Minutes at which a watch, which sleeps in between, showed anything else than a look at that very minute. */
  readonly missed: number;
  readonly windows: number;
  readonly wakeUps: number;
  /** Hours in which nothing changed, and the most wake-ups of a window in one of them. */
  readonly quietHours: number;
  readonly wakeUpsWhenQuiet: number;
  readonly mostWhenQuiet: number;
  readonly mostAlarms: number;
}

const WINDOWS = 2;

/** The year, minute by minute, with two windows and the watch as the extension has it. */
/** @param minutes of it */
export async function aYear(say: (line: string) => void, minutes = MINUTES): Promise<Year> {
  const life: Life = { book: firstBook(), history: [], workAt: new Map(), answers: [], letBe: [] };
  const roll = dice(7);
  let now = instantAt(START);
  let minute = 0;
  const messages: Message[] = [];
  const deeds: { readonly id: string; readonly at: Instant; readonly deed: Deed }[] = [];
  const mine = workingCalendar({ me: life.book.me, absences: life.book.absence, machineZone: dhaka });
  const todo = new Map<number, Owed[]>();
  const machine = openWindows(WINDOWS, {
    life,
    now: () => now,
    shown: (window, items) => {
      messages.push({ at: now, window, items, inMyHours: mine.isWorkingAt(now) });
      // Done something about within the hour.
      for (const item of items) {
        const at = minute + 5 + Math.floor(roll() * 50);
        todo.set(at, [...(todo.get(at) ?? []), item]);
      }
    },
  });
  const { windows } = machine;

  // One each: when work was seen differs by minutes.
  const afresh = windows.map(() => createSurveyor());
  const looks = () => windows.map(({ signs }, n) => afresh[n]?.({ book: life.book, history: life.history, answers: life.answers, now, zone: dhaka, workAt: signs() }).owed ?? []);
  let missed = 0;
  let wakeUps = 0;
  let hour = { rings: windows.map(() => 0), changed: false };
  const quiet = { hours: 0, rings: 0, most: 0 };
  let before = "";
  await machine.settled();
  for (; minute < minutes; minute++) {
    now = instantAt(START + minute * 60_000);
    const today = mine.span(mine.dateAt(now));
    const told = messages.length;
    let changed = false;
    if (today?.start === now) {
      aDay(life, now, roll);
      changed = true;
    }
    for (const item of todo.get(minute) ?? []) {
      // Another one's message, or a talk, may have done it meanwhile.
      if (!looks()[0]?.some(({ id }) => id === item.id)) continue;
      deeds.push({ id: item.id, at: now, deed: respond(life, item, now, roll) });
      changed = true;
    }
    if (changed) machine.changed();
    for (const [n, { alarms }] of windows.entries()) {
      const due = alarms.filter(({ at }) => at <= now);
      if (due.length === 0) continue;
      alarms.splice(0);
      for (const { ring } of due) {
        wakeUps++;
        hour.rings[n] = (hour.rings[n] ?? 0) + 1;
        ring();
      }
      changed = true;
    }
    if (changed) {
      await machine.settled();
      machine.share();
    }

    const lists = looks();
    for (const [n, { watch }] of windows.entries()) {
      const view = watch.view()?.owed ?? [];
      const list = lists[n] ?? [];
      if (list.length !== view.length || list.some((item, k) => item.id !== view[k]?.id || item.level !== view[k].level || item.snoozedUntil !== view[k].snoozedUntil)) missed++;
    }
    const list = lists.flat();
    const seen = list.map(({ id, level, snoozedUntil = "" }) => id + level + snoozedUntil).join();
    // The last hours before a hard clock are a change, too: it may nudge by then. And so is a message.
    const hard = list.some((item) => hardNudgeFrom(item) === now);
    if (seen !== before || hard || messages.length > told || isBoundary(now, mine)) hour.changed = true;
    before = seen;
    if (minute % 60 === 59) {
      if (!hour.changed) {
        quiet.hours++;
        quiet.rings += hour.rings.reduce((a, b) => a + b, 0);
        quiet.most = Math.max(quiet.most, ...hour.rings);
      }
      hour = { rings: windows.map(() => 0), changed: false };
    }
    if (minute % (30 * 1440) === 0) say(`  ${now.slice(0, 10)}: ${messages.length} messages, ${life.history.length} sent`);
  }
  machine.dispose();
  return {
    life, messages, deeds, missed, wakeUps, windows: windows.length,
    quietHours: quiet.hours, wakeUpsWhenQuiet: quiet.rings, mostWhenQuiet: quiet.most,
    mostAlarms: Math.max(...windows.map(({ most }) => most.alarms)),
  };
}

/** My day begins or ends, or the date changes: that is a change by itself. */
function isBoundary(now: Instant, mine: ReturnType<typeof workingCalendar>): boolean {
  const date = mine.dateAt(now);
  const span = mine.span(date);
  return span?.start === now || span?.end === now || mine.dateAt(instantAt(Date.parse(now) - 60_000)) !== date;
}

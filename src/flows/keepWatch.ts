import { createEmitter } from "../core/emitter";
import type { HistoryEntry } from "../core/book/sentRecord";
import { owed } from "../core/owed/derive";
import { myCalendar, type OwedInput } from "../core/owed/desk";
import { nextChange } from "../core/owed/nextChange";
import { toNudge } from "../core/owed/nudge";
import type { Owed } from "../core/owed/owed";
import type { Alarm, AnswerStore, BookStore, Clock, Disposable, Event, HistoryStore, Log, NudgeLog } from "../core/ports";
import type { OwedView } from "../core/report/status";
import { minutesBetween } from "../core/time/zoned";
import type { Instant } from "../core/time/types";

export interface WatchDeps {
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly book: Pick<BookStore, "current" | "onDidChange">;
  readonly history: Pick<HistoryStore, "all" | "onDidChange">;
  readonly answers: Pick<AnswerStore, "current" | "onDidChange">;
  readonly nudges: NudgeLog;
  /** Whether messages are wanted at all. */
  readonly mayNudge: () => boolean;
  /** Shows one message for all of them. */
  readonly nudge: (due: readonly Owed[], view: OwedView) => void;
  readonly log: Log;
}

/** What is owed, with all that it follows from. */
interface Watched extends OwedView {
  readonly history: readonly HistoryEntry[];
}

/** What is owed, kept up to date. */
export interface Watch extends Disposable {
  /** Undefined until the history has been read for the first time. */
  view(): Watched | undefined;
  /** Resolves when the history has been read, or could not be. Never rejects. */
  ready(): Promise<void>;
  readonly onDidChange: Event<Watched>;
  /** Looks again: the window has the focus back, or a setting has changed. */
  look(): void;
}

/** A message that was not answered may still stand there: another one so soon would be the second at a time. */
const APART_MINUTES = 60;

/**
 * Keeps what is owed up to date with the book, the history, the answers and the clock, and nudges once for all that is due
 * together. There is one alarm, for the next moment at which anything changes; nothing is read and nothing runs in between.
 */
export function keepWatch(deps: WatchDeps): Watch {
  const { clock, alarm, log } = deps;
  const changed = createEmitter<Watched>((error) => log.error("showing what is owed failed", error));
  let history: readonly HistoryEntry[] | undefined;
  let view: Watched | undefined;
  let nudgedAt: Instant | undefined;
  let over = false;

  const look = () => {
    if (over || !history) return;
    const input = { book: deps.book.current(), history, answers: deps.answers.current(), now: clock.now(), zone: clock.zone() };
    const list = owed(input);
    view = { owed: list, book: input.book, history, now: input.now, zone: myCalendar(input).zone };
    alarm.set(nextChange(input, list), look);
    changed.fire(view);
    nudge(input, view).catch((error: unknown) => log.error("nudging failed", error));
  };

  const nudge = async (input: OwedInput, seen: OwedView): Promise<void> => {
    const { answers, now } = input;
    if (!deps.mayNudge() || (nudgedAt !== undefined && Math.abs(minutesBetween(nudgedAt, now)) < APART_MINUTES)) return;
    const nudged = new Map(Object.entries(deps.nudges.last()));
    const due = toNudge(seen.owed, { nudged, answers, mine: myCalendar(input), now });
    if (due.length === 0) return;
    const before = nudgedAt;
    nudgedAt = now;
    const claimed = new Set(await deps.nudges.claim(due.map(({ id }) => id), now));
    // While the claim was made, something may have been settled or sent.
    const still = due.filter(({ id }) => claimed.has(id) && (view?.owed.some((one) => one.id === id && one.snoozedUntil === undefined) ?? false));
    if (over || still.length === 0) nudgedAt = before;
    else deps.nudge(still, view ?? seen);
  };

  let reading = Promise.resolve();
  const read = () => {
    // One after the other, so that an older reading never replaces a newer one.
    reading = reading
      .then(async () => {
        history = await deps.history.all();
        look();
      })
      .catch((error: unknown) => log.error("the history could not be read", error));
  };

  const listening = [deps.book.onDidChange(look), deps.answers.onDidChange(look), deps.history.onDidChange(read)];
  read();
  return {
    view: () => view,
    ready: () => reading,
    onDidChange: changed.event,
    look: () => (history ? look() : read()),
    dispose: () => {
      over = true;
      alarm.clear();
      for (const listener of listening) listener.dispose();
      changed.dispose();
    },
  };
}

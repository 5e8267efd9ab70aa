import type { Book } from "../core/book/book";
import { createEmitter } from "../core/emitter";
import type { HistoryEntry } from "../core/book/sentRecord";
import type { createSurveyor, Survey } from "../core/owed/derive";
import type { OwedInput, WorkSigns } from "../core/owed/desk";
import type { toNudge } from "../core/owed/nudge";
import type { Owed } from "../core/owed/owed";
import type { OwedSettings } from "../core/owed/settings";
import type { Alarm, AnswerStore, BookStore, Clock, Disposable, Event, HistoryStore, Log, NudgeLog } from "../core/ports";
import type { WorkingCalendar } from "../core/time/calendar";
import type { OwedView } from "../core/report/status";
import { minutesBetween } from "../core/time/zoned";
import type { Instant } from "../core/time/types";

/** The rules of what is owed. */
interface OwedEngine {
  readonly createSurveyor: typeof createSurveyor;
  readonly toNudge: typeof toNudge;
}

export interface WatchDeps {
  /** Loaded with the history: neither is needed before the window stands. */
  readonly engine: () => Promise<OwedEngine>;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly book: Pick<BookStore, "current" | "onDidChange">;
  readonly history: Pick<HistoryStore, "all" | "onDidChange">;
  readonly answers: Pick<AnswerStore, "current" | "onDidChange">;
  readonly nudges: NudgeLog;
  /** Of the user. The same object until they change. */
  readonly settings?: () => OwedSettings;
  /** When work was last committed, as far as that can be seen without running git. Absent: not at all. */
  readonly workSigns?: (book: Book) => Promise<WorkSigns>;
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
/** Signs of work are a few small files, but there is no need to read them at every turn. */
const SIGNS_MINUTES = 10;

/**
 * Keeps what is owed up to date with the book, the history, the answers and the clock, and nudges once for all that is due
 * together. There is one alarm, for the next moment at which anything changes; nothing is read and nothing runs in between.
 */
export function keepWatch(deps: WatchDeps): Watch {
  const { clock, alarm, log } = deps;
  const changed = createEmitter<Watched>((error) => log.error("showing what is owed failed", error));
  let history: readonly HistoryEntry[] | undefined;
  let view: Watched | undefined;
  let signs: WorkSigns | undefined;
  let signsAt: Instant | undefined;
  let engine: OwedEngine | undefined;
  let survey: ((input: OwedInput) => Survey) | undefined;
  let nudgedAt: Instant | undefined;
  let over = false;

  const look = () => {
    if (over || !history || !survey) return;
    const settings = deps.settings?.();
    const input = {
      book: deps.book.current(), history, answers: deps.answers.current(), now: clock.now(), zone: clock.zone(),
      ...(signs && { workAt: signs }), ...(settings && { settings }),
    };
    const { owed, next, mine } = survey(input);
    view = { owed, book: input.book, history, now: input.now, zone: mine.zone };
    alarm.set(next, look);
    changed.fire(view);
    nudge(input, view, mine).catch((error: unknown) => log.error("nudging failed", error));
    lookForWork(input).catch((error: unknown) => log.error("signs of work could not be read", error));
  };

  const lookForWork = async ({ book, now }: OwedInput): Promise<void> => {
    if (!deps.workSigns || (signsAt !== undefined && Math.abs(minutesBetween(signsAt, now)) < SIGNS_MINUTES)) return;
    signsAt = now;
    const found = await deps.workSigns(book);
    const before = signs;
    signs = found;
    if (!sameSigns(before, found)) look();
  };

  const nudge = async (input: OwedInput, seen: OwedView, mine: WorkingCalendar): Promise<void> => {
    const { answers, now } = input;
    if (!engine || !deps.mayNudge()) return;
    const nudged = new Map(Object.entries(deps.nudges.last()));
    const asking = engine.toNudge(seen.owed, { nudged, answers, mine, now });
    const tooSoon = nudgedAt !== undefined && Math.abs(minutesBetween(nudgedAt, now)) < APART_MINUTES;
    // A meeting does not wait for another message's hour to be over.
    const due = tooSoon ? asking.filter(({ hard }) => hard) : asking;
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
        [engine, history] = await Promise.all([engine ?? deps.engine(), deps.history.all()]);
        survey ??= engine.createSurveyor();
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

function sameSigns(a: WorkSigns = new Map(), b: WorkSigns): boolean {
  return a.size === b.size && [...b].every(([id, times]) => JSON.stringify(a.get(id)) === JSON.stringify(times));
}

import type { Book } from "../core/book/book";
import type { ClientPart } from "../core/book/clientPart";
import type { Id } from "../core/book/fields";
import { withOthers } from "../core/book/withOthers";
import { createEmitter } from "../core/emitter";
import { inOrder } from "../core/inOrder";
import type { HistoryEntry } from "../core/book/sentRecord";
import type { createSurveyor, Survey } from "../core/owed/derive";
import type { OwedInput, WorkSigns } from "../core/owed/desk";
import { lastOnly } from "../core/owed/memory";
import type { toNudge } from "../core/owed/nudge";
import type { Owed } from "../core/owed/owed";
import type { OwedSettings } from "../core/owed/settings";
import type { AnswerStore, BookStore } from "../core/ports/book";
import type { Alarm, Clock } from "../core/ports/clock";
import type { Disposable, Event } from "../core/ports/events";
import type { HistoryStore } from "../core/ports/messages";
import type { NudgeLog } from "../core/ports/nudges";
import type { Log } from "../core/ports/user";
import type { WorkingCalendar } from "../core/time/calendar";
import type { OwedView } from "../core/report/status";
import { later, minutesBetween } from "../core/time/zoned";
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
  /** The clients of other workspaces of this machine. Absent: nobody looks there. */
  readonly others?: () => Promise<readonly ClientPart[]>;
  /** Those may have changed. */
  readonly onDidChangeOthers?: Event<void>;
  /** Whether messages are wanted at all. */
  readonly mayNudge: () => boolean;
  /** Until when none are wanted. */
  readonly quietUntil?: () => Instant | undefined;
  /** Shows one message for all of them. */
  readonly nudge: (due: readonly Owed[], view: OwedView) => void;
  readonly log: Log;
}

/** What is owed, with all that it follows from. */
interface Watched extends OwedView {
  /** The parts of those clients who are not of this workspace. */
  readonly others: readonly ClientPart[];
  readonly history: readonly HistoryEntry[];
}

/** What is owed, kept up to date. */
export interface Watch extends Disposable {
  /** Undefined until the history has been read for the first time. */
  view(): Watched | undefined;
  /** Resolves when the history has been read, or could not be. Never rejects. */
  ready(): Promise<void>;
  readonly onDidChange: Event<Watched>;
  /** Looks again, also at what lies around: the window has the focus back, or a setting has changed. */
  look(): void;
}

/** A message that was not answered may still stand there: another one so soon would be the second at a time. */
const APART_MINUTES = 60;
/** Signs of work, and the files of other workspaces, are small, but there is no need to read them at every turn. */
const READ_AGAIN_MINUTES = 10;

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
  let others: readonly ClientPart[] = [];
  let readAt: Instant | undefined;
  const unite = lastOnly(together);
  let engine: OwedEngine | undefined;
  let survey: ((input: OwedInput) => Survey) | undefined;
  let nudgedAt: Instant | undefined;
  let over = false;

  const look = () => {
    if (over || !history || !survey) return;
    const settings = deps.settings?.();
    const here = deps.book.current();
    const { book, elsewhere, parts } = unite(here, others);
    const input = {
      book, history, answers: deps.answers.current(), now: clock.now(), zone: clock.zone(),
      ...(signs && { workAt: signs }), ...(settings && { settings }),
    };
    const { owed, next, mine } = survey(input);
    view = { owed, book: here, history, now: input.now, zone: mine.zone, elsewhere, others: parts };
    const quietUntil = deps.quietUntil?.();
    const wake = quietUntil !== undefined && quietUntil > input.now && quietUntil < next ? quietUntil : next;
    alarm.set(wake, look);
    changed.fire(view);
    nudge(input, view, mine, wake).catch((error: unknown) => log.error("nudging failed", error));
    lookAround(input).catch((error: unknown) => log.error("what lies around could not be read", error));
  };

  const askOthers = inOrder(async () => (await deps.others?.()) ?? [], (found) => (others = found));
  /** What no event tells of: commits, and clients of workspaces that are not open. */
  const lookAround = async ({ book, now }: OwedInput): Promise<void> => {
    if (readAt !== undefined && Math.abs(minutesBetween(readAt, now)) < READ_AGAIN_MINUTES) return;
    readAt = now;
    const before = { signs, others };
    [signs] = await Promise.all([deps.workSigns?.(book), askOthers()]);
    if (!sameSigns(before.signs, signs) || !isSame(before.others, others)) look();
  };

  let askingOthers = Promise.resolve();
  let othersWait = false;
  /** A call that another window logged, a note that it settled: shown at once, and read once for all that came meanwhile. */
  const readOthers = () => {
    if (othersWait || readAt === undefined) return;
    othersWait = true;
    askingOthers = askingOthers
      .then(async () => {
        othersWait = false;
        const before = others;
        await askOthers();
        if (!isSame(before, others)) look();
      })
      .catch((error: unknown) => log.error("other workspaces' clients could not be read", error));
  };

  const nudge = async (input: OwedInput, seen: OwedView, mine: WorkingCalendar, wake: Instant): Promise<void> => {
    const { answers, now } = input;
    const quietUntil = deps.quietUntil?.();
    if (!engine || !deps.mayNudge() || (quietUntil !== undefined && now < quietUntil)) return;
    const nudged = new Map(Object.entries(deps.nudges.last()));
    const asking = engine.toNudge(seen.owed, { nudged, answers, mine, now });
    // In whichever window: of several, each would else have its own message standing there.
    const standing = [nudgedAt, ...nudged.values()].filter((at) => at !== undefined && Math.abs(minutesBetween(at, now)) < APART_MINUTES);
    const tooSoon = standing.sort().at(-1);
    // A meeting does not wait for another message's hour to be over.
    const due = tooSoon === undefined ? asking : asking.filter(({ hard }) => hard);
    // What waits for that is asked for when it is over, not when something changes next.
    const free = tooSoon && later(tooSoon, APART_MINUTES);
    if (free !== undefined && asking.length > due.length && free > now && free < wake) alarm.set(free, look);
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

  const listening = [deps.book.onDidChange(look), deps.answers.onDidChange(look), deps.history.onDidChange(read), ...(deps.onDidChangeOthers ? [deps.onDidChangeOthers(readOthers)] : [])];
  read();
  return {
    view: () => view,
    ready: () => reading,
    onDidChange: changed.event,
    look: () => {
      // Whoever comes back to the window may have worked elsewhere.
      readAt = undefined;
      if (history) look();
      else read();
    },
    dispose: () => {
      over = true;
      alarm.clear();
      for (const listener of listening) listener.dispose();
      changed.dispose();
    },
  };
}

function sameSigns(a: WorkSigns = new Map(), b: WorkSigns = new Map()): boolean {
  return a.size === b.size && [...b].every(([id, times]) => isSame(a.get(id), times));
}

/** Read anew each time, so that equal ones are seldom the same. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The book with all that other workspaces have, for finding what is owed. */
function together(here: Book, others: readonly ClientPart[]) {
  const { book, parts } = withOthers(here, others);
  const elsewhere: ReadonlySet<Id> = new Set(parts.map(({ client }) => client.id));
  return { book, elsewhere, parts };
}

import type { Book } from "../book/book";
import type { Level, Owed } from "../owed/owed";
import type { Text, TimeValue } from "../say";
import type { Instant, Zone } from "../time/types";
import { clockIn } from "../time/zoned";
import { byUrgency, isSnoozed } from "./urgency";

/** What the status bar says, before it is put into words and painted. */
export interface Status {
  /** `told`: nothing is owed at all. */
  readonly level: Level | "snoozed" | "told";
  readonly text: Text;
  /** What a screen reader says: the level too, which others see as a colour. */
  readonly spoken: Text;
  /** One line each. */
  readonly tooltip: readonly Text[];
}

export interface OwedView {
  readonly owed: readonly Owed[];
  readonly book: Book;
  readonly now: Instant;
  /** Mine. */
  readonly zone: Zone;
}

const LINES = 5;

/** @returns undefined where there is nobody to write to: then the status bar stays empty. */
export function statusOf(view: OwedView): Status | undefined {
  if (!view.book.client.some((client) => client.archivedAt === undefined)) return undefined;
  const { now } = view;
  const sorted = byUrgency(view.owed, now);
  const first = sorted[0];
  if (!first) return { level: "told", text: { id: "status.told" }, spoken: spoken({ id: "status.told" }), tooltip: [{ id: "status.told" }] };
  const level = isSnoozed(first, now) ? "snoozed" : first.level;
  const text = level === "fine" ? { id: "status.next" as const, values: { when: moment(first.sendBy, view) } } : counted(sorted, view);
  return { level, text, spoken: spoken(text, level), tooltip: tooltip(sorted, view) };
}

/** "Acme: update due today 17:00", without the time at the client's place. */
export function owedLine(owed: Owed, view: OwedView): Text {
  const snoozed = isSnoozed(owed, view.now);
  const at = snoozed && owed.snoozedUntil !== undefined ? owed.snoozedUntil : owed.sendBy;
  const id = snoozed ? "status.snoozed" : owed.level === "fine" ? "status.soon" : (`status.${owed.level}` as const);
  return { id, values: { client: clientName(owed, view.book), what: { id: `kind.${owed.kind}` }, when: moment(at, view) } };
}

/** The line, with the time that clocks show at the client's place where that is another one. */
export function owedLineBothTimes(owed: Owed, view: OwedView): Text {
  const line = owedLine(owed, view);
  const clock = isSnoozed(owed, view.now) ? undefined : theirClock(owed, view);
  return clock ? { id: "status.theirTime", values: { line, clock } } : line;
}

/** What clocks show at the client's place by then; undefined where they show what mine do. */
export function theirClock(owed: Owed, { book, zone }: OwedView): TimeValue | undefined {
  const theirs = book.client.find((client) => client.id === owed.clientId)?.zone;
  if (theirs === undefined || clockIn(owed.sendBy, theirs) === clockIn(owed.sendBy, zone)) return undefined;
  return { time: "clock", at: owed.sendBy, zone: theirs };
}

export const clientName = (owed: Owed, book: Book): string => book.client.find((client) => client.id === owed.clientId)?.name ?? "?";

export const moment = (at: Instant, { zone, now }: Pick<OwedView, "zone" | "now">) => ({ time: "moment", at, zone, now }) as const;

/** The first one, with the number of others that press as well. */
function counted(sorted: readonly Owed[], view: OwedView): Text {
  const [first, ...others] = sorted as readonly [Owed, ...Owed[]];
  const line = owedLine(first, view);
  const pressing = others.filter((one) => !isSnoozed(one, view.now) && (one.level === "due" || one.level === "overdue"));
  return pressing.length > 0 ? { id: "status.andMore", values: { first: line, count: pressing.length } } : line;
}

function tooltip(sorted: readonly Owed[], view: OwedView): readonly Text[] {
  const lines = sorted.slice(0, LINES).map((one) => owedLineBothTimes(one, view));
  const more = sorted.length - lines.length;
  return [...lines, ...(more > 0 ? [{ id: "status.more" as const, values: { count: more } }] : []), { id: "status.click" }];
}

const spoken = (status: Text, level?: Status["level"]): Text => ({
  id: level === "overdue" ? "status.spokenOverdue" : "status.spoken",
  values: { status },
});

import type { Book } from "../book/book";
import type { Id } from "../book/fields";
import { standing, type HistoryEntry } from "../book/sentRecord";
import type { Level, Owed } from "../owed/owed";
import type { Text, TimeValue, Value } from "../say";
import { clockIn, dateIn } from "../time/zoned";
import type { Instant, Zone } from "../time/types";

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

/** What is owed at one moment, with what is needed to name it. */
export interface OwedView {
  /** Most urgent first. */
  readonly owed: readonly Owed[];
  readonly book: Book;
  readonly now: Instant;
  /** Mine. */
  readonly zone: Zone;
  /** Absent: not known. */
  readonly history?: readonly HistoryEntry[];
  /** Of `owed`: the clients that are not of this workspace, but known on this machine. They are not in `book`. */
  readonly elsewhere?: ReadonlySet<Id>;
}

const LINES = 5;
/** The status bar does not cut a text off by itself, and a request can be as long as its writer liked. */
const LONGEST = 32;

export interface StatusOptions {
  /** The name and the time alone. */
  readonly compact?: boolean;
  /** Nothing is said while nothing presses. */
  readonly hideWhenFine?: boolean;
  /** Until when no messages are wanted. */
  readonly quietUntil?: Instant | undefined;
}

const quietLevels: readonly Status["level"][] = ["fine", "told", "snoozed"];

/** @returns undefined where there is nobody to write to, or nothing that presses and no wish to hear that: then the status bar stays empty. */
export function statusOf(view: OwedView, options: StatusOptions = {}): Status | undefined {
  const status = fullStatus(view, options);
  return status && options.hideWhenFine === true && quietLevels.includes(status.level) ? undefined : status;
}

function fullStatus(view: OwedView, options: StatusOptions): Status | undefined {
  const [first] = view.owed;
  if (!first && !view.book.client.some((client) => client.archivedAt === undefined)) return undefined;
  const lines = tooltip(view, options);
  if (!first) return { level: "told", text: told, spoken: spoken(told), tooltip: [told, ...lines.slice(0, -1)] };
  const level = isSnoozed(first) ? "snoozed" : first.level;
  const next: Text = { id: isBegun(first, view) ? "status.next" : "status.first", values: { when: moment(first.sendBy, view) } };
  const text = level === "fine" ? next : counted(first, view);
  const shown = options.compact && level !== "fine" ? compact(first, view) : text;
  return { level, text: shown, spoken: spoken(text, level), tooltip: lines };
}

const told: Text = { id: "status.told" };

/** Before the first message to a client "all told" would be untrue. */
const isBegun = ({ clientId }: Owed, { history }: OwedView): boolean => history === undefined || standing(history).some((record) => record.clientId === clientId);

const spoken = (status: Text, level?: Status["level"]): Text => ({
  id: level === "overdue" ? "status.spokenOverdue" : level === "due" ? "status.spokenDue" : "status.spoken",
  values: { status },
});

const compact = (first: Owed, view: OwedView): Text => ({
  id: "status.compact",
  values: { client: short(first.name), when: whenOf(first.snoozedUntil ?? first.sendBy, view) },
});

/** "Acme: update by 17:00", or until when it was put off. */
export function owedLine(owed: Owed, view: OwedView): Text {
  if (owed.snoozedUntil !== undefined) return shortened({ id: "status.snoozed", values: { client: owed.name, when: moment(owed.snoozedUntil, view) } });
  const { id, values } = owed.reason;
  return shortened({ id, values: { ...values, when: whenOf(owed.sendBy, view) } });
}

/** The line with the time at the client's place, where clocks show another one there. */
function withTheirTime(owed: Owed, view: OwedView): Text {
  const line = owedLine(owed, view);
  const clock = isSnoozed(owed) ? undefined : theirClock(owed, view);
  return clock ? { id: "status.theirTime", values: { line, clock } } : line;
}

/** The first one, with the number of others that press as well. */
function counted(first: Owed, view: OwedView): Text {
  const line = first.level === "overdue" ? owedLine(first, view) : withTheirTime(first, view);
  const others = view.owed.filter((one) => one !== first && !isSnoozed(one) && (one.level === "due" || one.level === "overdue"));
  return others.length > 0 ? { id: "status.andMore", values: { first: line, count: others.length } } : line;
}

function tooltip(view: OwedView, { quietUntil }: StatusOptions): readonly Text[] {
  const more = view.owed.length - LINES;
  return [
    ...view.owed.slice(0, LINES).map((one) => withTheirTime(one, view)),
    ...(more > 0 ? [{ id: "status.more", values: { count: more } } as const] : []),
    ...(quietUntil === undefined ? [] : [{ id: "status.quiet", values: { when: moment(quietUntil, view) } } as const]),
    { id: "status.click" },
  ];
}

/** What clocks show at the client's place by then; undefined where they show what mine do. */
export function theirClock({ theirZone, sendBy }: Owed, { zone }: Pick<OwedView, "zone">): TimeValue | undefined {
  if (theirZone === undefined || clockIn(sendBy, theirZone) === clockIn(sendBy, zone)) return undefined;
  return { time: "clock", at: sendBy, zone: theirZone };
}

/** Put off by the user; the time until then has not passed. */
export const isSnoozed = (owed: Owed): boolean => owed.snoozedUntil !== undefined;

/** "17:00" today, else with its day. */
const whenOf = (at: Instant, view: Pick<OwedView, "zone" | "now">): TimeValue =>
  dateIn(at, view.zone) === dateIn(view.now, view.zone) ? { time: "clock", at, zone: view.zone } : moment(at, view);

export const moment = (at: Instant, { zone, now }: Pick<OwedView, "zone" | "now">) => ({ time: "moment", at, zone, now }) as const;

/** The same with what people wrote cut to a length that a row can show. */
export function shortened({ id, values = {} }: Text): Text {
  return { id, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, short(value)])) };
}

function short(value: Value): Value {
  if (typeof value === "object" && "id" in value) return shortened(value);
  if (typeof value !== "string") return value;
  const line = value.replace(/\s+/g, " ").trim();
  // A letter has one code unit at least, and telling letters apart is slow.
  if (line.length <= LONGEST) return line;
  // by letters as they are seen: a Bangla vowel sign stays with its consonant
  const letters = [...new Intl.Segmenter().segment(line)];
  return letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST - 1).map(({ segment }) => segment).join("").trimEnd()}…`;
}

import type { Book } from "../book/book";
import { nameOfProject, recordById } from "../book/queries";
import type { Level, Owed } from "../owed/owed";
import type { Text, TimeValue, Value } from "../say";
import { clockIn } from "../time/zoned";
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
}

const LINES = 5;
/** The status bar does not cut a text off by itself, and a request can be as long as its writer liked. */
const LONGEST = 32;

/** @returns undefined where there is nobody to write to: then the status bar stays empty. */
export function statusOf(view: OwedView): Status | undefined {
  if (!view.book.client.some((client) => client.archivedAt === undefined)) return undefined;
  const [first] = view.owed;
  if (!first) return { level: "told", text: told, spoken: spoken(told), tooltip: [told] };
  const level = isSnoozed(first) ? "snoozed" : first.level;
  const next: Text = { id: "status.next", values: { when: moment(first.sendBy, view) } };
  const text = level === "fine" ? next : counted(first, view);
  return { level, text, spoken: spoken(text, level), tooltip: tooltip(view) };
}

const told: Text = { id: "status.told" };

const spoken = (status: Text, level?: Status["level"]): Text => ({
  id: level === "overdue" ? "status.spokenOverdue" : "status.spoken",
  values: { status },
});

/** "Acme: update due today 17:00", or until when it was put off. */
export function owedLine(owed: Owed, view: OwedView): Text {
  if (owed.snoozedUntil === undefined) return shortened(owed.reason);
  return shortened({ id: "status.snoozed", values: { client: nameOf(owed, view.book), when: moment(owed.snoozedUntil, view) } });
}

/** The first one, with the number of others that press as well. */
function counted(first: Owed, view: OwedView): Text {
  const line = owedLine(first, view);
  const others = view.owed.filter((one) => one !== first && !isSnoozed(one) && (one.level === "due" || one.level === "overdue"));
  return others.length > 0 ? { id: "status.andMore", values: { first: line, count: others.length } } : line;
}

function tooltip(view: OwedView): readonly Text[] {
  const lines = view.owed.slice(0, LINES).map((one): Text => {
    const line = owedLine(one, view);
    const clock = isSnoozed(one) ? undefined : theirClock(one, view);
    return clock ? { id: "status.theirTime", values: { line, clock } } : line;
  });
  const more = view.owed.length - lines.length;
  return [...lines, ...(more > 0 ? [{ id: "status.more", values: { count: more } } as const] : []), { id: "status.click" }];
}

/** What clocks show at the client's place by then; undefined where they show what mine do. */
export function theirClock(owed: Owed, { book, zone }: OwedView): TimeValue | undefined {
  const theirs = recordById(book, "client", owed.clientId)?.zone;
  if (theirs === undefined || clockIn(owed.sendBy, theirs) === clockIn(owed.sendBy, zone)) return undefined;
  return { time: "clock", at: owed.sendBy, zone: theirs };
}

/** The client's name, with the project's where there are several. */
export function nameOf(owed: Owed, book: Book): string {
  const project = owed.projectId === undefined ? undefined : recordById(book, "project", owed.projectId);
  return project ? nameOfProject(book, project) : (recordById(book, "client", owed.clientId)?.name ?? "?");
}

/** Put off by the user; the time until then has not passed. */
export const isSnoozed = (owed: Owed): boolean => owed.snoozedUntil !== undefined;

export const moment = (at: Instant, { zone, now }: Pick<OwedView, "zone" | "now">) => ({ time: "moment", at, zone, now }) as const;

/** The same with what people wrote cut to a length that a row can show. */
export function shortened({ id, values = {} }: Text): Text {
  return { id, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, short(value)])) };
}

function short(value: Value): Value {
  if (typeof value === "object" && "id" in value) return shortened(value);
  if (typeof value !== "string") return value;
  const line = value.replace(/\s+/g, " ").trim();
  // by letters as they are seen: a Bangla vowel sign stays with its consonant
  const letters = [...new Intl.Segmenter().segment(line)];
  return letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST - 1).map(({ segment }) => segment).join("").trimEnd()}…`;
}

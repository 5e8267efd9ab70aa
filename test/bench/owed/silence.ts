import type { Book } from "../../../src/core/book/book";
import type { Project } from "../../../src/core/book/project";
import { workingCalendar, type WorkingCalendar } from "../../../src/core/time/calendar";
import type { Instant, PlainDate } from "../../../src/core/time/types";
import { addDays, daysBetween, weekdayOf } from "../../../src/core/time/zoned";
import { dhaka } from "./people";

/** How long one client waited, against what was agreed. */
export interface Silence {
  readonly client: string;
  readonly agreed: string;
  /** Calendar days. */
  readonly longest: number;
  /** Silences that went on past a day on which both were at work and word was due. */
  readonly over: number;
  /** The same where the user let something be that was due to this project: put off, skipped, left lying. */
  readonly overByWish: number;
}

/**
 * Counted apart from the rules under test: a silence is too long when a day has passed in it, after what was agreed, on which
 * I worked and the client did, too. Nobody can be written to at work on a day that neither keeps.
 * @param words when this client had word, oldest first
 * @param workAt commits, which make a small project's update due on the day
 * @param letBe when the user did not do what was due to it
 */
export function silenceOf(project: Project, words: readonly Instant[], workAt: readonly Instant[], letBe: readonly Instant[], book: Book): Silence {
  const mine = workingCalendar({ me: book.me, absences: book.absence, machineZone: dhaka });
  const client = book.client.find(({ id }) => id === project.clientId);
  if (!client) throw new Error(project.clientId);
  const theirs = workingCalendar({ me: book.me, client, absences: [], machineZone: dhaka });
  const isGood = (day: PlainDate) => mine.isWorkingDay(day) && theyWork(day, mine, theirs);
  let longest = 0;
  let [over, overByWish] = [0, 0];
  for (const [n, word] of words.entries()) {
    const next = words[n + 1];
    if (next === undefined) break;
    const [from, to] = [mine.dateAt(word), mine.dateAt(next)];
    longest = Math.max(longest, daysBetween(from, to));
    const between = Array.from({ length: Math.max(0, daysBetween(from, to) - 1) }, (_, k) => addDays(from, k + 1)).filter(isGood);
    if (!isOver(project, from, between, workAt.find((at) => at > word), mine)) continue;
    if (letBe.some((at) => at > word && at < next)) overByWish++;
    else over++;
  }
  return { client: client.name, agreed: agreed(project), longest, over, overByWish };
}

function theyWork(day: PlainDate, mine: WorkingCalendar, theirs: WorkingCalendar): boolean {
  const span = mine.span(day);
  return span !== undefined && [theirs.dateAt(span.start), theirs.dateAt(span.end)].some((their) => theirs.isWorkingDay(their));
}

/** @param between the days without word on which both worked */
function isOver({ rhythm, size }: Project, from: PlainDate, between: readonly PlainDate[], work: Instant | undefined, mine: WorkingCalendar): boolean {
  if (rhythm?.every === "week") return between.some((day) => weekdayOf(day) === rhythm.day);
  const days = rhythm?.every === "days" ? rhythm.days : size === "large" ? 7 : undefined;
  if (days !== undefined) return between.some((day) => daysBetween(from, day) >= days);
  // Small: on the day after there was work to tell, whatever the hour of it; else on the second.
  const worked = work && addDays(mine.dateAt(work), 1);
  return between.length >= 2 || (worked !== undefined && between.some((day) => day >= worked));
}

const agreed = ({ rhythm, size }: Project): string =>
  rhythm?.every === "week" ? "weekly, on Wednesday" : rhythm?.every === "days" ? `every ${rhythm.days} days` : size === "large" ? "7 days at most" : "daily with work, else every second day";

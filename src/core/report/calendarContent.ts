import type { Book } from "../book/book";
import { nextOccurrence, occurrencesOf } from "../book/meetingTimes";
import { recordById } from "../book/queries";
import type { CalendarEntry, CalendarItem } from "../ports/calendars";
import { owed } from "../owed/derive";
import type { OwedInput } from "../owed/desk";
import type { Text } from "../say";
import { dateIn, later } from "../time/zoned";

/** How long ago a meeting may have been, to be in the file still. */
const BACK_DAYS = 30;

/** An item whose name is still to be said. */
type Unsaid<T> = T extends { readonly name: string } ? Omit<T, "name"> & { readonly text: Text } : never;
type ItemToSay = Unsaid<CalendarItem>;

/** Everything owed, and every meeting to come or of the last month, as a calendar shows them. The same input gives the same. */
export function calendarContent(input: OwedInput): { readonly entries: readonly CalendarEntry[]; readonly items: readonly ItemToSay[] } {
  const { book, now } = input;
  const zone = book.me.zone ?? input.zone;
  const items = owed(input)
    // The meetings themselves are in the file.
    .filter(({ rule }) => rule !== "meetingBegins")
    .map((one): ItemToSay => {
      const about = { uid: one.id, text: { id: "calendar.item", values: { client: one.name, what: one.what } } as const, since: one.readyFrom };
      return one.hard ? { ...about, at: one.sendBy } : { ...about, on: dateIn(one.sendBy, zone) };
    })
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
  return { entries: entriesOf(book, now), items };
}

function entriesOf(book: Book, now: OwedInput["now"]): readonly CalendarEntry[] {
  const from = later(now, -BACK_DAYS * 1440);
  return book.meeting
    .filter((meeting) => recordById(book, "client", meeting.clientId)?.archivedAt === undefined)
    .filter((meeting) => nextOccurrence(meeting, now) !== undefined || occurrencesOf(meeting, from, now).length > 0)
    .map((meeting): CalendarEntry => {
      const series = meeting.ofSeries && recordById(book, "meeting", meeting.ofSeries.meetingId);
      return { meeting, ...(series && series.cancelledAt === undefined && { series }), notes: meeting.agenda ?? [], now: meeting.changedAt };
    })
    .sort((a, b) => (a.meeting.id < b.meeting.id ? -1 : 1));
}

import type { Book } from "../core/book/book";
import type { ClientPart } from "../core/book/clientPart";
import { withOthers } from "../core/book/withOthers";
import type { CalendarFiles } from "../core/ports/calendars";
import type { OwedInput, WorkSigns } from "../core/owed/desk";
import { calendarContent } from "../core/report/calendarContent";
import type { Say } from "../core/say";

export interface CalendarTextDeps {
  /** What is owed here follows from this. */
  readonly owedInput: () => Promise<OwedInput>;
  /** The clients of every workspace of this machine. */
  readonly known: () => Promise<readonly ClientPart[]>;
  readonly workSigns: (book: Book) => Promise<WorkSigns>;
  readonly calendarFiles: Pick<CalendarFiles, "writeAll">;
  readonly say: Say;
}
export interface CalendarText {
  /** An .ics file. The same in every window of one machine, whatever its workspace is, and while nothing changes. */
  readonly text: string;
  /** How many. */
  readonly owed: number;
  readonly meetings: number;
}

/** Everything owed and every meeting, of all clients that this machine knows. */
export async function calendarText({ owedInput, known, workSigns, calendarFiles, say }: CalendarTextDeps): Promise<CalendarText> {
  const [input, others] = await Promise.all([owedInput(), known()]);
  const { book } = withOthers(input.book, others);
  const { entries, items } = calendarContent({ ...input, book, workAt: await workSigns(book) });
  const text = await calendarFiles.writeAll(entries, items.map(({ text, ...item }) => ({ ...item, name: say(text) })));
  return { text, owed: items.length, meetings: entries.length };
}

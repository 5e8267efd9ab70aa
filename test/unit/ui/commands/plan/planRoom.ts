import type { ClientPart } from "../../../../../src/core/book/clientPart";
import type { HistoryEntry } from "../../../../../src/core/book/sentRecord";
import { calendarText } from "../../../../../src/flows/calendarText";
import { createCalendarFiles } from "../../../../../src/services/calendar/calendarFiles";
import type { PlanCommandsDeps } from "../../../../../src/ui/commands/plan/deps";
import type { Act } from "../../prompts/scriptedScreen";
import { room } from "../book/room";

interface Options {
  readonly book?: Parameters<typeof room>[0]["book"];
  /** What stands in the file that is opened. */
  readonly file?: string;
  readonly answer?: Parameters<typeof room>[0]["answer"];
  /** Clients of other workspaces. */
  readonly elsewhere?: readonly ClientPart[];
  /** What was sent before. */
  readonly history?: readonly HistoryEntry[];
}

/** The surroundings of the commands on leave, holidays and the calendar; files are read with the real reader. */
export function planRoom(options: Options, ...acts: Act[]) {
  const base = room({ ...(options.book && { book: options.book }), ...(options.answer && { answer: options.answer }) }, ...acts);
  const written: string[] = [];
  const owedInput = () => Promise.resolve({ book: base.book(), history: options.history ?? [], answers: [], now: base.deps.clock.now(), zone: base.deps.clock.zone() });
  const calendarFiles = createCalendarFiles();
  const deps: PlanCommandsDeps = {
    ...base.deps,
    calendarFiles,
    chosenFiles: {
      save: () => Promise.resolve("memory:/saved.ics"),
      open: () => Promise.resolve(options.file === undefined ? undefined : "memory:/opened.ics"),
      write: (_, text) => Promise.resolve(void written.push(String(text))),
      read: () => Promise.resolve(options.file),
      show: () => Promise.resolve(),
      openOutside: () => Promise.resolve(),
      reveal: () => Promise.resolve(),
    },
    owedInput,
    calendarText: () => calendarText({ owedInput, known: () => Promise.resolve(options.elsewhere ?? []), workSigns: () => Promise.resolve(new Map()), calendarFiles, say: base.deps.say }),
  };
  return { ...base, deps, written };
}

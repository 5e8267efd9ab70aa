import type { CalendarKeeper } from "../core/ports/calendars";
import type { Log } from "../core/ports/user";
import type { Text } from "../core/say";

export interface KeepCalendarDeps {
  /** As the setting has it; empty: none is wanted, or none may be written before the workspace is trusted. */
  readonly wanted: () => string;
  readonly text: () => Promise<string>;
  readonly keeper: CalendarKeeper;
  /** A breath, so that what changes together is written once. */
  readonly pause: () => Promise<void>;
  /** Whether somebody is looking at this window: of several, one says what is wrong. */
  readonly isWatched: () => boolean;
  readonly tell: (problem: Text) => void;
  readonly log: Pick<Log, "warn">;
}

/**
 * Keeps one calendar file as what is owed is, so that a phone that subscribes to it can remind when this machine is off. It is
 * written only where its text is another; what is wrong is said once, until it is right again.
 * @returns to be called whenever something may have changed; never throws
 */
export function keepCalendar(deps: KeepCalendarDeps): () => void {
  let changed = false;
  let busy = false;
  let told: string | undefined;

  const keep = async (): Promise<void> => {
    const file = deps.wanted();
    if (file === "") {
      told = undefined;
      return;
    }
    const kept = await deps.keeper.keep(file, await deps.text());
    if (kept === "written" || kept === "same") {
      told = undefined;
      return;
    }
    const problem = `${kept} ${file}`;
    if (told === problem || !deps.isWatched()) return;
    told = problem;
    deps.tell({ id: `calendarFile.${kept}`, values: { file } });
  };

  const run = async () => {
    busy = true;
    try {
      while (changed) {
        await deps.pause();
        changed = false;
        await keep();
      }
    } catch (error) {
      deps.log.warn(`the calendar file could not be kept: ${String(error)}`);
    } finally {
      busy = false;
    }
  };

  return () => {
    changed = true;
    if (!busy) void run();
  };
}

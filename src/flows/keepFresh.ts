import type { Alarm, Clock } from "../core/ports/clock";
import type { Disposable } from "../core/ports/events";
import type { Log } from "../core/ports/user";
import { later } from "../core/time/zoned";

export interface KeepFreshDeps {
  readonly clock: Pick<Clock, "now">;
  readonly alarm: Alarm;
  readonly log: Log;
  /** The setting is on, the workspace is trusted, and there is something to look at. */
  readonly isWanted: () => boolean;
  readonly isFocused: () => boolean;
  /** Asks the tools. */
  readonly refresh: () => Promise<unknown>;
}
export interface FreshKeeper extends Disposable {
  /** For whenever one of the conditions may have changed. */
  look(): void;
}

/** At most this often, in minutes. */
const EVERY = 15;

/**
 * Refreshes every 15 minutes while the window has the focus; the first time 15 minutes after it began, so that opening a window
 * asks nobody anything. No timer runs where nothing is wanted, or in a window that nobody looks at.
 */
export function keepFresh({ clock, alarm, log, isWanted, isFocused, refresh }: KeepFreshDeps): FreshKeeper {
  let last = clock.now();
  let running = false;
  let disposed = false;

  function look(): void {
    if (running || disposed) return;
    if (!isWanted() || !isFocused()) alarm.clear();
    else alarm.set(later(last, EVERY), () => void ring());
  }
  async function ring(): Promise<void> {
    // It may have been switched off, or the focus lost, since the alarm was set.
    if (running || disposed || !isWanted() || !isFocused()) return;
    running = true;
    last = clock.now();
    try {
      await refresh();
    } catch (error) {
      log.error("milestones could not be refreshed", error);
    } finally {
      running = false;
      look();
    }
  }
  return {
    look,
    dispose() {
      disposed = true;
      alarm.clear();
    },
  };
}

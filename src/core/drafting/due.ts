import type { Due } from "../book/fields";
import type { Instant, Zone } from "../time/types";
import { clockIn, dateIn, epochMs } from "../time/zoned";
import type { DueView } from "./progressView";

/** Now, and where the two of us are. */
export interface Clocks {
  readonly now: Instant;
  readonly theirs: Zone;
  readonly mine: Zone;
}

/** A due date as the client's calendar and clock show it. A plain date is the same day everywhere. */
export function viewDue(due: Due, { now, theirs, mine }: Clocks): DueView {
  if (due.by === "date") return { on: due.on, theirTime: false, past: due.on < dateIn(now, theirs) };
  return {
    on: dateIn(due.at, theirs),
    time: clockIn(due.at, theirs),
    theirTime: clockIn(due.at, theirs) !== clockIn(due.at, mine),
    past: epochMs(due.at) < epochMs(now),
  };
}

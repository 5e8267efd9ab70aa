import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import * as Zoned from "temporal-polyfill/fns/ZonedDateTime";
import type { Instant, Zone } from "./types";
import { epochMs, instantAt } from "./zoned";

/** A moment at which clocks of a zone are changed. Offsets are in minutes east of UTC. */
export interface Transition {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

const perMinute = 60_000_000_000;
const zoned = (at: Instant, zone: Zone) => toZonedDateTimeISO(fromEpochMilliseconds(epochMs(at)), zone);

/** How far the clocks of a zone are ahead of UTC at a moment, in minutes. */
export const offsetAt = (at: Instant, zone: Zone): number => Zoned.offsetNanoseconds(zoned(at, zone)) / perMinute;

/** Every change of clocks after `from` and before `to`. */
export function transitionsOf(zone: Zone, from: Instant, to: Instant): readonly Transition[] {
  const found: Transition[] = [];
  for (let next = Zoned.getTimeZoneTransition(zoned(from, zone), "next"); next; next = Zoned.getTimeZoneTransition(next, "next")) {
    const at = instantAt(next.epochMilliseconds);
    if (at >= to) break;
    found.push({ at, before: offsetAt(instantAt(epochMs(at) - 1), zone), after: offsetAt(at, zone) });
  }
  return found;
}

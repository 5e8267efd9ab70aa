import type { Clock } from "../core/ports/clock";
import type { Instant, Zone } from "../core/time/types";

export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone as Zone,
};

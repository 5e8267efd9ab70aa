import type { Instant, Zone } from "../time/types";

export interface Clock {
  now(): Instant;
  /** The machine's time zone, read anew at each call: people travel. */
  zone(): Zone;
}

export interface Alarm {
  /** Rings once at `at`. Setting it again replaces the earlier time: there is never more than one. */
  set(at: Instant, ring: () => void): void;
  clear(): void;
}

import type { Instant } from "../time/types";

/** When the other side may be asked again, by its Retry-After. RFC 9110, 10.2.3: seconds, or a date. A minute where it says neither; an hour at most. */
export function retryTime(header: string | null, now: Instant): Instant {
  const seconds = header !== null && /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header ?? "") - Date.parse(now)) / 1000;
  const wait = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 3600) : 60;
  return new Date(Date.parse(now) + wait * 1000).toISOString() as Instant;
}

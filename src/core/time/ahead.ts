import type { Instant } from "./types";
import { later } from "./zoned";

/** Two machines whose clocks differ a little explain less. */
const AHEAD_MINUTES = 24 * 60;

/** Whatever is dated later than this was written by a clock that ran ahead: taken at its word, it would silence everything until then. */
export const latestTrue = (now: Instant): Instant => later(now, AHEAD_MINUTES);

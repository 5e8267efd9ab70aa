import { randomBytes } from "node:crypto";
import type { NewId } from "../core/ports/book";

/**
 * Ids sort by the millisecond in which they were made: nine digits of time in base 36 (enough until the year 5188), then
 * 80 random bits. Lower case, so that they are file names on every disk.
 */
export const newId: NewId = () => `${Date.now().toString(36).padStart(9, "0")}-${randomBytes(10).toString("hex")}`;

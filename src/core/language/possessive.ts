import { scriptOf } from "./script";
import type { Writing } from "./writing";

/**
 * A name with the ending that makes something belong to it in Bangla: ঢাকার, লন্ডনের, দুবাইয়ের, Zurich-এর. English names stay
 * as they are.
 */
export function writeOf(name: string, { language }: Pick<Writing, "language">): string {
  if (language === "en" || name === "") return name;
  if (scriptOf(name) !== "bn") return `${name}-এর`;
  if (/[ািীুূৃেৈোৌওঅ]$/u.test(name)) return `${name}র`;
  return /[ইঈউএঐঔং]$/u.test(name) ? `${name}য়ের` : `${name}ের`;
}

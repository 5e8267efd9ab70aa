import type { Writing } from "./writing";

/** "a, b and c"; "ক, খ ও গ". */
export function writeList(items: readonly string[], writing: Writing): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  if (items.length === 1) return last;
  return `${items.slice(0, -1).join(", ")} ${writing.language === "bn" ? "ও" : "and"} ${last}`;
}

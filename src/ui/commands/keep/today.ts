import { dateIn } from "../../../core/time/zoned";
import { here, type BookCommandsDeps } from "../book/deps";

/** The day where the user is, for names of files: "2026-11-21". */
export function today(deps: Pick<BookCommandsDeps, "book" | "clock">): string {
  const { now, zone } = here(deps);
  return dateIn(now, zone);
}

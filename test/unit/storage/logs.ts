import type { Log } from "../../../src/core/ports/user";
import type { Report } from "../../../src/storage/report";

/** What a store said to the user (ids of texts) and to the log. */
export function listening() {
  const told: string[] = [];
  const logged: string[] = [];
  const report: Report = ({ id }) => told.push(id);
  const note = (message: string) => void logged.push(message);
  const log: Log = { info: note, warn: note, error: note };
  return { told, logged, report, log };
}

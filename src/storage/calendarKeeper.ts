import { chmod, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { CalendarKeeper, CalendarKept } from "../core/ports/calendars";
import type { Log } from "../core/ports/user";
import { readBounded, writeWhole } from "./files";

/** Every calendar of ours says so. */
const mark = "PRODID:-//Khobor//";

/** Keeps the file that the user named, and no other: a slip of the pen must not cost a file that somebody else wrote. */
export function createCalendarKeeper({ home, log }: { readonly home: string; readonly log: Pick<Log, "warn"> }): CalendarKeeper {
  return {
    keep: (file, text) =>
      keep(file.trim().replace(/^~(?=[/\\])/, () => home), text).catch((error: unknown): CalendarKept => {
        log.warn(`${file} could not be written: ${String(error)}`);
        return "refused";
      }),
  };
}

async function keep(file: string, text: string): Promise<CalendarKept> {
  if (!path.isAbsolute(file)) return "notWhole";
  const folder = await stat(path.dirname(file)).catch(() => undefined);
  if (folder?.isDirectory() !== true) return "noFolder";
  const before = await readBounded(file, 64 * 1024 * 1024);
  if (before.is === "missing") {
    await writeWhole(file, text);
    return "written";
  }
  const old = before.is === "healthy" ? before.value : undefined;
  if (old === text) return "same";
  if (old === undefined || (old.trim() !== "" && !old.includes(mark))) return "notOurs";
  // Through a link (into a folder that is synchronised, say), and as open to others as it was.
  const real = await realpath(file);
  const { mode } = await stat(real);
  await writeWhole(real, text);
  await chmod(real, mode & 0o777);
  return "written";
}

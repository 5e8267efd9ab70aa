import type { Status } from "../core/report/status";

/** Colours are not seen by everybody, and a theme may have none: what is due and what is late differ by their icons too. */
const icons: Readonly<Record<Status["level"], string>> = {
  overdue: "warning",
  due: "mail",
  soon: "clock",
  fine: "check",
  told: "check",
  snoozed: "bell-slash",
};
/** A message is not written, but a meeting is gone to. */
const hardIcon = "watch";

/** The codicon of the status bar. @param hard the first thing owed is a moment that does not wait */
export const statusIcon = (level: Status["level"], hard: boolean): string => (hard && level === "due" ? hardIcon : icons[level]);

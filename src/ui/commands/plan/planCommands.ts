import type { Handler } from "../register";
import { addLeave } from "./addLeave";
import type { PlanCommandsDeps } from "./deps";
import { exportCalendar } from "./exportCalendar";
import { addHoliday, importHolidays, showHolidays } from "./holidays";
import { nodeArgument } from "../nodeArgument";
import { myLeave, removeLeave } from "./myLeave";
import type { PlanId } from "./planIds";

/** The commands on leave, holidays and the calendar. All of this is loaded when one of them is first called. */
export function planCommands(deps: PlanCommandsDeps): Readonly<Record<PlanId, Handler>> {
  return {
    "khobor.addLeave": () => addLeave(deps),
    "khobor.myLeave": (argument) => myLeave(deps, nodeArgument(argument)),
    "khobor.removeLeave": (argument) => removeLeave(deps, nodeArgument(argument)),
    "khobor.importHolidays": () => importHolidays(deps),
    "khobor.addHoliday": () => addHoliday(deps),
    "khobor.showHolidays": () => showHolidays(deps),
    "khobor.exportCalendar": () => exportCalendar(deps),
  };
}

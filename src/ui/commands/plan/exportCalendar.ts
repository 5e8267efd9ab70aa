import { calendarContent } from "../../../core/report/calendarContent";
import type { PlanCommandsDeps } from "./deps";

/** Everything owed and every meeting as one file, so that a phone can remind when this machine is off. */
export async function exportCalendar(deps: PlanCommandsDeps): Promise<void> {
  const { say, chosenFiles, calendarFiles, messages } = deps;
  const { entries, items } = calendarContent(await deps.owedInput());
  const file = await chosenFiles.save({ title: say("calendar.export"), name: "khobor.ics", kind: say("meetings.calendarKind"), endings: ["ics"] });
  if (file === undefined) return;
  await chosenFiles.write(file, await calendarFiles.writeAll(entries, items.map(({ text, ...item }) => ({ ...item, name: say(text) }))));
  messages.inform({ id: "calendar.exported", values: { owed: items.length, meetings: entries.length } });
}

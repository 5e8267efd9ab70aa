import type { PlanCommandsDeps } from "./deps";

/** Everything owed and every meeting as one file, so that a phone can remind when this machine is off. */
export async function exportCalendar(deps: PlanCommandsDeps): Promise<void> {
  const { say, chosenFiles, messages } = deps;
  const { text, owed, meetings } = await deps.calendarText();
  const file = await chosenFiles.save({ title: say("calendar.export"), name: "khobor.ics", kind: say("meetings.calendarKind"), endings: ["ics"] });
  if (file === undefined) return;
  await chosenFiles.write(file, text);
  messages.inform({ id: "calendar.exported", values: { owed, meetings } });
}

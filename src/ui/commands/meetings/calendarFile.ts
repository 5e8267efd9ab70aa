import { recordById } from "../../../core/book/queries";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import type { NodeArgument } from "../nodeArgument";
import type { MeetingCommandsDeps } from "./deps";
import { whichMeeting } from "./whichMeeting";

/** An .ics of a meeting for a calendar of my own. */
export async function saveCalendarFile(node: NodeArgument | undefined, deps: MeetingCommandsDeps): Promise<void> {
  const { say, screen, chosenFiles, messages } = deps;
  const { meeting } = await askInSteps(screen, { title: say("meetings.saveFile") }, (ask) => whichMeeting(ask, deps, node));
  const series = meeting.ofSeries && recordById(deps.book.current(), "meeting", meeting.ofSeries.meetingId);
  const text = await deps.calendarFiles.write({ meeting, ...(series && { series }), notes: meeting.agenda ?? [], now: here(deps).now });
  const name = `${meeting.title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "-").trim().slice(0, 80)}.ics`;
  const file = await chosenFiles.save({ title: say("meetings.saveFile"), name, kind: say("meetings.calendarKind"), endings: ["ics"] });
  if (file === undefined) return;
  await chosenFiles.write(file, text);
  messages.inform({ id: "meetings.saved" });
}

import type { Instant } from "../../../core/time/types";
import { parseInstant } from "../../../core/time/zoned";
import { nodeArgument, type NodeArgument } from "../nodeArgument";
import type { Handler } from "../register";
import { addMeeting } from "./addMeeting";
import { saveCalendarFile } from "./calendarFile";
import { cancelMeeting, cancelThese, cannotAttend, markMeetingUrgent, moveMeeting, noteDecisions } from "./changeMeeting";
import type { MeetingCommandsDeps } from "./deps";
import { editMeeting } from "./editMeeting";
import type { MeetingId } from "./meetingIds";

/** The commands on meetings. All of this is loaded when one of them is first called. */
export function meetingCommands(deps: MeetingCommandsDeps): Readonly<Record<MeetingId, Handler>> {
  const onNode =
    (run: (node: NodeArgument | undefined, deps: MeetingCommandsDeps) => unknown): Handler =>
    (argument) =>
      run(nodeArgument(argument), deps);
  return {
    "khobor.addMeeting": onNode(addMeeting),
    "khobor.editMeeting": onNode(editMeeting),
    "khobor.moveMeeting": onNode(moveMeeting),
    "khobor.cannotAttend": (argument) => cannotAttend(nodeArgument(argument), deps, timeOf(argument)),
    "khobor.cancelMeeting": (argument) => {
      const these = meetingIdsIn(argument);
      return these ? cancelThese(these, deps) : cancelMeeting(nodeArgument(argument), deps);
    },
    "khobor.markMeetingUrgent": onNode(markMeetingUrgent),
    "khobor.noteDecisions": onNode(noteDecisions),
    "khobor.saveCalendarFile": onNode(saveCalendarFile),
    "khobor.connectZoom": async () => (await import("./connectZoom")).connectZoom(deps),
  };
}

/** Which time of a recurring meeting a caller of our own means. */
function timeOf(argument: unknown): Instant | undefined {
  const at = typeof argument === "object" && argument !== null && "at" in argument ? argument.at : undefined;
  return typeof at === "string" ? parseInstant(at) : undefined;
}

/** Meetings that were named before, as what stays behind after archiving. */
function meetingIdsIn(argument: unknown): readonly string[] | undefined {
  const { meetingIds } = (argument ?? {}) as { readonly meetingIds?: unknown };
  return Array.isArray(meetingIds) ? meetingIds.filter((id) => typeof id === "string") : undefined;
}

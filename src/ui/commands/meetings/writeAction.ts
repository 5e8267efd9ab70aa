import type { Meeting } from "../../../core/book/meeting";
import type { CommandId } from "../../commandIds";
import type { MessageAction } from "../../messages";
import type { BookCommandsDeps } from "../book/deps";
import type { WriteArgument } from "../draft/writeArgument";

/** Leads on to the message that tells the client. @param form absent: the one that fits */
export const writeAction = ({ commands }: Pick<BookCommandsDeps, "commands">, meeting: Meeting, form?: string): MessageAction => ({
  label: { id: "message.tellClient" },
  run: () =>
    commands.executeCommand("khobor.write.meeting" satisfies CommandId, {
      clientId: meeting.clientId,
      ...(meeting.projectId !== undefined && { projectId: meeting.projectId }),
      about: { meetingId: meeting.id, ...(form !== undefined && { form }) },
    } satisfies WriteArgument),
});

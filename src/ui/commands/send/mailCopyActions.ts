import type { Client } from "../../../core/book/client";
import type { SentRecord } from "../../../core/book/sentRecord";
import { wantsMailCopy } from "../../../core/sending/mailCopy";
import type { CommandId } from "../../commandIds";
import type { MessageAction } from "../../messages";
import type { NodeArgument } from "../nodeArgument";
import type { Commands } from "../register";

/** Leads on to the same message by mail. */
export const mailCopyActions = ({ id: recordId, channel }: SentRecord, client: Client, { commands }: { readonly commands: Pick<Commands, "executeCommand"> }): readonly MessageAction[] =>
  wantsMailCopy(client, channel) ? [{ label: { id: "sendOut.mailToo" }, run: () => commands.executeCommand("khobor.send" satisfies CommandId, { kind: "sent", recordId } satisfies NodeArgument) }] : [];

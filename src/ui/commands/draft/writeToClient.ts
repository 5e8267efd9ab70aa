import type { MessageKind } from "../../../core/book/messageKind";
import { recordById } from "../../../core/book/queries";
import { standing } from "../../../core/book/sentRecord";
import { offeredKinds, type OfferedKinds } from "../../../core/drafting/kinds/offered";
import type { CommandId } from "../../commandIds";
import { unlessCancelled } from "../../prompts/cancelled";
import type { Choice, Choices } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import type { DraftCommandsDeps } from "./deps";
import { saysNeedsClient } from "./draftUpdate";
import type { WriteArgument } from "./writeArgument";
import { whomFor, writeTo } from "./writeMessage";

/** "Write to client…": every kind of message that there is, what is owed and what fits this moment first. */
export async function writeToClient(argument: unknown, deps: DraftCommandsDeps): Promise<void> {
  const { say, screen, book, commands } = deps;
  if (saysNeedsClient(deps)) return;
  const whom = await whomFor(argument, deps, { id: "write.title" });
  const client = whom && recordById(book.current(), "client", whom.clientId);
  if (!client) return;
  const choices = choicesOf(await offered(whom, deps), deps);
  const kind = await unlessCancelled(() =>
    askInSteps(screen, { title: say("write.title") }, (ask) => ask.pick("kind", { placeholder: say("write.which", { client: client.name }), choices })),
  );
  if (kind === "progress") await commands.executeCommand("khobor.draftUpdate" satisfies CommandId, { kind: "client", recordId: whom.projectId ?? client.id });
  else if (kind) await writeTo(kind, whom, deps);
}

async function offered({ clientId, projectId, about = {} }: WriteArgument, { book, history, clock, owedNow }: DraftCommandsDeps): Promise<OfferedKinds> {
  const sent = standing(await history.all()).filter((record) => record.clientId === clientId);
  return offeredKinds({ clientId, ...(projectId !== undefined && { projectId }), about, sent, now: clock.now(), zone: clock.zone() }, book.current(), owedNow());
}

function choicesOf({ now, rest }: OfferedKinds, { say }: DraftCommandsDeps): Choices<MessageKind> {
  const row = (kind: MessageKind): Choice<MessageKind> => ({ label: say(`messageKind.${kind}`), description: say(`kind.${kind}.what`), value: kind });
  if (now.length === 0 || rest.length === 0) return [...now, ...rest].map(row);
  return [{ separator: say("write.nowGroup") }, ...now.map(row), { separator: say("write.otherGroup") }, ...rest.map(row)];
}

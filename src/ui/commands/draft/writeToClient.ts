import type { Client } from "../../../core/book/client";
import { messageKinds, type MessageKind } from "../../../core/book/messageKind";
import { projectsOf, recordById } from "../../../core/book/queries";
import { standing } from "../../../core/book/sentRecord";
import { allDefinitions } from "../../../core/drafting/kinds/registry";
import { kindInput } from "../../../core/drafting/kinds/kindInput";
import type { CommandId } from "../../commandIds";
import { unlessCancelled } from "../../prompts/cancelled";
import type { Choice, Choices } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import type { DraftCommandsDeps } from "./deps";
import { saysNeedsClient } from "./draftUpdate";
import type { WriteArgument } from "./writeArgument";
import { whomFor, writeTo } from "./writeMessage";

/** "Write to client…": every kind of message that there is, the ones that fit this moment first. */
export async function writeToClient(argument: unknown, deps: DraftCommandsDeps): Promise<void> {
  const { say, screen, book, commands } = deps;
  if (saysNeedsClient(deps)) return;
  const whom = await whomFor(argument, deps, { id: "write.title" });
  const client = whom && recordById(book.current(), "client", whom.clientId);
  if (!client) return;
  const choices = choicesOf(await fitting(client, whom, deps), deps);
  const kind = await unlessCancelled(() =>
    askInSteps(screen, { title: say("write.title") }, (ask) => ask.pick("kind", { placeholder: say("write.which", { client: client.name }), choices })),
  );
  if (kind === "progress") await commands.executeCommand("khobor.draftUpdate" satisfies CommandId, { kind: "client", recordId: whom.projectId ?? client.id });
  else if (kind) await writeTo(kind, whom, deps);
}

type Fits = 0 | 1 | 2;
const mostly = (fits: readonly Fits[]): Fits => fits.reduce<Fits>((most, one) => (one > most ? one : most), 0);

/** How well each kind fits, in any of the client's projects unless one was named. What a marketplace forbids is not offered. */
async function fitting(client: Client, { projectId, about = {} }: WriteArgument, { book, history, clock }: DraftCommandsDeps): Promise<ReadonlyMap<MessageKind, Fits>> {
  const sent = standing(await history.all()).filter(({ clientId }) => clientId === client.id);
  const open = projectsOf(book.current(), client.id);
  const projects = projectId !== undefined ? [projectId] : open.length > 0 ? open.map(({ id }) => id) : [undefined];
  const inputs = projects.flatMap((id) => kindInput({ clientId: client.id, ...(id !== undefined && { projectId: id }), about, sent, now: clock.now(), zone: clock.zone() }, book.current(), {}) ?? []);
  const defined = allDefinitions().flatMap((definition) => {
    const allowed = inputs.filter((input) => definition.forbidden?.(input) === undefined && (definition.project === "optional" || input.project));
    return allowed.length === 0 ? [] : [[definition.kind, mostly(allowed.map((input) => definition.fits(input)))] as const];
  });
  const update = projects[0] === undefined ? [] : [["progress", about.noteId === undefined && about.milestoneId === undefined ? 2 : 0] as const];
  return new Map<MessageKind, Fits>([...defined, ...update]);
}

function choicesOf(fits: ReadonlyMap<MessageKind, Fits>, { say }: DraftCommandsDeps): Choices<MessageKind> {
  const rows = (wanted: Fits): readonly Choice<MessageKind>[] =>
    messageKinds.filter((kind) => fits.get(kind) === wanted).map((kind) => ({ label: say(`messageKind.${kind}`), description: say(`kind.${kind}.what`), value: kind }));
  const now = [...rows(2), ...rows(1)];
  const rest = rows(0);
  if (now.length === 0 || rest.length === 0) return [...now, ...rest];
  return [{ separator: say("write.nowGroup") }, ...now, { separator: say("write.otherGroup") }, ...rest];
}

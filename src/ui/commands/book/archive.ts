import type { Book, BookChange, RecordKind } from "../../../core/book/book";
import { archive, restore } from "../../../core/book/changes";
import { madeThereAhead } from "../../../core/book/meetingTimes";
import { nameOfProject, recordById } from "../../../core/book/queries";
import type { Text } from "../../../core/say";
import type { CommandId } from "../../commandIds";
import type { MessageAction } from "../../messages";
import { Cancelled } from "../../prompts/cancelled";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay, short } from "./keep";
import { lineageOf } from "./lineage";
import { whichClient, whichMilestone, whichNote, whichProject, type Which } from "./which";

export type Archivable = Extract<RecordKind, "client" | "project" | "milestone" | "note">;
const chosenBy = { client: whichClient, project: whichProject, milestone: whichMilestone, note: whichNote } as const;

/** Puts a record out of sight at once; the message has the way back, and says which meetings stay in Zoom until they are called off. */
export async function archiveRecord(kind: Archivable, node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, book } = deps;
  const of: Which = { node, always: true };
  const { id } = await askInSteps(screen, { title: say(`archive.${kind}`) }, async (ask) => ({ id: (await chosenBy[kind](ask, deps, of)).id }));
  const name = nameOf(book.current(), kind, id);
  const meetingIds = madeThereAhead(book.current(), { kind, recordId: id }, here(deps).now).map((meeting) => meeting.id);
  const done: Text = meetingIds.length === 0 ? { id: "archive.done", values: { name } } : { id: "archive.meetingsStay", values: { name, count: meetingIds.length } };
  const callOff: MessageAction = { label: { id: "archive.callOff" }, run: () => deps.commands.executeCommand("khobor.cancelMeeting" satisfies CommandId, { meetingIds }) };
  await keepAndSay(deps, { id: "did.archive", values: { name } }, moved(book.current(), kind, id, archive, here(deps)), done, ...(meetingIds.length === 0 ? [] : [callOff]));
}

/** Brings back one of those that were archived, and with it what it belongs to: it could not be seen otherwise. */
export async function restoreRecord(kind: Archivable, node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, messages } = deps;
  const book = deps.book.current();
  const clicked = lineageOf(book, node)[kind];
  const archived = book[kind].filter((record) => record.archivedAt !== undefined).map(({ id }) => id);
  if (!clicked?.archivedAt && archived.length === 0) {
    messages.inform({ id: "restore.none" });
    throw new Cancelled();
  }
  const choices = archived.map((id): Choice<string> => ({ label: nameOf(book, kind, id), value: id }));
  const id = clicked?.archivedAt
    ? clicked.id
    : await askInSteps(screen, { title: say(`restore.${kind}`) }, (ask) => ask.pick("record", { placeholder: say("restore.which"), choices }));
  const name = nameOf(book, kind, id);
  const changes = above(book, kind, id).flatMap(([each, its]) => moved(book, each, its, restore, here(deps)));
  await keepAndSay(deps, { id: "did.restore", values: { name } }, changes, { id: "restore.done", values: { name } });
}

/** The record and the archived ones that it belongs to. */
function above(book: Book, kind: Archivable, id: string): readonly (readonly [Archivable, string])[] {
  const lineage = lineageOf(book, { kind, recordId: id });
  const kinds: readonly Archivable[] = ["client", "project", "milestone", "note"];
  return kinds.flatMap((each) => (lineage[each]?.archivedAt ? [[each, lineage[each].id] as const] : []));
}

type Move = typeof archive;

function moved(book: Book, kind: Archivable, id: string, move: Move, stamp: ReturnType<typeof here>): readonly BookChange[] {
  const record = recordById(book, kind, id);
  return record ? move(kind, record, stamp) : [];
}

function nameOf(book: Book, kind: Archivable, id: string): string {
  const { client, project, milestone, note } = lineageOf(book, { kind, recordId: id });
  if (kind === "note") return short(note?.text ?? id);
  if (kind === "milestone") return milestone?.title ?? id;
  return (kind === "project" ? project && nameOfProject(book, project) : client?.name) ?? id;
}

import { recordById } from "../../../core/book/queries";
import type { Owed } from "../../../core/owed/owed";
import { toWrite } from "../../../core/report/owedRows";
import type { CommandId } from "../../commandIds";
import type { WriteArgument } from "../draft/writeArgument";
import type { NodeArgument } from "../nodeArgument";
import type { OwedCommandsDeps } from "./deps";

/** Writes the draft that settles it; of a client of another workspace, opens that one. */
export async function draftOwed(owed: Owed, deps: OwedCommandsDeps): Promise<void> {
  const run = (id: CommandId, argument: NodeArgument | WriteArgument) => deps.commands.executeCommand(id, argument);
  const { clientId, projectId, about, kind, rule } = owed;
  if (deps.view()?.elsewhere?.has(clientId)) return openElsewhere(owed, deps);
  const note = about?.noteId === undefined ? undefined : recordById(deps.book.current(), "note", about.noteId);
  // It is written already, and waited for its time.
  if (rule === "promise" && note?.draftId !== undefined) await deps.commands.executeCommand("khobor.openDraft" satisfies CommandId, note.draftId);
  else if (rule === "meetingBegins" && about?.meetingId !== undefined) await run("khobor.editMeeting", { kind: "meeting", recordId: about.meetingId });
  // It is moved or called off first: a word alone would leave it standing in both calendars.
  else if (rule === "meetingAnnounce" && about?.form === "cannotAttend" && about.meetingId !== undefined) {
    await run("khobor.cannotAttend", { kind: "meeting", recordId: about.meetingId, ...(about.at !== undefined && { at: about.at }) });
  } else if (kind === "progress") {
    const node = projectId === undefined ? { kind: "client", recordId: clientId } : { kind: "project", recordId: projectId };
    await run("khobor.draftUpdate", { ...node, ...(rule === "promise" && note && { promiseId: note.id }) });
  }
  else await run(`khobor.write.${kind}`, { clientId, ...(projectId !== undefined && { projectId }), ...(about && { about }) });
}

/** The workspace of a client is where one of their repositories lies on this machine: that of the project, where there are several. */
export async function openElsewhere({ clientId, name, projectId }: Owed, deps: OwedCommandsDeps): Promise<void> {
  const paths = deps.localPaths.current();
  const projects = deps.projectsElsewhere(clientId).toSorted((a, b) => Number(b.id === projectId) - Number(a.id === projectId));
  const known = [...new Set(projects.flatMap(({ scopes }) => scopes.flatMap(({ id }) => paths[id] ?? [])))];
  for (const path of known) if (await deps.openFolder(path)) return;
  const [folder] = known;
  deps.messages.inform(folder === undefined ? { id: "owedList.noFolder", values: { client: name } } : { id: "owedList.folderGone", values: { client: name, folder } });
}

/**
 * Writes the drafts of all that is due, one after the other. It stops where a question is cancelled: whoever does that has
 * had enough for now.
 */
export async function writeAllDue(deps: OwedCommandsDeps): Promise<void> {
  const view = deps.view();
  const due = view ? toWrite(view) : [];
  if (due.length === 0) {
    deps.messages.inform({ id: "owedList.nothingDue" });
    return;
  }
  const drafts = async () => new Set((await deps.drafts.list()).map(({ id }) => id));
  const before = await drafts();
  let known = before;
  for (const owed of due) {
    await draftOwed(owed, deps);
    const now = await drafts();
    if (now.size === known.size) break;
    known = now;
  }
  const fresh = [...known].filter((id) => !before.has(id));
  const [first] = fresh;
  if (first === undefined) return;
  if (fresh.length > 1) await deps.commands.executeCommand("khobor.openDraft" satisfies CommandId, first);
  deps.messages.inform({ id: "owedList.allWritten", values: { count: fresh.length } });
}

import { recordById } from "../../../core/book/queries";
import type { Owed } from "../../../core/owed/owed";
import { toWrite } from "../../../core/report/owedRows";
import { invoiceState } from "../../../core/book/invoicing";
import { dateIn } from "../../../core/time/zoned";
import type { CommandId } from "../../commandIds";
import type { WriteArgument } from "../draft/writeArgument";
import type { InvoiceArgument } from "../invoices/newInvoice";
import type { NodeArgument } from "../nodeArgument";
import type { OwedCommandsDeps } from "./deps";
import { confirmLeave } from "./confirmLeave";
import { giveDate } from "./giveDate";

/** Writes the draft that settles it; of a client of another workspace, opens that one. Undefined: the user cancelled. */
export async function draftOwed(owed: Owed, deps: OwedCommandsDeps): Promise<unknown> {
  const run = async (id: CommandId, argument: NodeArgument | WriteArgument): Promise<unknown> => deps.commands.executeCommand(id, argument);
  const { clientId, projectId, about, kind, rule } = owed;
  if (deps.view()?.elsewhere?.has(clientId)) {
    await openElsewhere(owed, deps);
    return true;
  }
  const note = about?.noteId === undefined ? undefined : recordById(deps.book.current(), "note", about.noteId);
  // It is written already, and waited for its time.
  if (rule === "promise" && note?.draftId !== undefined) {
    await deps.commands.executeCommand("khobor.openDraft" satisfies CommandId, note.draftId);
    return true;
  }
  if (rule === "promise" && note?.kind === "promise" && note.due === undefined) return giveDate(note, deps);
  if (rule === "meetingBegins" && about?.meetingId !== undefined) return run("khobor.editMeeting", { kind: "meeting", recordId: about.meetingId });
  // There is no message before there is an invoice.
  if (rule === "invoice" || rule === "deposit") return run(...invoiceCommand(owed, deps));
  // It is moved or called off first: a word alone would leave it standing in both calendars.
  if (rule === "meetingAnnounce" && about?.form === "cannotAttend" && about.meetingId !== undefined) {
    return run("khobor.cannotAttend", { kind: "meeting", recordId: about.meetingId, ...(about.at !== undefined && { at: about.at }) });
  }
  const absence = about?.absenceId === undefined ? undefined : recordById(deps.book.current(), "absence", about.absenceId);
  if (owed.what.id === "owed.what.leaveConfirm" && absence && (await confirmLeave(absence, deps)) === undefined) return undefined;
  if (kind === "progress") {
    const node = projectId === undefined ? { kind: "client", recordId: clientId } : { kind: "project", recordId: projectId };
    return run("khobor.draftUpdate", { ...node, ...(rule === "promise" && note && { promiseId: note.id }) });
  }
  return run(`khobor.write.${kind}`, { clientId, ...(projectId !== undefined && { projectId }), ...(about && { about }) });
}

/** The draft of an invoice that waits is issued; else one is begun, with what it is owed for. */
function invoiceCommand({ rule, clientId, projectId, about }: Owed, deps: OwedCommandsDeps): readonly [CommandId, InvoiceArgument] {
  const { book, clock } = deps;
  const waiting = about?.invoiceId === undefined ? undefined : recordById(book.current(), "invoice", about.invoiceId);
  if (waiting && invoiceState(waiting, dateIn(clock.now(), clock.zone())) === "draft") return ["khobor.issueInvoice", { kind: "invoice", recordId: waiting.id }];
  if (rule === "invoice" && about?.milestoneId !== undefined) return ["khobor.newInvoice", { kind: "milestone", recordId: about.milestoneId }];
  return ["khobor.newInvoice", { kind: "project", recordId: projectId ?? clientId, whatFor: rule === "deposit" ? "deposit" : "project" }];
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
 * Writes the drafts of all that is due, one after the other. A word that could not be written was told of and is passed over; it
 * stops where a question is cancelled: whoever does that has had enough for now.
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
    const answer = await draftOwed(owed, deps);
    const now = await drafts();
    if (answer === undefined && now.size === known.size) break;
    known = now;
  }
  const fresh = [...known].filter((id) => !before.has(id));
  const [first] = fresh;
  if (first === undefined) return;
  if (fresh.length > 1) await deps.commands.executeCommand("khobor.openDraft" satisfies CommandId, first);
  deps.messages.inform({ id: "owedList.allWritten", values: { count: fresh.length } });
}

import { acceptChange, awaitsAnswer, declineChange, milestoneOfRequest, type Calendars } from "../../../core/book/changeRequest";
import type { Note } from "../../../core/book/note";
import { nameOfProject, recordById } from "../../../core/book/queries";
import { workingCalendar } from "../../../core/time/calendar";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay, short } from "./keep";
import { whichNote } from "./which";

/** The client's yes or no to a request for more. A yes moves prices and dates of the project, so that what it changed is named. */
export async function answerChange(answer: "accepted" | "declined", node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const title = deps.say(answer === "accepted" ? "answerChange.acceptedTitle" : "answerChange.declinedTitle");
  const note = await askInSteps(deps.screen, { title }, (ask) => whichNote(ask, deps, { node, always: true, none: "answerChange.none" }, awaitsAnswer));
  const values = { name: short(note.text) };
  const book = deps.book.current();
  const stamp = { now: deps.clock.now(), newId: deps.newId };
  if (answer === "declined") {
    await keepAndSay(deps, { id: "did.declineChange", values }, declineChange(note, stamp), { id: "answerChange.declined", values });
    return;
  }
  const project = note.projectId === undefined ? undefined : recordById(book, "project", note.projectId);
  const what = milestoneOfRequest(book, note)?.title ?? (project && nameOfProject(book, project));
  const done = what === undefined ? ({ id: "answerChange.accepted", values } as const) : ({ id: "answerChange.acceptedInto", values: { ...values, what: short(what) } } as const);
  await keepAndSay(deps, { id: "did.acceptChange", values }, acceptChange(book, note, calendarsFor(note, deps), stamp), done);
}

function calendarsFor(note: Note, deps: BookCommandsDeps): Calendars {
  const { me, absence } = deps.book.current();
  const client = recordById(deps.book.current(), "client", note.clientId);
  const machineZone = here(deps).zone;
  return {
    mine: workingCalendar({ me, absences: absence, machineZone }),
    theirs: workingCalendar({ me, ...(client && { client }), absences: [], machineZone }),
  };
}

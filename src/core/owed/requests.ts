import type { Client } from "../book/client";
import type { Note } from "../book/note";
import type { Project } from "../book/project";
import { addDays } from "../time/zoned";
import type { Desk } from "./desk";
import type { Found } from "./found";

/**
 * The answer that an open request is owed: within a working day, until it is settled, told in a
 * message, or talked over since. A message that does not name it is no answer to it.
 * @param project what it is about, where that is known
 */
export function requestOwed(note: Note, client: Client, project: Project | undefined, desk: Desk): Found | undefined {
  if (note.kind !== "request" || note.settledAt !== undefined || note.archivedAt !== undefined) return undefined;
  const at = note.at ?? note.createdAt;
  const talked = desk.lastContact(client.id, note.projectId ?? project?.id);
  if (desk.toldNotes.has(note.id) || (talked !== undefined && talked > at)) return undefined;
  const id = `request:${note.id}:${at}`;
  const said = desk.answer(id)?.said.what;
  if (said === "skipped" || said === "settled") return undefined;
  const days = desk.days(client);
  const window = days.window(days.first(addDays(desk.mine.dateAt(at), 1)));
  const about = { request: note.text };
  return window && { id, client, ...(project ? { project } : {}), kind: "status", reason: "owed.request", about, ...window };
}

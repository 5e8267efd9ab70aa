import type { Book } from "../book/book";
import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import { notesAbout, recordById } from "../book/queries";

/**
 * What is known of a client, for whoever writes to them and for nobody else: what they need, what they said last, what the project
 * is for. In the user's own words.
 */
export function keptInMind(book: Book, client: Client, projectId: Id | undefined): readonly string[] {
  const said = notesAbout(book, { clientId: client.id }).findLast(({ kind }) => kind === "feedback");
  const goal = projectId === undefined ? undefined : recordById(book, "project", projectId)?.goal;
  return [client.needs, said?.text, goal].filter((text) => text !== undefined);
}

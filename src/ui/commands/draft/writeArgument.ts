import type { Book } from "../../../core/book/book";
import type { Id } from "../../../core/book/fields";
import { recordById } from "../../../core/book/queries";
import type { MessageAbout } from "../../../core/book/sentRecord";
import { lineageOf } from "../book/lineage";
import { nodeArgument } from "../nodeArgument";

/** What a command that writes a message may be called with, besides a row of the tree. */
export interface WriteArgument {
  readonly clientId: Id;
  readonly projectId?: Id;
  readonly about?: MessageAbout;
}

/** Whom a message is for and what it is about, as the caller said; undefined where nothing was said that the book knows. */
export function writeArgument(argument: unknown, book: Book): WriteArgument | undefined {
  if (isWriteArgument(argument)) return argument;
  const node = nodeArgument(argument);
  if (!node) return undefined;
  const meeting = recordById(book, "meeting", node.recordId);
  const invoice = recordById(book, "invoice", node.recordId);
  const { client, project, milestone, note } = lineageOf(book, node);
  if (!client) return undefined;
  const about: MessageAbout = {
    ...(milestone && !note && { milestoneId: milestone.id }),
    ...(note && { noteId: note.id }),
    ...(meeting && { meetingId: meeting.id }),
    ...(invoice && { invoiceId: invoice.id }),
  };
  return { clientId: client.id, ...(project && { projectId: project.id }), about };
}

function isWriteArgument(argument: unknown): argument is WriteArgument {
  if (typeof argument !== "object" || argument === null) return false;
  const { clientId, projectId, about } = argument as Partial<Record<keyof WriteArgument, unknown>>;
  return typeof clientId === "string" && (projectId === undefined || typeof projectId === "string") && (about === undefined || isAbout(about));
}

const isAbout = (about: unknown): boolean => typeof about === "object" && about !== null && Object.values(about).every((value) => typeof value === "string");

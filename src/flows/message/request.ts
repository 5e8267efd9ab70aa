import type { Book, BookChange } from "../../core/book/book";
import type { Client } from "../../core/book/client";
import type { Id } from "../../core/book/fields";
import type { MessageKind } from "../../core/book/messageKind";
import { recordById } from "../../core/book/queries";
import type { MessageAbout } from "../../core/book/sentRecord";
import type { Provenance } from "../../core/drafting/draft";
import type { MessagePrompts } from "../../core/drafting/kinds/asking";
import type { Answers, KindInput } from "../../core/drafting/kinds/kind";
import { kindInput, type InputSource } from "../../core/drafting/kinds/kindInput";
import type { RepositoryProblem } from "../../core/ports/git";
import type { DraftStore } from "../../core/ports/messages";
import type { Prompts } from "../../core/ports/user";
import type { Text } from "../../core/say";
import type { DraftUpdateDeps } from "../draftUpdate";
import type { WorkRead } from "../readWork";

export interface WriteMessageDeps extends DraftUpdateDeps {
  readonly prompts: DraftUpdateDeps["prompts"] & MessagePrompts & Pick<Prompts, "pickProject">;
  readonly drafts: Pick<DraftStore, "create">;
  /** Shows that commits are being read, while they are; cancelling aborts the signal. */
  readonly whileReading?: <T>(client: Client, read: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Keeps what was answered, so that it can be taken back. */
  readonly remember: (changes: readonly BookChange[]) => Promise<unknown>;
}

export interface WriteRequest {
  readonly kind: MessageKind;
  readonly clientId: Id;
  readonly projectId?: Id;
  readonly about?: MessageAbout;
}

export interface Written {
  readonly is: "written";
  readonly provenance: Provenance;
  /** What could not be read, and what else the writer should know. */
  readonly problems: readonly RepositoryProblem[];
}
export interface Refused {
  readonly is: "refused";
  readonly reason: Text;
}

/** A request of which is known what it is about. */
export interface ComposeRequest extends WriteRequest {
  readonly about: MessageAbout;
  readonly answers?: Answers;
}

export const titleOf = (kind: MessageKind, { name }: Client): Text => ({ id: "write.titleOf", values: { kind: { id: `messageKind.${kind}` }, client: name } });

export function sourceOf({ clientId, projectId, about }: ComposeRequest, sent: InputSource["sent"], work: (Pick<WorkRead, "summary"> & Pick<InputSource, "since">) | undefined, { clock, settings }: Pick<WriteMessageDeps, "clock" | "settings">): InputSource {
  const owed = settings.owed?.();
  return {
    clientId,
    ...(projectId !== undefined && { projectId }),
    about,
    sent: sent.filter((record) => record.clientId === clientId),
    ...(work && { summary: work.summary, ...(work.since !== undefined && { since: work.since }) }),
    now: clock.now(),
    zone: clock.zone(),
    ...(owed && { owed }),
  };
}

/** What is known before anything is read or asked. */
export const inputNow = (request: ComposeRequest, sent: InputSource["sent"], deps: WriteMessageDeps): KindInput =>
  kindInput(sourceOf(request, sent, undefined, deps), deps.book.current(), {}) ?? gone(request.clientId);

export const stampOf = ({ clock, newId }: Pick<WriteMessageDeps, "clock" | "newId">) => ({ now: clock.now(), newId });
export const clientOf = (book: Book, id: Id): Client => recordById(book, "client", id) ?? gone(id);
export function gone(clientId: Id): never {
  throw new Error(`The client ${clientId} is not in the book.`);
}

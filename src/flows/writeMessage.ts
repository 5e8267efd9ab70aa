import type { MessageKind } from "../core/book/messageKind";
import { standing } from "../core/book/sentRecord";
import type { Provenance } from "../core/drafting/draft";
import type { MessageKindDefinition } from "../core/drafting/kinds/kind";
import { definitionOf } from "../core/drafting/kinds/registry";
import { compose } from "./message/compose";
import type { Refused, WriteMessageDeps, WriteRequest, Written } from "./message/request";
import { settle } from "./message/settle";

/** Asks for what is missing, writes a message of any kind and keeps it as a draft. Undefined: the user cancelled; what was answered by then stays. */
export async function writeMessage(
  request: WriteRequest,
  deps: WriteMessageDeps,
): Promise<(Written & { readonly path: string }) | Refused | undefined> {
  const definition = definitionFor(request.kind);
  const history = await deps.history.all();
  const settled = await settle(request, definition, standing(history), deps);
  if (!settled || "is" in settled) return settled;
  const written = await compose({ ...request, ...settled }, definition, history, deps);
  return written?.is === "written" ? { ...written, path: await deps.drafts.create(written.provenance) } : written;
}

/** Writes a draft anew, under its own id, from the same answers; nothing is kept. Asks only for what the message cannot do without. */
export async function rewriteMessage(draft: Provenance, deps: WriteMessageDeps): Promise<Written | Refused | undefined> {
  const { id, kind, clientId, projectId, about = {}, answers = {} } = draft;
  const request = { kind, clientId, about, answers, ...(projectId !== undefined && { projectId }) };
  return compose(request, definitionFor(kind), await deps.history.all(), deps, id);
}

function definitionFor(kind: MessageKind): MessageKindDefinition {
  const definition = definitionOf(kind);
  if (!definition) throw new Error(`There is no definition of the kind ${kind}.`);
  return definition;
}

/** Such a message is written from commits, which are read in trusted folders only. */
export const readsWork = (kind: MessageKind): boolean => definitionOf(kind)?.tellsWork === true && !definitionOf(kind)?.workIsHelp;

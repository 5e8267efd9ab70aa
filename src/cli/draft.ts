import { deferred } from "../core/deferred";
import type { Clock } from "../core/ports/clock";
import { draftOnce, type DraftOnceRequest } from "../flows/draftOnce";
import type { DraftedUpdate } from "../flows/draftUpdate";
import type { Renderers } from "../flows/renderers";
import { createGitLog } from "../git/gitLog";

/** Puts the flow together from the rooms that a terminal has. */
export function draftInTerminal(request: DraftOnceRequest, clock: Clock): Promise<DraftedUpdate> {
  // Asked for when git is at work.
  const renderers = deferred<Renderers, "of">(async () => {
    const [{ createRenderers }, { shippedTemplates }] = await Promise.all([import("../flows/renderers"), import("../storage/shippedTemplates")]);
    return createRenderers(shippedTemplates);
  }, ["of"]);
  let ids = 0;
  // Nothing is kept: each is good while the draft is made.
  const newId = () => String(++ids);
  return draftOnce(request, { clock, newId, gitLog: createGitLog({}), renderers });
}

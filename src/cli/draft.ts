import type { Clock } from "../core/ports/clock";
import { dateIn } from "../core/time/zoned";
import { draftOnce, type DraftOnceRequest } from "../flows/draftOnce";
import type { DraftedUpdate } from "../flows/draftUpdate";
import { createRenderers } from "../flows/renderers";
import { createGitLog } from "../git/gitLog";
import { compiledTemplate } from "../storage/compiledTemplates";
import { newId } from "../storage/newId";
import { createShippedTemplates } from "../storage/shippedTemplates";

/**
 * Puts the flow together from the rooms that a terminal has.
 * @param folder of the shipped templates
 */
export function draftInTerminal(request: DraftOnceRequest, folder: string, clock: Clock): Promise<DraftedUpdate> {
  const templates = createShippedTemplates(folder, compiledTemplate);
  const drafting = draftOnce(request, { clock, newId, gitLog: createGitLog({}), renderers: createRenderers(templates) });
  // The first date takes a while, and git is at work.
  setImmediate(() => dateIn(clock.now(), clock.zone()));
  return drafting;
}

import type { Owed } from "../../../core/owed/owed";
import { askInSteps } from "../../prompts/steps";
import type { OwedCommandsDeps } from "./deps";
import { askWhich } from "./which";
import { openElsewhere } from "./write";

/** Shows whom it concerns in the sidebar, or opens the workspace where they are. Without `owed` it asks which one of all. Rejects with `Cancelled`. */
export async function openOwed(owed: Owed | undefined, deps: OwedCommandsDeps): Promise<void> {
  const view = deps.view();
  if (!view) return;
  if (!owed && view.owed.length === 0) {
    deps.messages.inform({ id: "owedList.nothingDue" });
    return;
  }
  const [one] = owed ? [owed] : await askInSteps(deps.screen, { title: deps.say("owedList.title") }, (ask) => askWhich(view.owed, view, ask, deps, { id: "owedList.open.which" }));
  if (one) await (view.elsewhere?.has(one.clientId) ? openElsewhere(one, deps) : deps.reveal(one.clientId));
}

import { isSnoozed, owedLine, type OwedView } from "../core/report/status";
import { snoozeChoices } from "../core/report/snooze";
import type { Owed } from "../core/owed/owed";
import type { AnswerStore, Clock } from "../core/ports";
import type { Say } from "../core/say";
import type { Messages } from "./messages";
import type { Screen } from "./prompts/screen";
import { askInSteps, type Ask } from "./prompts/steps";

export interface SnoozeDeps {
  readonly screen: Screen;
  readonly answers: Pick<AnswerStore, "add">;
  readonly clock: Clock;
  readonly view: () => OwedView | undefined;
  readonly messages: Pick<Messages, "inform">;
  readonly say: Say;
}

/**
 * Asks until when, and keeps the answer for each of `owed`. Without them it asks what to put off, of all that is due; where
 * nothing is due it says so. Rejects with `Cancelled`.
 */
export async function snooze(owed: readonly Owed[] | undefined, deps: SnoozeDeps): Promise<void> {
  const view = deps.view();
  if (!view) return;
  const due = owed ?? view.owed.filter((one) => one.level !== "fine" && !isSnoozed(one));
  if (due.length === 0) {
    deps.messages.inform({ id: "owed.snooze.nothing" });
    return;
  }
  const asksWhich = owed === undefined && due.length > 1;
  const title = deps.say("owed.button.snooze");
  const { which, said } = await askInSteps(deps.screen, { title, total: asksWhich ? 2 : 1 }, async (ask) => ({
    which: asksWhich ? await askWhich(due, view, ask, deps) : due,
    said: await askUntil(view, ask, deps),
  }));
  for (const { id } of which) await deps.answers.add({ owedId: id, at: deps.clock.now(), said });
}

function askWhich(due: readonly Owed[], view: OwedView, ask: Ask, { say }: SnoozeDeps): Promise<readonly Owed[]> {
  const choices = due.map((one) => ({ label: say(owedLine(one, view)), value: [one] as readonly Owed[] }));
  const everything = { label: say("owed.snooze.everything"), value: due };
  return ask.pick("which", { placeholder: say("owed.snooze.which"), choices: [...choices, everything] });
}

function askUntil(view: OwedView, ask: Ask, { say, clock }: SnoozeDeps) {
  const choices = snoozeChoices({ ...view, now: clock.now() }).map(({ label, description, said }) => ({
    label: say(label),
    ...(description && { description: say(description) }),
    value: said,
  }));
  return ask.pick("until", { placeholder: say("owed.snooze.until"), choices });
}

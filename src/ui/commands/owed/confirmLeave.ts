import { editAbsence, removeAbsence } from "../../../core/book/absenceChanges";
import type { Absence } from "../../../core/book/absence";
import { unlessCancelled } from "../../prompts/cancelled";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { daysOf } from "../plan/tellClients";
import type { OwedCommandsDeps } from "./deps";

/** Asks whether leave is certain by now, which clients were promised word of, and keeps the answer. Undefined: the user cancelled. */
export async function confirmLeave(absence: Absence, { say, screen, clock, book, undoing }: Pick<OwedCommandsDeps, "say" | "screen" | "clock" | "book" | "undoing">): Promise<true | undefined> {
  const at = here({ clock, book });
  const name = daysOf(absence, say, at);
  const answer = await unlessCancelled(() =>
    askInSteps(screen, { title: name }, (ask) =>
      ask.pick<"yes" | "no" | "later">("certain", {
        placeholder: say("leave.confirm"),
        choices: [
          { label: say("leave.confirm.yes"), icon: "check", value: "yes" },
          { label: say("leave.confirm.no"), icon: "close", value: "no" },
          { label: say("leave.confirm.later"), icon: "question", value: "later" },
        ],
      }),
    ),
  );
  if (answer === undefined) return undefined;
  if (answer === "yes") await undoing.change({ id: "did.edit", values: { name } }, editAbsence(absence, { tentative: undefined }, at));
  if (answer === "no") await undoing.change({ id: "did.remove", values: { name } }, removeAbsence(absence, at));
  return true;
}

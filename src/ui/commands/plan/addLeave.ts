import { addAbsences } from "../../../core/book/absenceChanges";
import type { Fields } from "../../../core/book/changes";
import { askInSteps, type Ask } from "../../prompts/steps";
import { here } from "../book/deps";
import { keepAndSay } from "../book/keep";
import { asSeenFrom, dayOf, firstDay, lastDay } from "./askDays";
import type { PlanCommandsDeps } from "./deps";
import { showOverlaps } from "./overlaps";

/** More than a year has. */
const MOST = 60;

/** From when to when, why, and whether it is certain; several in one sitting. Then what falls into it, and who should know. */
export async function addLeave(deps: PlanCommandsDeps): Promise<void> {
  const { say, screen, newId } = deps;
  const inputs = await askInSteps(screen, { title: say("leave.add") }, async (ask) => {
    const all: Fields<"absence">[] = [];
    for (let n = 0; n < MOST; n++) {
      const absence = await askOne(ask, deps, n);
      all.push(absence);
      const more = await ask.pick(`more ${String(n)}`, {
        placeholder: say("leave.more"),
        choices: [
          { label: say("leave.enough"), icon: "check", value: false },
          { label: say("leave.another"), icon: "add", value: true },
        ],
      });
      if (!more) break;
    }
    return all;
  });
  const { changes, absences } = addAbsences(inputs, { now: deps.clock.now(), newId });
  await keepAndSay(deps, { id: "did.addLeave" }, changes, { id: "leave.added", values: { count: absences.length } });
  await showOverlaps(absences, deps);
}

async function askOne(ask: Ask, deps: PlanCommandsDeps, n: number): Promise<Fields<"absence">> {
  const { say } = deps;
  const at = here(deps);
  ask.more(5);
  const key = (name: string) => `${name} ${String(n)}`;
  const from = dayOf(await ask.text(key("from"), firstDay(say, at, say("leave.from"))), at) ?? (at.now.slice(0, 10) as never);
  const then = asSeenFrom(at, from);
  const to = dayOf(await ask.text(key("to"), lastDay(say, then, say("leave.to"), from)), then) ?? from;
  const reason = await ask.text(key("reason"), { prompt: say("leave.reason"), placeholder: say("leave.reasonExample") });
  const tentative = await ask.pick(key("certain"), {
    placeholder: say("leave.isCertain"),
    choices: [
      { label: say("leave.certain"), icon: "check", value: false },
      { label: say("leave.tentative"), detail: say("leave.tentativeMeans"), icon: "question", value: true },
    ],
  });
  return { from, to, reason: reason === "" ? undefined : reason, tentative: tentative ? true : undefined };
}

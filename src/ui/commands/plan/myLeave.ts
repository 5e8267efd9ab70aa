import { absencesFrom, editAbsence, removeAbsence } from "../../../core/book/absenceChanges";
import type { Absence } from "../../../core/book/absence";
import type { Revision } from "../../../core/book/changes";
import { recordById } from "../../../core/book/queries";
import { dateIn } from "../../../core/time/zoned";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { askText } from "../../prompts/askField";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import type { NodeArgument } from "../nodeArgument";
import { choiceField, textField } from "../book/fields";
import { keepAndSay } from "../book/keep";
import { addLeave } from "./addLeave";
import { asSeenFrom, dayOf, firstDay, lastDay } from "./askDays";
import type { PlanCommandsDeps } from "./deps";
import { showOverlaps } from "./overlaps";
import { daysOf, tellChanged } from "./tellClients";

/** The leave to come: to look at, to change, to take out, and to add to. @param node a row of one that is meant */
export async function myLeave(deps: PlanCommandsDeps, node?: NodeArgument): Promise<void> {
  const { say, screen, book } = deps;
  const at = here(deps);
  const absences = absencesFrom(book.current(), dateIn(at.now, at.zone));
  const named = node && absences.find(({ id }) => id === node.recordId);
  if (named) return editLeave(named, deps);
  const picked = await askInSteps(screen, { title: say("leave.mine") }, (ask) =>
    ask.pick<Absence | "add">("leave", {
      placeholder: say(absences.length > 0 ? "leave.which" : "leave.none"),
      choices: [
        ...absences.map((absence) => ({
          label: daysOf(absence, say, at),
          description: [absence.reason, absence.tentative === true && say("leave.tentative")].filter((part) => typeof part === "string").join(" · "),
          icon: absence.tentative === true ? "question" : "calendar",
          value: absence,
        })),
        { label: say("leave.add"), icon: "add", value: "add" as const },
      ],
    }),
  );
  await (picked === "add" ? addLeave(deps) : editLeave(picked, deps));
}

/** Takes out the one that is meant, else the one that is picked; it can be brought back. */
export async function removeLeave(deps: PlanCommandsDeps, node?: NodeArgument): Promise<void> {
  const { say, screen, book } = deps;
  const at = here(deps);
  const absences = absencesFrom(book.current(), dateIn(at.now, at.zone));
  if (absences.length === 0) {
    deps.messages.inform({ id: "leave.none" });
    return;
  }
  const named = absences.find(({ id }) => id === node?.recordId);
  const absence = named ?? (await askInSteps(screen, { title: say("leave.remove") }, (ask) =>
    ask.pick<Absence>("leave", { placeholder: say("leave.whichRemove"), choices: absences.map((value) => ({ label: daysOf(value, say, at), icon: "calendar", value })) })));
  await remove(absence, deps);
  await tellChanged(absence.id, deps);
}

function remove(absence: Absence, deps: PlanCommandsDeps): Promise<void> {
  const name = daysOf(absence, deps.say, here(deps));
  return keepAndSay(deps, { id: "did.remove", values: { name } }, removeAbsence(absence, { now: deps.clock.now() }), { id: "leave.removed", values: { name } });
}

async function editLeave(picked: Absence, deps: PlanCommandsDeps): Promise<void> {
  const { say, screen, book } = deps;
  const now = () => recordById(book.current(), "absence", picked.id);
  try {
    await fieldMenu(screen, say("prompt.fieldMenu"), () => {
      const absence = now();
      if (!absence || absence.archivedAt !== undefined) return undefined;
      return { title: daysOf(absence, say, here(deps)), fields: fieldsOf(absence, deps) };
    });
  } finally {
    // Closing the menu is how editing ends, and each change was kept at once.
    if (now()?.rev !== picked.rev) await tellChanged(picked.id, deps);
  }
}

function fieldsOf(absence: Absence, deps: PlanCommandsDeps): readonly Field[] {
  const { say, screen } = deps;
  const at = here(deps);
  const name = daysOf(absence, say, at);
  const keep = (fields: Revision<"absence">) => deps.undoing.change({ id: "did.edit", values: { name } }, editAbsence(absence, fields, { now: deps.clock.now() }));
  const from = { key: "from", label: say("leave.from") };
  const to = { key: "to", label: say("leave.to") };
  const certain = [
    { label: say("leave.certain"), value: false },
    { label: say("leave.tentative"), value: true },
  ];
  return [
    {
      ...from,
      current: daysOf({ from: absence.from }, say, at),
      async edit() {
        const day = dayOf((await askText(screen, from.label, firstDay(say, at, from.label, absence.from))) ?? "", at);
        if (day !== undefined && day !== absence.from) await keep({ from: day });
      },
    },
    {
      ...to,
      current: daysOf({ from: absence.to }, say, at),
      async edit() {
        const then = asSeenFrom(at, absence.from);
        const day = dayOf((await askText(screen, to.label, lastDay(say, then, to.label, absence.from, absence.to))) ?? "", then) ?? absence.from;
        if (day !== absence.to) await keep({ to: day });
      },
    },
    textField(deps, { key: "reason", label: say("leave.reason") }, absence.reason, (reason) => keep({ reason })),
    choiceField(deps, { key: "certain", label: say("leave.isCertain") }, certain, absence.tentative === true, (tentative) => keep({ tentative: tentative ? true : undefined })),
    { key: "overlaps", label: say("leave.showOverlaps"), current: "", icon: "list-unordered", edit: () => showOverlaps([absence], deps) },
    {
      key: "remove",
      label: say("leave.remove"),
      current: "",
      icon: "trash",
      edit: () => remove(absence, deps),
    },
  ];
}

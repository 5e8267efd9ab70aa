import { revised, type Revision } from "../../../core/book/changes";
import { beginMilestone, deliverMilestone, reopenMilestone, acceptMilestone, tickDeliverable } from "../../../core/book/milestoneChanges";
import { milestoneStates, type Deliverable, type Milestone } from "../../../core/book/milestone";
import { usualCurrency } from "../../../core/book/invoicing";
import { progressOf, recordById } from "../../../core/book/queries";
import type { BookChange } from "../../../core/book/book";
import { understood } from "../../../core/time/typedDate";
import { askChoice, askText } from "../../prompts/askField";
import { dateQuestion, dueOf, neededText } from "../../prompts/dateQuestion";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { partsQuestion } from "./addMilestone";
import { here, type BookCommandsDeps } from "./deps";
import { addressField, choiceField, neededField } from "./fields";
import { moneyField } from "./numberFields";
import { readParts } from "./readParts";
import { whichMilestone } from "./which";

export async function editMilestone(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen } = deps;
  const { id } = await askInSteps(screen, { title: say("editMilestone.title") }, (ask) => whichMilestone(ask, deps, { node }));
  await fieldMenu(screen, say("prompt.fieldMenu"), () => {
    const milestone = recordById(deps.book.current(), "milestone", id);
    return milestone && { title: milestone.title, fields: fields(deps, milestone) };
  });
}

const keepChanges = (deps: BookCommandsDeps, milestone: Milestone, changes: readonly BookChange[]) =>
  deps.undoing.change({ id: "did.edit", values: { name: milestone.title } }, changes);
const keeper = (deps: BookCommandsDeps, milestone: Milestone) => (changed: Revision<"milestone">) =>
  keepChanges(deps, milestone, [revised("milestone", milestone, changed, here(deps))]);

function fields(deps: BookCommandsDeps, milestone: Milestone): readonly Field[] {
  const { say, screen } = deps;
  const keep = keeper(deps, milestone);
  const at = here(deps);
  const due = { key: "due", label: say("milestone.due") };
  const states = milestoneStates.map((value) => ({ label: say(`milestone.${value}`), value }));
  return [
    neededField(deps, { key: "title", label: say("milestone.title") }, milestone.title, (title) => keep({ title })),
    {
      ...due,
      current: milestone.due ? say("prompt.day", { on: understood(milestone.due, at) }) : "",
      async edit() {
        const typed = await askText(screen, due.label, dateQuestion(say, at, say("prompt.emptyClears"), milestone.due));
        await keep({ due: dueOf(typed ?? "", at) });
      },
    },
    {
      key: "parts",
      label: say("milestone.parts"),
      current: milestone.deliverables.length > 0 ? say("milestone.progress", { ...progressOf(milestone) }) : "",
      edit: () => editParts(deps, milestone.id),
    },
    moneyField(deps, { key: "price", label: say("milestone.price") }, milestone.price, (price) => keep({ price }), currencyOf(deps, milestone)),
    addressField(deps, { key: "viewUrl", label: say("milestone.viewUrl") }, milestone.viewUrl, (viewUrl) => keep({ viewUrl })),
    choiceField(deps, { key: "state", label: say("milestone.state") }, states, milestone.state, (state) =>
      keepChanges(deps, milestone, inState(milestone, state, at)),
    ),
  ];
}

function currencyOf({ book }: BookCommandsDeps, { projectId }: Milestone): string | undefined {
  const project = recordById(book.current(), "project", projectId);
  return project && usualCurrency(book.current(), project);
}

/** Delivering and accepting leave a date behind; so does beginning; taking any of them back takes the date with it. */
function inState(milestone: Milestone, state: Milestone["state"], stamp: ReturnType<typeof here>): readonly BookChange[] {
  if (state === "delivered" && milestone.state !== "accepted") return deliverMilestone(milestone, stamp);
  if (state === "accepted") return acceptMilestone(milestone, stamp);
  if (state === "active" && milestone.state === "planned") return beginMilestone(milestone, stamp);
  if (state === "active") return reopenMilestone(milestone, stamp);
  return [revised("milestone", milestone, state === "planned" ? { state, deliveredAt: undefined, startedAt: undefined } : { state }, stamp)];
}

/** The parts as a menu of their own: add, tick, rename, remove. Going back leads to the milestone. */
async function editParts(deps: BookCommandsDeps, id: string): Promise<void> {
  const { say, screen, book, newId } = deps;
  await fieldMenu(
    screen,
    say("milestone.partsMenu"),
    () => {
      const milestone = recordById(book.current(), "milestone", id);
      if (!milestone) return undefined;
      const add: Field = {
        key: "add",
        label: say("milestone.addParts"),
        icon: "add",
        current: "",
        async edit() {
          const texts = readParts((await askText(screen, say("milestone.addParts"), partsQuestion(say))) ?? "");
          const added = texts.map((text): Deliverable => ({ id: newId(), text }));
          if (added.length > 0) await keeper(deps, milestone)({ deliverables: [...milestone.deliverables, ...added] });
        },
      };
      return { title: `${milestone.title}: ${say("milestone.parts")}`, fields: [...milestone.deliverables.map((part) => partField(deps, milestone, part)), add] };
    },
    { canLeave: true },
  );
}

function partField(deps: BookCommandsDeps, milestone: Milestone, part: Deliverable): Field {
  const { say, screen } = deps;
  const done = part.doneAt !== undefined;
  const others = milestone.deliverables.filter((each) => each.id !== part.id);
  return {
    key: part.id,
    label: part.text,
    icon: done ? "pass-filled" : "circle-large-outline",
    current: done ? say("milestone.partDone") : "",
    async edit() {
      const what = await askChoice<"tick" | "rename" | "remove">(screen, part.text, say("milestone.partWhat"), [
        { label: say(done ? "milestone.untick" : "milestone.tick"), icon: "check", value: "tick" },
        { label: say("milestone.rename"), icon: "edit", value: "rename" },
        { label: say("milestone.remove"), icon: "trash", value: "remove" },
      ]);
      if (what === "tick") await keepChanges(deps, milestone, tickDeliverable(milestone, part.id, !done, here(deps)));
      else if (what === "remove") await keeper(deps, milestone)({ deliverables: others });
      else {
        const text = (await askText(screen, part.text, neededText(say, { prompt: say("milestone.rename"), value: part.text }))) ?? part.text;
        await keeper(deps, milestone)({ deliverables: milestone.deliverables.map((each) => (each.id === part.id ? { ...each, text } : each)) });
      }
    },
  };
}

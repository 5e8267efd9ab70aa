import type { Milestone } from "../../../core/book/milestone";
import type { Project } from "../../../core/book/project";
import { milestonesOf } from "../../../core/book/queries";
import type { Pair, ToolPlan } from "../../../core/book/toolPlan";
import { toolTitles, type RemoteMilestone } from "../../../core/ports/services";
import { linkedProject, readToolPlan, takeIn, type Linked } from "../../../flows/toolMilestones";
import type { Choice, Choices } from "../../prompts/screen";
import { askInSteps, type Ask } from "../../prompts/steps";
import { here } from "../book/deps";
import { keepAndSay, short } from "../book/keep";
import { choosePlace } from "./choosePlace";
import type { ServiceDeps } from "./deps";
import { valueOf } from "./problems";
import { changed, described, inFull, sideHere, sideThere } from "./words";

/** Reads the milestones of a project's tool, shows what they would add and change, and brings in what the user leaves ticked. */
export async function bringInMilestones(project: Project, deps: ServiceDeps): Promise<void> {
  const { say, progress, messages } = deps;
  const linked = linkedProject(project) ?? linkedProject((await choosePlace(project, deps)) ?? project);
  if (!linked) return;
  const service = toolTitles[linked.account.service];
  const plan = await progress(say("tool.reading", { service }), async (signal) => valueOf(await readToolPlan(linked, deps, signal)));
  if (plan.add.length + plan.update.length + plan.both.length === 0) {
    messages.inform(plan.gone.length > 0 ? { id: "tool.gone", values: { service, count: plan.gone.length } } : { id: "tool.upToDate", values: { service } });
    return;
  }
  const { wanted, taken } = await askInSteps(deps.screen, { title: say("tool.bringIn.title", { service, place: linked.link.name ?? "" }) }, async (ask) => {
    const wanted = await askWanted(ask, plan, linked, deps);
    const taken: Pair[] = [];
    for (const pair of plan.both) if (await askSide(ask, pair, linked, deps)) taken.push(pair);
    return { wanted, taken };
  });
  await keepPlan(wanted, taken, linked, deps);
}

async function keepPlan(plan: ToolPlan, taken: readonly Pair[], linked: Linked, deps: ServiceDeps): Promise<void> {
  const changes = takeIn(plan, linked, taken, { now: deps.clock.now(), newId: deps.newId });
  const values = { service: toolTitles[linked.account.service], added: plan.add.length, changed: plan.update.length + taken.length };
  await keepAndSay(deps, { id: "tool.did", values }, changes, { id: "tool.bringIn.done", values });
}

type Item = { readonly add: RemoteMilestone } | { readonly update: Pair };

/** What is new and what changed, each with a tick; what stays as it is can be looked at. */
async function askWanted(ask: Ask, plan: ToolPlan, linked: Linked, deps: ServiceDeps): Promise<ToolPlan> {
  const { say } = deps;
  if (plan.add.length + plan.update.length === 0) return plan;
  const at = here(deps);
  const added = plan.add.map((add): Choice<Item> => ({ label: add.title, description: described(sideThere(add), say, at), icon: "add", value: { add } }));
  const updated = plan.update.map((update): Choice<Item> => ({ label: update.remote.title, description: changed(update, say, at), icon: "edit", value: { update } }));
  const group = (heading: string, rows: readonly Choice<Item>[]) => (rows.length > 0 ? [{ separator: heading }, ...rows] : []);
  const choices: Choices<Item> = [...group(say("tool.bringIn.added"), added), ...group(say("tool.bringIn.changed"), updated)];
  const left = leftAlone(plan, linked, deps);
  let wanted: readonly Item[] = [...added, ...updated].map(({ value }) => value);
  for (let round = 1; ; round++) {
    const { picked, acted } = await ask.pickMany<Item>(`wanted ${round}`, {
      placeholder: say("tool.bringIn.pick", { add: plan.add.length, change: plan.update.length, same: left.length }),
      choices,
      picked: () => wanted,
      ...(left.length > 0 && { action: { label: say("tool.bringIn.left", { count: left.length }), icon: "list-unordered" } }),
    });
    wanted = picked;
    if (!acted) break;
    await ask.pick(`left ${round}`, { placeholder: say("tool.bringIn.stays"), choices: left });
  }
  return { ...plan, add: wanted.flatMap((item) => ("add" in item ? [item.add] : [])), update: wanted.flatMap((item) => ("update" in item ? [item.update] : [])) };
}

/** Milestones of the project that are not touched: the same on both sides, not there any more, or never there. */
function leftAlone(plan: ToolPlan, { project, account }: Linked, { book, say, ...deps }: ServiceDeps): readonly Choice<string>[] {
  const touched = new Set([...plan.update, ...plan.both].map(({ milestone }) => milestone.id));
  const gone = new Set(plan.gone.map(({ id }) => id));
  const at = here({ book, ...deps });
  const why = ({ id, linked }: Milestone) => (gone.has(id) ? [say("tool.bringIn.notThere", { service: toolTitles[account.service] })] : linked ? [] : [say("tool.bringIn.onlyHere")]);
  return milestonesOf(book.current(), project.id)
    .filter(({ id }) => !touched.has(id))
    .map((milestone) => ({ label: milestone.title, description: [described(sideHere(milestone), say, at), ...why(milestone)].join(" · "), icon: "milestone", value: milestone.id }));
}

/** One milestone that changed on both sides: true where the tool's side counts. Asked once: afterwards both are known. */
async function askSide(ask: Ask, pair: Pair, { account }: Linked, deps: ServiceDeps): Promise<boolean> {
  const { say } = deps;
  const at = here(deps);
  const service = toolTitles[account.service];
  return ask.pick<boolean>(`side ${pair.milestone.id}`, {
    placeholder: say("tool.both.which", { title: short(pair.milestone.title), service }),
    choices: [
      { label: say("tool.both.mine"), detail: inFull(sideHere(pair.milestone), say, at), icon: "account", value: false },
      { label: say("tool.both.theirs", { service }), detail: inFull(sideThere(pair.remote), say, at), icon: "cloud-download", value: true },
    ],
  });
}

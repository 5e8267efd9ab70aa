import { activeProjects, nameOfProject } from "../../../core/book/queries";
import { toolTitles } from "../../../core/ports/services";
import { linkedProject, readToolPlan, takeIn, type Linked } from "../../../flows/toolMilestones";
import type { CommandId } from "../../commandIds";
import { keepAndSay } from "../book/keep";
import type { ServiceDeps } from "./deps";

/** Passes by itself, and is no news to somebody who is offline. */
const passing = ["service.unreached", "service.tooMany", "service.trouble"];

/** Projects that are kept in a tool whose account is connected. */
export const refreshable = ({ book, tools }: Pick<ServiceDeps, "book" | "tools">): readonly Linked[] => {
  const accounts = tools.accounts();
  return activeProjects(book.current()).flatMap((project) => {
    const linked = linkedProject(project);
    return linked && accounts.some(({ service, account }) => service === linked.account.service && account === linked.account.account) ? [linked] : [];
  });
};

/**
 * One look at all tools: what changed there alone follows here, with a way back; what is new, and what changed on both sides, is
 * told and waits for the user. Each thing is told once. @param told what was told before; kept by whoever calls
 */
export async function refreshAll(deps: ServiceDeps, told: Map<string, string>): Promise<void> {
  for (const linked of refreshable(deps)) await refreshOne(linked, deps, told);
}

async function refreshOne(linked: Linked, deps: ServiceDeps, told: Map<string, string>): Promise<void> {
  const { messages, log, commands, book, clock, newId } = deps;
  const { project, account } = linked;
  const name = nameOfProject(book.current(), project);
  const service = toolTitles[account.service];
  const isNews = (what: string) => {
    const before = told.get(project.id);
    told.set(project.id, what);
    return what !== "" && what !== before;
  };
  const open = { label: { id: "tool.fresh.open" } as const, run: () => commands.executeCommand("khobor.refreshTool" satisfies CommandId, { kind: "project", recordId: project.id }) };
  const answered = await readToolPlan(linked, deps);
  if (answered.is !== "ok") {
    log.warn(`${name} could not be refreshed from ${service}: ${answered.detail}`);
    if (!passing.includes(answered.reason.id) && isNews(answered.reason.id)) messages.warn({ id: "tool.fresh.failed", values: { name, reason: answered.reason } }, open);
    return;
  }
  const plan = answered.value;
  const waiting = [...plan.add.map(({ id }) => id), ...plan.both.map(({ milestone, remote }) => `${milestone.id} ${JSON.stringify(remote)}`)];
  if (plan.update.length > 0) {
    const changes = takeIn({ ...plan, add: [], both: [] }, linked, [], { now: clock.now(), newId });
    const values = { service, name, count: plan.update.length };
    await keepAndSay(deps, { id: "tool.did", values }, changes, { id: "tool.fresh.changed", values });
  }
  if (isNews(waiting.join("\n"))) messages.inform({ id: "tool.fresh.waiting", values: { service, name, count: waiting.length } }, open);
}

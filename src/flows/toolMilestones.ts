import type { BookChange } from "../core/book/book";
import { revised, type Stamp } from "../core/book/changes";
import type { Project } from "../core/book/project";
import { milestonesOf } from "../core/book/queries";
import { milestonesAre, takesComments, type ToolLink } from "../core/book/toolComments";
import { bringIn, toolPlan, type Pair, type ToolPlan } from "../core/book/toolPlan";
import type { BookStore } from "../core/ports/book";
import { toolNames, toolTitles, type Answered, type ProjectTool, type RemoteMilestone, type ToolAccount, type Tools } from "../core/ports/services";

/** A project that is kept in a tool of the client's, and the account that reaches it. */
export interface Linked {
  readonly project: Project;
  readonly link: ToolLink;
  readonly account: ToolAccount;
}
export interface ReadToolDeps {
  readonly book: Pick<BookStore, "current">;
  readonly tools: Pick<Tools, "open">;
}

/** Undefined where the project is kept in no tool, or in one that is not known here. */
export function linkedProject(project: Project): Linked | undefined {
  const { tool: link } = project;
  const service = toolNames.find((name) => name === link?.service);
  return link === undefined || service === undefined ? undefined : { project, link, account: { service, account: link.account } };
}

/** What bringing in the milestones of a project would do now. */
export async function readToolPlan(linked: Linked, deps: ReadToolDeps, signal?: AbortSignal): Promise<Answered<ToolPlan>> {
  const { link, account, project } = linked;
  const tool = await deps.tools.open(account);
  const lost = await lostPart(linked, tool, signal);
  if (lost !== undefined) return lost;
  const answered = await tool.milestones(link.id, milestonesAre(link, tool), link.within, signal);
  if (answered.is !== "ok") return aboutPlace(answered, linked);
  return { is: "ok", value: toolPlan(answered.value, milestonesOf(deps.book.current(), project.id, { archived: true }), account) };
}

/** What a comment can stand on, in the order of the tool: what is done last. */
export async function commentTargets(linked: Linked, { tools }: Pick<ReadToolDeps, "tools">, signal?: AbortSignal): Promise<Answered<readonly RemoteMilestone[]>> {
  const { link, account } = linked;
  const tool = await tools.open(account);
  const answered = await tool.milestones(link.id, takesComments(milestonesAre(link, tool)), link.within, signal);
  if (answered.is !== "ok") return aboutPlace(answered, linked);
  const named = answered.value.filter(({ id, title }) => id !== "" && title !== "");
  if (named.length === 0) return { is: "failed", reason: { id: "tool.noTarget", values: placeOf(linked) }, detail: "nothing to comment on" };
  return { is: "ok", value: [...named.filter(({ done }) => !done), ...named.filter(({ done }) => done)] };
}

/** The one list or section that is read may be archived: then nothing would come from it, as if all were gone. */
async function lostPart(linked: Linked, tool: ProjectTool, signal: AbortSignal | undefined): Promise<Exclude<Answered<never>, { is: "ok" }> | undefined> {
  const { within, id } = linked.link;
  if (within === undefined) return undefined;
  const parts = await tool.parts(id, signal);
  if (parts.is !== "ok") return aboutPlace(parts, linked);
  return parts.value.some((part) => part.id === within) ? undefined : { is: "failed", reason: { id: "tool.partGone", values: placeOf(linked) }, detail: `${within} is no open part of ${id}` };
}

const placeOf = ({ account, link }: Linked) => ({ service: toolTitles[account.service], place: link.name ?? link.id });

/** What is gone is the board or project as a whole. */
function aboutPlace(answered: Exclude<Answered<unknown>, { is: "ok" }>, linked: Linked): Exclude<Answered<never>, { is: "ok" }> {
  return answered.reason.id === "service.gone" ? { ...answered, reason: { id: "tool.placeGone", values: placeOf(linked) } } : answered;
}

/** The changes that bring in a plan. @param taken those of `both` in which the tool's side counts */
export function takeIn(plan: ToolPlan, { project, link, account }: Linked, taken: readonly Pair[], stamp: Stamp): readonly BookChange[] {
  const changes = bringIn(plan, project.id, account, taken, stamp);
  return changes.length === 0 ? [] : [...changes, revised("project", project, { tool: { ...link, refreshedAt: stamp.now } }, stamp)];
}

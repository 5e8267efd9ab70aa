import { revised } from "../../../core/book/changes";
import type { Project } from "../../../core/book/project";
import { nameOfProject, recordById } from "../../../core/book/queries";
import { milestonesAre, type ToolLink } from "../../../core/book/toolComments";
import { toolTitles, type MilestonesAre, type ProjectTool, type ToolAccount, type ToolPart, type ToolPlace } from "../../../core/ports/services";
import { linkedProject } from "../../../flows/toolMilestones";
import type { Choice, Choices } from "../../prompts/screen";
import { askInSteps, type Ask } from "../../prompts/steps";
import { here } from "../book/deps";
import { accountChoices, connectService } from "./connect";
import type { ServiceDeps } from "./deps";
import { valueOf } from "./problems";

/**
 * "Choose board or project…": where a project is kept in a tool of the client's, and what counts as a milestone there. Connects
 * an account where there is none. Undefined where the user has cut the project's tie to a tool.
 */
export async function choosePlace(project: Project, deps: ServiceDeps): Promise<Project | undefined> {
  const { say, screen, tools, book, undoing } = deps;
  if (tools.accounts().length === 0) await connectService(deps);
  const name = nameOfProject(book.current(), project);
  const asked = asking(deps);
  const tool = await askInSteps(screen, { title: say("tool.choose.title", { name }) }, (ask) => askPlace(ask, project, asked, deps));
  await undoing.change({ id: "did.edit", values: { name: project.name } }, [revised("project", recordById(book.current(), "project", project.id) ?? project, { tool }, here(deps))]);
  if (tool === undefined) deps.messages.inform({ id: "tool.choose.none", values: { name } });
  return tool && recordById(book.current(), "project", project.id);
}

/** What the tools answer, asked once: going back must not ask again. */
function asking({ tools, log }: ServiceDeps) {
  const answers = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const asked = (answers.get(key) as Promise<T> | undefined) ?? ask();
    answers.set(key, asked);
    // Told where it is waited for.
    asked.catch((error: unknown) => log.warn(`${key}: ${String(error)}`));
    return asked;
  };
  const key = ({ service, account }: ToolAccount) => `${service} ${account}`;
  return {
    open: (account: ToolAccount) => once(key(account), () => tools.open(account)),
    places: (account: ToolAccount, tool: ProjectTool) => once(`${key(account)}: places`, async () => valueOf(await tool.places())),
    parts: (account: ToolAccount, tool: ProjectTool, placeId: string) => once(`${key(account)}: parts of ${placeId}`, async () => valueOf(await tool.parts(placeId))),
  };
}

async function askPlace(ask: Ask, project: Project, asked: ReturnType<typeof asking>, { say, tools }: ServiceDeps): Promise<ToolLink | undefined> {
  const now = linkedProject(project);
  const accounts = tools.accounts();
  const account = await ask.pick<ToolAccount | undefined>("account", {
    placeholder: say("tool.choose.account"),
    active: accounts.find((one) => one.service === now?.account.service && one.account === now.account.account),
    choices: [...accountChoices(accounts), ...(project.tool ? [{ label: say("tool.choose.cut"), icon: "circle-slash", value: undefined }] : [])],
  });
  if (account === undefined) return undefined;
  const tool = await asked.open(account);
  const values = { service: toolTitles[account.service] };
  const place = await ask.pick<ToolPlace>("place", {
    placeholder: say(account.service === "trello" ? "tool.choose.board" : "tool.choose.project", values),
    choices: asked.places(account, tool).then((places) => listed(places, say("tool.choose.noPlace", values))),
  });
  const are = await ask.pick<MilestonesAre>("are", {
    placeholder: say("tool.choose.are"),
    active: now && milestonesAre(now.link, tool),
    choices: tool.milestonesCanBe.map((value): Choice<MilestonesAre> => ({ label: say(`tool.are.${value}`), description: say(`tool.are.${value}.what`), value })),
  });
  const within = are === "card" || are === "task" || are === "milestone" || are === "todo" ? await askWithin(ask, asked.parts(account, tool, place.id), say("tool.choose.within"), say("tool.choose.all")) : undefined;
  const postUpdates = await ask.pick<boolean>("post", {
    placeholder: say("tool.choose.post", values),
    active: now?.link.postUpdates ?? true,
    choices: [
      { label: say("tool.choose.postYes"), icon: "comment", value: true },
      { label: say("tool.choose.postNo"), icon: "circle-slash", value: false },
    ],
  });
  const { id, name, url } = place;
  return { ...account, id, name, ...(url !== undefined && { url }), milestones: are, ...(within !== undefined && { within }), postUpdates };
}

/** One list or section alone, or all. */
const askWithin = (ask: Ask, parts: Promise<readonly ToolPart[]>, placeholder: string, all: string) =>
  ask.pick<string | undefined>("within", {
    placeholder,
    choices: parts.then((found) => [{ label: all, icon: "list-flat", value: undefined }, ...found.map((part): Choice<string> => ({ label: part.name, icon: "list-selection", value: part.id }))]),
  });

const listed = (places: readonly ToolPlace[], none: string): Choices<ToolPlace> =>
  places.length === 0 ? [{ separator: none }] : places.map((value) => ({ label: value.name, icon: "project", value }));

import { recordById } from "../../../core/book/queries";
import type { Project } from "../../../core/book/project";
import type { CommandId } from "../../commandIds";
import { askInSteps } from "../../prompts/steps";
import { whichProject } from "../book/which";
import { nodeArgument } from "../nodeArgument";
import type { Handler } from "../register";
import { bringInMilestones } from "./bringIn";
import { choosePlace } from "./choosePlace";
import { chooseAction, connectService, disconnectService, testService } from "./connect";
import type { ServiceDeps } from "./deps";
import { refreshAll } from "./fresh";
import { offerToPost, postSent } from "./post";
import { saidToUser } from "./problems";
import type { ServiceId } from "./serviceIds";

export interface ServiceCommands {
  readonly handlers: Readonly<Record<ServiceId & CommandId, Handler>>;
  /** After a message was sent. */
  readonly offerToPost: (recordId: string) => Promise<void>;
  /** One look at all tools, by the clock. */
  readonly refreshAll: () => Promise<void>;
}

/** The commands on tools of clients. All of this is loaded when one of them is first called. */
export function serviceCommands(deps: ServiceDeps): ServiceCommands {
  const told = new Map<string, string>();
  /** On the row that it was called on, else the only project, else one that the user picks. */
  async function onProject(argument: unknown, title: "tool.choose.which" | "tool.bringIn.which", job: (project: Project) => Promise<unknown>): Promise<void> {
    const node = nodeArgument(argument);
    const project = await askInSteps(deps.screen, { title: deps.say(title) }, (ask) => whichProject(ask, deps, { node }));
    await saidToUser(() => job(project), deps, { kind: "project", recordId: project.id });
  }
  return {
    handlers: {
      "khobor.connectService": () => saidToUser(() => connectService(deps, chooseAction(deps)), deps),
      "khobor.testService": () => saidToUser(() => testService(deps), deps),
      "khobor.disconnectService": () => disconnectService(deps),
      "khobor.linkTool": (argument) =>
        onProject(argument, "tool.choose.which", async (project) => {
          const linked = await choosePlace(project, deps);
          if (linked) await bringInMilestones(linked, deps);
        }),
      "khobor.refreshTool": (argument) => onProject(argument, "tool.bringIn.which", (project) => bringInMilestones(recordById(deps.book.current(), "project", project.id) ?? project, deps)),
      "khobor.postUpdate": (argument) => saidToUser(() => postSent(argument, deps), deps),
    },
    offerToPost: (recordId) => offerToPost(recordId, deps),
    refreshAll: () => refreshAll(deps, told),
  };
}

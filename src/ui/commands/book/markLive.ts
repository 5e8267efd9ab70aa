import { revised } from "../../../core/book/changes";
import { nameOfProject } from "../../../core/book/queries";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { draftUpdateAction, keepAndSay } from "./keep";
import { whichProject } from "./which";

/** Says that all finished work of a project is live now. Only for projects that go live by hand: the others are read from git. */
export async function markLive(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, book, messages } = deps;
  const project = await askInSteps(screen, { title: say("markLive.title") }, (ask) =>
    whichProject(ask, deps, { node, none: "markLive.none" }, ({ goesLive }) => goesLive.by === "hand"),
  );
  const name = nameOfProject(book.current(), project);
  if (project.goesLive.by !== "hand") {
    messages.inform({ id: "markLive.notByHand", values: { name } });
    return;
  }
  const { now } = here(deps);
  await keepAndSay(
    deps,
    { id: "did.markLive", values: { name } },
    [revised("project", project, { goesLive: { by: "hand", liveUpTo: now } }, { now })],
    { id: "markLive.done", values: { name } },
    draftUpdateAction(deps, { kind: "project", recordId: project.id }),
  );
}

import { addProject as newProject } from "../../../core/book/clientChanges";
import { neededText } from "../../prompts/dateQuestion";
import { sizeChoices } from "../../prompts/labels";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { askRepositories, lookForRepositories, scopesOf } from "./askRepositories";
import { here, type BookCommandsDeps } from "./deps";
import { draftUpdateAction, keepAndSay, kickoffAction } from "./keep";
import { readableName } from "./suggestName";
import { whichClient } from "./which";

/** Resolves to the new project's id. */
export async function addProject(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<string> {
  const { say, screen, newId } = deps;
  const repositories = lookForRepositories(deps);
  repositories.catch(() => undefined);

  const { client, rows, name, size } = await askInSteps(screen, { title: say("addProject.title") }, async (ask) => {
    const client = await whichClient(ask, deps, { node, then: 3 });
    const rows = await askRepositories(ask, deps, repositories);
    const [only, ...others] = rows;
    const suggested = only && others.length === 0 ? readableName(only.name) : "";
    const name = await ask.text("name", neededText(say, { prompt: say("addProject.name"), value: suggested }));
    return { client, rows, name, size: await ask.pick("size", { placeholder: say("addClient.size"), choices: sizeChoices(say) }) };
  });

  const stamp = { now: here(deps).now, newId };
  const { changes, project } = newProject({ clientId: client.id, name, size, scopes: await scopesOf(deps, rows) }, stamp);
  await keepAndSay(
    deps,
    { id: "did.add", values: { name } },
    changes,
    { id: "addProject.done", values: { name, client: client.name } },
    draftUpdateAction(deps, { kind: "project", recordId: project.id }),
    kickoffAction(deps, project.id),
  );
  return project.id;
}

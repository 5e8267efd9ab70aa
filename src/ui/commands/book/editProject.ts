import { revised, type Revision } from "../../../core/book/changes";
import type { Project } from "../../../core/book/project";
import { nameOfProject, recordById } from "../../../core/book/queries";
import { setProjectStatus } from "../../../core/book/projectChanges";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { goesLiveLabel, rhythmLabel, sizeChoices, statusChoices } from "../../prompts/labels";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { agreedFields } from "./agreedFields";
import { askGoesLive } from "./askGoesLive";
import { askRepositories, lookForRepositories, scopesOf } from "./askRepositories";
import { askRhythm } from "./askRhythm";
import { here, type BookCommandsDeps } from "./deps";
import { choiceField, neededField, textField } from "./fields";
import { kickoffAction } from "./keep";
import { owedRulesField } from "./owedRulesField";
import { pathFields } from "./projectPaths";
import { whichProject } from "./which";

export async function editProject(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, book } = deps;
  const { id } = await askInSteps(screen, { title: say("editProject.title") }, (ask) => whichProject(ask, deps, { node }));
  await fieldMenu(screen, say("prompt.fieldMenu"), () => {
    const project = recordById(book.current(), "project", id);
    return (
      project && {
        title: nameOfProject(book.current(), project),
        fields: [...work(deps, project), ...telling(deps, project), ...agreedFields(deps, project, keeper(deps, project))],
      }
    );
  });
}

const keeper = (deps: BookCommandsDeps, project: Project) => (fields: Revision<"project">) =>
  deps.undoing.change({ id: "did.edit", values: { name: project.name } }, [revised("project", project, fields, here(deps))]);

/** Where its work is found. */
function work(deps: BookCommandsDeps, project: Project): readonly Field[] {
  const { say, screen } = deps;
  const keep = keeper(deps, project);
  const repositories = { key: "repositories", label: say("project.repositories") };
  return [
    neededField(deps, { key: "name", label: say("project.name") }, project.name, (name) => keep({ name })),
    {
      ...repositories,
      current: project.scopes.map((scope) => scope.name).join(", "),
      async edit() {
        const offer = lookForRepositories(deps, project.scopes);
        const rows = await askInSteps(screen, { title: repositories.label, canLeave: true }, (ask) => askRepositories(ask, deps, offer));
        await keep({ scopes: await scopesOf(deps, rows) });
      },
    },
    ...pathFields(deps, project, (scopes) => keep({ scopes })),
  ];
}

/** How and when the client hears of it. */
function telling(deps: BookCommandsDeps, project: Project): readonly Field[] {
  const { say, screen } = deps;
  const keep = keeper(deps, project);
  const rhythm = { key: "rhythm", label: say("project.rhythm") };
  const goesLive = { key: "goesLive", label: say("project.goesLive") };
  return [
    choiceField(deps, { key: "size", label: say("project.size") }, sizeChoices(say), project.size, (size) => keep({ size })),
    {
      ...rhythm,
      current: project.rhythm ? rhythmLabel(say, project.rhythm) : say("rhythm.bySize"),
      edit: async () => keep({ rhythm: await askRhythm(screen, say, rhythm.label, project.rhythm) }),
    },
    owedRulesField(deps, {
      read: () => {
        const now = recordById(deps.book.current(), "project", project.id);
        const client = now && recordById(deps.book.current(), "client", now.clientId);
        return client && { client, project: now };
      },
      keep: (owedRules) => keeper(deps, recordById(deps.book.current(), "project", project.id) ?? project)({ owedRules }),
    }),
    {
      ...goesLive,
      current: goesLiveLabel(say, project.goesLive),
      edit: async () => keep({ goesLive: await askGoesLive(screen, say, goesLive.label, project.goesLive) }),
    },
    textField(deps, { key: "preview", label: say("project.preview") }, project.previewUrl, (previewUrl) => keep({ previewUrl })),
    choiceField(deps, { key: "status", label: say("project.status") }, statusChoices(say), project.status, async (status) => {
      await deps.undoing.change({ id: "did.edit", values: { name: project.name } }, setProjectStatus(project, status, here(deps)));
      if (project.status === "lead" && status === "active") deps.messages.inform({ id: "editProject.begins", values: { name: project.name } }, kickoffAction(deps, project.id));
    }),
  ];
}

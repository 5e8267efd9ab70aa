import { revised, type Revision } from "../../../core/book/changes";
import type { Project } from "../../../core/book/project";
import { nameOfProject, recordById } from "../../../core/book/queries";
import { setProjectStatus } from "../../../core/book/projectChanges";
import { understood } from "../../../core/time/typedDate";
import type { PlainDate } from "../../../core/time/types";
import { dateIn } from "../../../core/time/zoned";
import { askText } from "../../prompts/askField";
import { dateQuestion, dueOf } from "../../prompts/dateQuestion";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { goesLiveLabel, rhythmLabel, sizeChoices, statusChoices } from "../../prompts/labels";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { askGoesLive } from "./askGoesLive";
import { askRepositories, lookForRepositories, scopesOf } from "./askRepositories";
import { askRhythm } from "./askRhythm";
import { here, type BookCommandsDeps } from "./deps";
import { choiceField, listField, neededField, textField } from "./fields";
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
        fields: [...work(deps, project), ...telling(deps, project), ...agreed(deps, project)],
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

/** What was agreed, and until when. */
function agreed(deps: BookCommandsDeps, project: Project): readonly Field[] {
  const { say } = deps;
  const keep = keeper(deps, project);
  return [
    textField(deps, { key: "goal", label: say("project.goal") }, project.goal, (goal) => keep({ goal })),
    listField(deps, { key: "included", label: say("project.included") }, project.included, (included) => keep({ included })),
    listField(deps, { key: "excluded", label: say("project.excluded") }, project.excluded, (excluded) => keep({ excluded })),
    listField(deps, { key: "assumptions", label: say("project.assumptions") }, project.assumptions, (assumptions) => keep({ assumptions })),
    textField(deps, { key: "terms", label: say("project.terms") }, project.paymentTerms, (paymentTerms) => keep({ paymentTerms })),
    dayField(deps, "startsOn", say("project.startsOn"), project.startsOn, (startsOn) => keep({ startsOn })),
    dayField(deps, "dueOn", say("project.dueOn"), project.dueOn, (dueOn) => keep({ dueOn })),
    dayField(deps, "supportUntil", say("project.supportUntil"), project.supportUntil, (supportUntil) => keep({ supportUntil })),
  ];
}

/** A day on the calendar; a time of day that is typed with it is left aside. */
function dayField(
  deps: BookCommandsDeps,
  key: string,
  label: string,
  current: PlainDate | undefined,
  keep: (on: PlainDate | undefined) => Promise<unknown>,
): Field {
  const { say, screen } = deps;
  const at = here(deps);
  const due = current && ({ by: "date", on: current } as const);
  return {
    key,
    label,
    current: due ? say("prompt.day", { on: understood(due, at) }) : "",
    async edit() {
      const typed = dueOf((await askText(screen, label, dateQuestion(say, at, say("prompt.emptyClears"), due))) ?? "", at);
      const on = typed?.by === "instant" ? dateIn(typed.at, at.zone) : typed?.on;
      if (on !== current) await keep(on);
    },
  };
}

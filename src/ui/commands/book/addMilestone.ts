import { addMilestone as newMilestone } from "../../../core/book/milestoneChanges";
import { dateQuestion, dueOf, neededText } from "../../prompts/dateQuestion";
import type { TextQuestion } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import type { Say } from "../../../core/say";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay } from "./keep";
import { readParts } from "./readParts";
import { whichProject } from "./which";

/** Title, date, parts; the last two may stay empty. Resolves to the new milestone's id. */
export async function addMilestone(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<string> {
  const { say, screen, newId } = deps;
  const at = here(deps);
  const answers = await askInSteps(screen, { title: say("addMilestone.title") }, async (ask) => ({
    project: await whichProject(ask, deps, { node, then: 3 }),
    title: await ask.text("title", neededText(say, { prompt: say("addMilestone.name"), placeholder: say("addMilestone.nameExample") })),
    due: dueOf(await ask.text("due", dateQuestion(say, at, say("addMilestone.due"))), at),
    deliverables: readParts(await ask.text("parts", partsQuestion(say))),
  }));
  const { project, ...input } = answers;
  const { changes, milestone } = newMilestone({ ...input, projectId: project.id }, { now: deps.clock.now(), newId });
  await keepAndSay(deps, { id: "did.add", values: { name: input.title } }, changes, { id: "addMilestone.done", values: { name: input.title } });
  return milestone.id;
}

export const partsQuestion = (say: Say): TextQuestion => ({
  prompt: say("milestone.partsPrompt"),
  placeholder: say("milestone.partsExample"),
  check: (typed) => {
    const parts = readParts(typed);
    return parts.length > 0 ? { understood: say("milestone.partsUnderstood", { count: parts.length, parts: parts.join(" · ") }) } : undefined;
  },
});

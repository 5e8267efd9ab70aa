import { deliverMilestone as delivered } from "../../../core/book/milestoneChanges";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { draftUpdateAction, keepAndSay } from "./keep";
import { whichMilestone } from "./which";

export async function deliverMilestone(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, messages } = deps;
  const milestone = await askInSteps(screen, { title: say("deliverMilestone.title") }, (ask) =>
    whichMilestone(ask, deps, { node, always: true }, ({ state }) => state === "planned" || state === "active"),
  );
  const values = { name: milestone.title };
  const changes = delivered(milestone, here(deps));
  if (changes.length === 0) messages.inform({ id: "deliverMilestone.already", values });
  await keepAndSay(deps, { id: "did.deliver", values }, changes, { id: "deliverMilestone.done", values }, draftUpdateAction(deps, { kind: "project", recordId: milestone.projectId }));
}

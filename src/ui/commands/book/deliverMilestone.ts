import type { Id } from "../../../core/book/fields";
import { deliverMilestone as delivered } from "../../../core/book/milestoneChanges";
import { askInSteps } from "../../prompts/steps";
import type { CommandId } from "../../commandIds";
import type { MessageAction } from "../../messages";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay } from "./keep";
import { whichMilestone } from "./which";

export async function deliverMilestone(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, messages } = deps;
  const milestone = await askInSteps(screen, { title: say("deliverMilestone.title") }, (ask) =>
    whichMilestone(ask, deps, { node, always: true }, ({ state }) => state === "planned" || state === "active"),
  );
  const values = { name: milestone.title };
  const changes = delivered(milestone, here(deps));
  if (changes.length === 0) messages.inform({ id: "deliverMilestone.already", values });
  await keepAndSay(deps, { id: "did.deliver", values }, changes, { id: "deliverMilestone.done", values }, tellClient(milestone.id, deps));
}

/** Leads on to the message that a delivery is owed. */
const tellClient = (recordId: Id, { commands }: BookCommandsDeps): MessageAction => ({
  label: { id: "message.tellClient" },
  run: () => commands.executeCommand("khobor.write.milestone" satisfies CommandId, { kind: "milestone", recordId } satisfies NodeArgument),
});

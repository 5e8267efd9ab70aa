import { countRound as counted } from "../../../core/book/changeRequest";
import { nameOfProject } from "../../../core/book/queries";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay, short } from "./keep";
import { lineageOf } from "./lineage";
import { whichProject } from "./which";

/** One more round of changes of a project, or the one that a request began. */
export async function countRound(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, messages } = deps;
  const project = await askInSteps(screen, { title: say("countRound.title") }, (ask) => whichProject(ask, deps, { node }));
  const book = deps.book.current();
  const { note } = lineageOf(book, node);
  const request = note?.kind === "request" ? note : undefined;
  const changes = counted(project, request, here(deps));
  if (changes.length === 0) {
    messages.inform({ id: "countRound.before", values: { name: short(request?.text ?? "") } });
    return;
  }
  const { agreed, used } = project.revisions ?? { agreed: 0, used: 0 };
  const name = nameOfProject(book, project);
  const values = { name, used: used + 1, agreed };
  await keepAndSay(deps, { id: "did.countRound", values: { name } }, changes, { id: agreed === 0 ? "countRound.done" : used < agreed ? "countRound.within" : "countRound.beyond", values });
}

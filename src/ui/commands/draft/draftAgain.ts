import { recordById } from "../../../core/book/queries";
import { projectOf } from "../../../core/drafting/draft";
import { replaceText } from "../../documents/replaceText";
import { withLateProgress } from "../../lateProgress";
import type { DraftCommandsDeps } from "./deps";
import { saysNeedsTrust, tellProblems } from "./draftUpdate";

/** Writes the open draft anew from what git and the book know now. What was edited by hand is only replaced after a yes. */
export async function draftAgain(deps: DraftCommandsDeps): Promise<void> {
  const { say } = deps;
  const active = await deps.openDrafts.active();
  const project = active && recordById(deps.book.current(), "project", projectOf(active.provenance));
  if (!active || !project || active.provenance.sentAs !== undefined || saysNeedsTrust(deps)) return;
  const before = active.document.getText();
  if (before !== active.provenance.rendered && !(await deps.prompts.confirm({ id: "draft.againSure" }, { id: "draft.again" }))) return;

  const flow = await import("../../../flows/draftUpdate");
  const made = await withLateProgress(say("draft.reading", { client: project.name }), (signal) =>
    flow.redraftUpdate(project, active.provenance.id, deps, { signal }),
  );
  if (!made) return;
  const { document, provenance } = active;
  // Reading takes a while: what was typed or marked as sent meanwhile stands.
  const stored = (await deps.drafts.read(provenance.id))?.provenance;
  if (stored?.sentAs !== undefined || document.getText() !== before) {
    deps.messages.inform({ id: "draft.changedMeanwhile" });
    return;
  }
  // A draft is not emptied because a repository cannot be read today.
  if (Object.keys(provenance.readUpTo).some((scopeId) => !(scopeId in made.provenance.readUpTo))) {
    tellProblems(made.problems, deps);
    return;
  }
  if (!(await replaceText(active.document, made.provenance.rendered))) return;
  await deps.drafts.update(made.provenance);
  await active.document.save();
  tellProblems(made.problems, deps);
}

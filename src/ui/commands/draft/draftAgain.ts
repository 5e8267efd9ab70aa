import { recordById } from "../../../core/book/queries";
import { replaceText } from "../../documents/replaceText";
import { withLateProgress } from "../../lateProgress";
import type { DraftCommandsDeps } from "./deps";
import { tellProblems } from "./draftUpdate";

/** Writes the open draft anew from what git and the book know now. What was edited by hand is only replaced after a yes. */
export async function draftAgain(deps: DraftCommandsDeps): Promise<void> {
  const { say } = deps;
  const active = await deps.openDrafts.active();
  const project = active && recordById(deps.book.current(), "project", active.provenance.projectId);
  if (!active || !project || active.provenance.sentAs !== undefined) return;
  const edited = active.document.getText() !== active.provenance.rendered;
  if (edited && !(await deps.prompts.confirm({ id: "draft.againSure" }, { id: "draft.again" }))) return;

  const flow = await import("../../../flows/draftUpdate");
  const made = await withLateProgress(say("draft.reading", { client: project.name }), (signal) =>
    flow.redraftUpdate(project, active.provenance.id, deps, { signal }),
  );
  if (!made) return;
  if (!(await replaceText(active.document, made.provenance.rendered))) return;
  await deps.drafts.update(made.provenance);
  await active.document.save();
  tellProblems(made.problems, deps);
}

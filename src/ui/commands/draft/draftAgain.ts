import { recordById } from "../../../core/book/queries";
import { withSameMentions } from "../../../core/drafting/attachments";
import { withReminders } from "../../../core/drafting/effects";
import { rebased } from "../../../core/drafting/rebased";
import { projectOf, type Provenance } from "../../../core/drafting/draft";
import type { DraftedUpdate } from "../../../flows/draftUpdate";
import { replaceText } from "../../documents/replaceText";
import { withLateProgress } from "../../lateProgress";
import type { DraftCommandsDeps } from "./deps";
import { saysNeedsTrust, tellProblems } from "./draftUpdate";

/** Writes the open draft anew from what git and the book know now. What was edited by hand is only replaced after a yes. */
export async function draftAgain(deps: DraftCommandsDeps): Promise<void> {
  const active = await deps.openDrafts.active();
  if (!active || active.provenance.sentAs !== undefined) return;
  const write = await rewriting(active.provenance, deps);
  if (!write) return;
  const before = active.document.getText();
  if (before !== active.provenance.rendered && !(await deps.prompts.confirm({ id: "draft.againSure" }, { id: "draft.again" }))) return;

  const made = await write();
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
    tellProblems(made.problems, provenance.projectId, deps);
    return;
  }
  const attachments = stored?.attachments ?? [];
  const channel = recordById(deps.book.current(), "client", provenance.clientId)?.channel ?? "copy";
  const text = withSameMentions(before, made.provenance.rendered, attachments, channel, provenance.language);
  if (!(await replaceText(active.document, text))) return;
  const base = stored ?? provenance;
  const effects = withReminders(made.provenance.effects ?? [], base, deps.book.current());
  const next = { ...made.provenance, ...(effects.length > 0 && { effects }), ...(base.attachments && { attachments: base.attachments }) };
  await deps.drafts.change(provenance.id, (now) => rebased(base, next, now));
  await active.document.save();
  await deps.attachMade(made.provenance.id);
  tellProblems(made.problems, provenance.projectId, deps);
}

/** The way of the draft's kind; undefined where it cannot be gone. */
async function rewriting(draft: Provenance, deps: DraftCommandsDeps): Promise<(() => Promise<DraftedUpdate | undefined>) | undefined> {
  if (draft.kind === "progress") {
    const project = recordById(deps.book.current(), "project", projectOf(draft));
    if (!project || saysNeedsTrust(deps)) return undefined;
    const flow = await import("../../../flows/draftUpdate");
    return () => withLateProgress(deps.say("draft.reading", { client: project.name }), (signal) => flow.redraftUpdate(project, draft.id, deps, { signal, promiseId: draft.about?.noteId }));
  }
  const [flow, { writingDeps }] = await Promise.all([import("../../../flows/writeMessage"), import("./writeMessage")]);
  const client = recordById(deps.book.current(), "client", draft.clientId);
  if (!client || (flow.readsWork(draft.kind) && saysNeedsTrust(deps))) return undefined;
  return async () => {
    const made = await flow.rewriteMessage(draft, writingDeps(deps, client.name));
    if (made?.is !== "refused") return made;
    deps.messages.inform(made.reason);
    return undefined;
  };
}

import type { Disposable } from "../../../core/ports/events";
import { nodeArgument, type NodeArgument } from "../nodeArgument";
import type { Handler, Register } from "../register";
import type { BookCommandsDeps } from "./deps";
import { sayUndone } from "./keep";

type OnNode = (node: NodeArgument | undefined) => unknown;
const onNode =
  (run: OnNode): Handler =>
  (argument) =>
    run(nodeArgument(argument));

/** The commands on clients, projects, milestones and notes. What asks and changes is loaded when it is first called. */
export function registerBookCommands(register: Register, deps: BookCommandsDeps): Disposable {
  const archiving = () => import("./archive");
  const registered = [
    register("khobor.addClient", async () => (await import("./addClient")).addClient(deps)),
    register("khobor.editClient", onNode(async (node) => (await import("./editClient")).editClient(node, deps))),
    register("khobor.archiveClient", onNode(async (node) => (await archiving()).archiveRecord("client", node, deps))),
    register("khobor.restoreClient", onNode(async (node) => (await archiving()).restoreRecord("client", node, deps))),

    register("khobor.addProject", onNode(async (node) => (await import("./addProject")).addProject(node, deps))),
    register("khobor.editProject", onNode(async (node) => (await import("./editProject")).editProject(node, deps))),
    register("khobor.editGlossary", onNode(async (node) => (await import("./editGlossary")).editGlossary(node, deps))),
    register("khobor.markLive", onNode(async (node) => (await import("./markLive")).markLive(node, deps))),
    register("khobor.archiveProject", onNode(async (node) => (await archiving()).archiveRecord("project", node, deps))),
    register("khobor.restoreProject", onNode(async (node) => (await archiving()).restoreRecord("project", node, deps))),

    register("khobor.addMilestone", onNode(async (node) => (await import("./addMilestone")).addMilestone(node, deps))),
    register("khobor.editMilestone", onNode(async (node) => (await import("./editMilestone")).editMilestone(node, deps))),
    register("khobor.deliverMilestone", onNode(async (node) => (await import("./deliverMilestone")).deliverMilestone(node, deps))),
    register("khobor.archiveMilestone", onNode(async (node) => (await archiving()).archiveRecord("milestone", node, deps))),
    register("khobor.restoreMilestone", onNode(async (node) => (await archiving()).restoreRecord("milestone", node, deps))),

    register("khobor.addNote", onNode(async (node) => (await import("./addNote")).addNote(node, deps))),
    register("khobor.editNote", onNode(async (node) => (await import("./editNote")).editNote(node, deps))),
    register("khobor.settleNote", onNode(async (node) => (await import("./settleNote")).settleNote(node, deps))),
    register("khobor.reopenNote", onNode(async (node) => (await import("./settleNote")).reopenNote(node, deps))),
    register("khobor.acceptChange", onNode(async (node) => (await import("./answerChange")).answerChange("accepted", node, deps))),
    register("khobor.declineChange", onNode(async (node) => (await import("./answerChange")).answerChange("declined", node, deps))),
    register("khobor.countRound", onNode(async (node) => (await import("./countRound")).countRound(node, deps))),
    register("khobor.archiveNote", onNode(async (node) => (await archiving()).archiveRecord("note", node, deps))),
    register("khobor.restoreNote", onNode(async (node) => (await archiving()).restoreRecord("note", node, deps))),
    register("khobor.mistakeNotes", onNode(async (node) => (await import("./mistakeNotes")).showMistakeNotes(node, deps))),
    register("khobor.logContact", onNode(async (node) => (await import("./logContact")).logContact(node, deps))),
    register("khobor.showFeedback", async () => (await import("./showFeedback")).showFeedback(deps)),

    register("khobor.editMe", async () => (await import("./editMe")).editMe(deps)),
    register("khobor.undo", async () => {
      const undone = await deps.undoing.undoLast();
      if (undone) sayUndone(deps, undone.did, undone.outcome);
      else deps.messages.inform({ id: "undo.nothing" });
    }),
  ];
  return { dispose: () => registered.forEach((command) => command.dispose()) };
}

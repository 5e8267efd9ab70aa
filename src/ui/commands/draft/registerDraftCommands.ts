import * as vscode from "vscode";
import { messageKinds, type MessageKind } from "../../../core/book/messageKind";
import { problemOf } from "../../problemOf";
import type { Register } from "../register";
import type { DraftCommandsDeps } from "./deps";

type WrittenKind = Exclude<MessageKind, "progress">;
const writtenKinds = messageKinds.filter((kind): kind is WrittenKind => kind !== "progress");

/** The commands on drafts and sent messages. What they do is loaded when one is first called. */
export function registerDraftCommands(register: Register, deps: DraftCommandsDeps): vscode.Disposable {
  const sending = () => import("./sending");
  const messages = () => import("./messages");
  let marking: Promise<void> | undefined;
  const showWordings = async () => (await import("./wordings")).showWordings(deps);
  const failed = (error: unknown) => {
    deps.log.error("a commit could not be put back", error);
    deps.messages.fail(problemOf(error) ?? { id: "command.failed" });
  };
  return vscode.Disposable.from(
    register("khobor.draftUpdate", async (argument) => (await import("./draftUpdate")).draftUpdate(argument, deps)),
    register("khobor.writeTo", async (argument) => (await import("./writeToClient")).writeToClient(argument, deps)),
    ...writtenKinds.map((kind) => register(`khobor.write.${kind}`, async (argument) => (await import("./writeMessage")).writeMessage(kind, argument, deps))),
    register("khobor.draftAgain", async () => (await import("./draftAgain")).draftAgain(deps)),
    register("khobor.sayLikeThis", async (argument) => (await import("./sayLikeThis")).sayLikeThis(argument, deps)),
    register("khobor.showWordings", showWordings),
    register("khobor.copyDraft", async () => (await sending()).copyDraft(deps)),
    // A second click while the first is at work is the same one.
    register("khobor.markAsSent", () => (marking ??= sending().then((loaded) => loaded.markAsSent(deps)).finally(() => (marking = undefined)))),
    register("khobor.withdrawSent", async (argument) => (await sending()).withdrawSent(argument, deps)),
    register("khobor.openSent", async (argument) => (await sending()).openSent(argument, deps)),
    register("khobor.openDraft", async (argument) => (await messages()).openDraft(argument, deps)),
    register("khobor.showMessages", async (argument) => (await messages()).showMessages(argument, deps)),
    register("khobor.openCommit", async (argument) => (await import("./openCommit")).openCommit(argument, deps)),
    register("khobor.showLeftOut", async () => {
      const active = await deps.openDrafts.active();
      if (active) (await import("../../documents/leftOut")).showLeftOut(active.document, active.provenance, { ...deps, failed, showWordings: () => void deps.commands.executeCommand("khobor.showWordings") });
    }),
  );
}

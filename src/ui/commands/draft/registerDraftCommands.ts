import * as vscode from "vscode";
import { showLeftOut } from "../../documents/leftOut";
import type { Register } from "../register";
import type { DraftCommandsDeps } from "./deps";
import { draftAgain } from "./draftAgain";
import { draftUpdate } from "./draftUpdate";
import { openDraft, showMessages } from "./messages";
import { openCommit } from "./openCommit";
import { copyDraft, markAsSent, openSent, withdrawSent } from "./sending";

/** The commands on drafts and sent messages. */
export function registerDraftCommands(register: Register, deps: DraftCommandsDeps): vscode.Disposable {
  return vscode.Disposable.from(
    register("khobor.draftUpdate", (argument) => draftUpdate(argument, deps)),
    register("khobor.draftAgain", () => draftAgain(deps)),
    register("khobor.copyDraft", () => copyDraft(deps)),
    register("khobor.markAsSent", () => markAsSent(deps)),
    register("khobor.withdrawSent", (argument) => withdrawSent(argument, deps)),
    register("khobor.openSent", (argument) => openSent(argument, deps)),
    register("khobor.openDraft", (argument) => openDraft(typeof argument === "string" ? argument : undefined, deps)),
    register("khobor.showMessages", (argument) => showMessages(argument, deps)),
    register("khobor.openCommit", (argument) => openCommit(argument, deps)),
    register("khobor.previewDraft", () => deps.commands.executeCommand("markdown.showPreviewToSide")),
    register("khobor.showLeftOut", async () => {
      const active = await deps.openDrafts.active();
      if (active) showLeftOut(active.document, active.provenance, deps);
    }),
  );
}

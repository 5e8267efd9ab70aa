import * as vscode from "vscode";
import type { Disposable } from "../../core/ports/events";
import type { Register } from "../commands/register";
import { CHECK_SCHEME } from "./checkScheme";
import type { DatedFix, FixWithDateDeps } from "./fixWithDate";

/** The commands behind the quick fixes and the links of a draft's problems. */
export function registerCheckCommands(register: Register, deps: FixWithDateDeps): Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(CHECK_SCHEME, { provideTextDocumentContent: async ({ query }) => (await import("./explainCheck")).pageOf(query, deps.say) }),
    register("khobor.explainCheck", async (id) => (await import("./explainCheck")).explainCheck(id, deps)),
    register("khobor.fixWithDate", async (fix) => isDatedFix(fix) && (await import("./fixWithDate")).fixWithDate(fix, deps)),
    register("khobor.switchOffCheck", async (id) => (await import("./switchOff")).switchOff(id)),
  );
}

const isDatedFix = (fix: unknown): fix is DatedFix => typeof fix === "object" && fix !== null && "uri" in fix && "edits" in fix && Array.isArray(fix.edits);

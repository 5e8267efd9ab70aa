import * as vscode from "vscode";
import type { Finding } from "../../core/checks/check";
import type { RuleId } from "../../core/checks/rules";
import type { Provenance } from "../../core/drafting/draft";
import type { Say } from "../../core/say";
import { mayBeSent, type CheckDraftDeps } from "../../flows/checkDraft";
import { askChoice, askText } from "../prompts/askField";
import type { Screen } from "../prompts/screen";
import { rangeIn } from "./diagnostic";

export interface GateDeps extends CheckDraftDeps {
  readonly screen: Screen;
  readonly say: Say;
}
/** A rule that stands against the message, and why it may go all the same. */
export interface Override {
  readonly rule: RuleId;
  readonly reason: string;
}

/**
 * Whether the draft may go. Shows what stands against it: a choice leads to the place and stops the sending, or gives a reason
 * for each rule. Undefined: it does not go. Rejects with `Cancelled` where the user leaves.
 */
export async function passGate(document: vscode.TextDocument, provenance: Provenance, deps: GateDeps): Promise<readonly Override[] | undefined> {
  const { say, screen } = deps;
  const { errors } = await mayBeSent(provenance, document.getText(), deps);
  if (errors.length === 0) return [];
  const chosen = await askChoice<Finding | "override">(screen, say("check.gate.title"), say("check.gate.why", { count: errors.length }), [
    ...errors.map((finding) => ({ label: say(finding.message), description: say("check.gate.line", { line: document.positionAt(finding.range.start).line + 1 }), icon: "error", value: finding })),
    { label: say("check.gate.override"), detail: say("check.gate.overrideDetail"), icon: "pass", value: "override" as const },
  ]);
  if (chosen !== "override") {
    const range = rangeIn(document, chosen.range);
    await vscode.window.showTextDocument(document, { selection: range });
    return undefined;
  }
  const overrides: Override[] = [];
  for (const rule of new Set(errors.map((error) => error.rule))) {
    const reason = await askReason(rule, deps);
    if (reason === undefined) return undefined;
    overrides.push({ rule, reason });
  }
  return overrides;
}

async function askReason(rule: RuleId, { say, screen }: GateDeps): Promise<string | undefined> {
  const title = say({ id: "check.gate.reason", values: { name: { id: `check.name.${rule}` } } });
  const ready = (["check.reason.notSo", "check.reason.agreed"] as const).map((id) => ({ label: say(id), value: say(id) }));
  const reason = await askChoice<string | undefined>(screen, title, say("check.gate.overrideDetail"), [...ready, { label: say("check.reason.another"), icon: "edit", value: undefined }]);
  return reason ?? (await askText(screen, title, { prompt: say("check.reason.type"), check: (typed) => (typed.trim() === "" ? { wrong: say("prompt.needed") } : undefined) }));
}

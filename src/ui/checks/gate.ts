import * as vscode from "vscode";
import type { Finding } from "../../core/checks/check";
import type { RuleId } from "../../core/checks/rules";
import type { Provenance } from "../../core/drafting/draft";
import type { Say } from "../../core/say";
import { mayBeSent, type CheckDraftDeps } from "../../flows/checkDraft";
import { neededText } from "../prompts/dateQuestion";
import type { Screen } from "../prompts/screen";
import { askInSteps, type Ask } from "../prompts/steps";
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
 * for each rule, unless one of them holds whatever the reason. Undefined: it does not go. Rejects with `Cancelled` where the user leaves.
 */
export async function passGate(document: vscode.TextDocument, provenance: Provenance, deps: GateDeps): Promise<readonly Override[] | undefined> {
  const { say, screen } = deps;
  const { errors } = await mayBeSent(provenance, document.getText(), deps);
  if (errors.length === 0) return [];
  const isFirm = errors.some(({ firm }) => firm);
  const answer = await askInSteps(screen, { title: say("check.gate.title"), keepOpen: true }, async (ask): Promise<Finding | readonly Override[]> => {
    const placeholder = isFirm ? say("check.gate.firm") : say("check.gate.why", { count: errors.length });
    const chosen = await ask.pick<Finding | "override">("errors", { placeholder, choices: [...errors.map((error) => row(error, document, say)), ...(isFirm ? [] : [overrideRow(say)])] });
    if (chosen !== "override") return chosen;
    const overrides: Override[] = [];
    for (const rule of new Set(errors.map((error) => error.rule))) overrides.push({ rule, reason: await askReason(rule, ask, say) });
    return overrides;
  });
  if (!("range" in answer)) return answer;
  await vscode.window.showTextDocument(document, { selection: rangeIn(document, answer.range) });
  return undefined;
}

const row = (finding: Finding, document: vscode.TextDocument, say: Say) =>
  ({ label: say(finding.message), description: say("check.gate.line", { line: document.positionAt(finding.range.start).line + 1 }), icon: "error", value: finding }) as const;
const overrideRow = (say: Say) => ({ label: say("check.gate.override"), detail: say("check.gate.overrideDetail"), icon: "pass", value: "override" }) as const;

async function askReason(rule: RuleId, ask: Ask, say: Say): Promise<string> {
  const why = say({ id: "check.gate.reason", values: { name: { id: `check.name.${rule}` } } });
  const choices = (["check.reason.notSo", "check.reason.agreed", "check.reason.another"] as const).map((id) => ({ label: say(id), value: id }));
  const chosen = await ask.pick(rule, { placeholder: why, choices });
  return chosen === "check.reason.another" ? ask.text(`${rule} in words`, neededText(say, { prompt: `${why} ${say("check.reason.type")}` })) : say(chosen);
}

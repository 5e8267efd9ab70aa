import * as vscode from "vscode";
import { ruleOf } from "../../core/checks/rules";

/** Adds a rule to those that are off, in the user's settings. */
export async function switchOff(id: unknown): Promise<void> {
  const rule = typeof id === "string" ? ruleOf(id) : undefined;
  if (!rule) return;
  const settings = vscode.workspace.getConfiguration("khobor");
  const now = settings.get("checks");
  await settings.update("checks", { ...(typeof now === "object" && now), [rule.id]: false }, vscode.ConfigurationTarget.Global);
}

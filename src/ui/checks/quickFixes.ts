import * as vscode from "vscode";
import type { Finding } from "../../core/checks/check";
import type { Fix } from "../../core/checks/finding";
import { traceLines } from "../../core/drafting/trace";
import type { Provenance } from "../../core/drafting/draft";
import type { Say } from "../../core/say";
import type { CommandId } from "../commandIds";
import type { ItemArgument } from "../commands/draft/sayLikeThis";
import { diagnosticOf, rangeIn } from "./diagnostic";
import type { DatedFix } from "./fixWithDate";

/** What a light bulb offers for the findings on a stretch of a draft: their fixes, another wording, and to switch the rule off. */
export function quickFixes(document: vscode.TextDocument, range: vscode.Range, findings: readonly Finding[], provenance: Provenance, say: Say): vscode.CodeAction[] {
  const here = findings.filter((finding) => rangeIn(document, finding.range).intersection(range) !== undefined);
  const traced = here.length === 0 ? undefined : traceLines(provenance, document.getText());
  return here.flatMap((finding) => {
    const fixes = (finding.fixes ?? []).map((fix) => actionOf(fix, document, provenance, say));
    fixes.slice(0, 1).forEach((first) => (first.isPreferred = true));
    const itemId = traced?.get(document.positionAt(finding.range.start).line)?.[0];
    const reword = itemId === undefined ? [] : [commandAction(say("sayLike.lens"), "khobor.sayLikeThis", { draftId: provenance.id, itemId } satisfies ItemArgument)];
    const off = commandAction(say({ id: "check.fix.off", values: { name: { id: `check.name.${finding.rule}` } } }), "khobor.switchOffCheck", finding.rule);
    const actions = [...fixes, ...reword, off];
    for (const action of actions) action.diagnostics = [diagnosticOf(finding, document, say)];
    return actions;
  });
}

function actionOf(fix: Fix, document: vscode.TextDocument, { language }: Provenance, say: Say): vscode.CodeAction {
  if (fix.asks === "date") {
    const asked: DatedFix = { uri: document.uri.toString(), version: document.version, language, edits: fix.edits };
    return commandAction(say(fix.title), "khobor.fixWithDate", asked);
  }
  const action = new vscode.CodeAction(say(fix.title), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  for (const { range, text } of fix.edits) action.edit.replace(document.uri, rangeIn(document, range), text);
  return action;
}

function commandAction(title: string, command: CommandId, argument: unknown): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [argument] };
  return action;
}

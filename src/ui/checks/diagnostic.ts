import * as vscode from "vscode";
import type { Finding } from "../../core/checks/check";
import type { Range } from "../../core/checks/reading";
import type { Say } from "../../core/say";
import type { CommandId } from "../commandIds";

export const rangeIn = (document: vscode.TextDocument, { start, end }: Range): vscode.Range => new vscode.Range(document.positionAt(start), document.positionAt(end));

/** As the Problems panel shows it; its code leads to the page with the rule's reason and source. */
export function diagnosticOf({ rule, level, range, message }: Finding, document: vscode.TextDocument, say: Say): vscode.Diagnostic {
  const severity = level === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(rangeIn(document, range), say(message), severity);
  diagnostic.source = "Khobor";
  diagnostic.code = { value: rule, target: vscode.Uri.parse(`command:${"khobor.explainCheck" satisfies CommandId}?${encodeURIComponent(JSON.stringify([rule]))}`) };
  return diagnostic;
}

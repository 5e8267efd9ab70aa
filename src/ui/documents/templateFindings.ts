import * as vscode from "vscode";
import { checkOf } from "../../core/drafting/templates/customRenderer";
import type { Disposable } from "../../core/ports/events";
import type { TemplateSource } from "../../core/ports/templates";
import type { Say } from "../../core/say";
import { templateFile } from "../commands/template/templateFile";

interface FindingsDeps {
  readonly shipped: Pick<TemplateSource, "partials">;
  readonly say: Say;
  readonly failed: (error: unknown) => void;
}

export interface TemplateFindings extends Disposable {
  /** Looks through a template anew. */
  look(document: vscode.TextDocument): void;
}

/** What is wrong with the user's own templates, where it stands. */
export function createTemplateFindings({ shipped, say, failed }: FindingsDeps): TemplateFindings {
  const found = vscode.languages.createDiagnosticCollection("khobor-template");
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => found.delete(uri));
  const look = async (document: vscode.TextDocument) => {
    const file = templateFile(document);
    if (!file) return;
    const findings = checkOf(document.getText(), file.kind, await shipped.partials(file.language));
    if (document.isClosed) return;
    found.set(
      document.uri,
      findings.map(({ at, problem, severity }) => {
        const range = new vscode.Range(at.start.line, at.start.character, at.end.line, at.end.character);
        const diagnostic = new vscode.Diagnostic(range, say(problem), severity === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning);
        diagnostic.source = "Khobor";
        diagnostic.code = problem.id;
        return diagnostic;
      }),
    );
  };
  return {
    look: (document) => void look(document).catch(failed),
    dispose: () => {
      closing.dispose();
      found.dispose();
    },
  };
}

import * as vscode from "vscode";
import { checkPartial } from "../../core/drafting/templates/checkPartial";
import { checkOf } from "../../core/drafting/templates/customRenderer";
import type { Finding } from "../../core/drafting/templates/finding";
import type { Disposable } from "../../core/ports/events";
import type { Say } from "../../core/say";
import { templatesInUse, type TemplatesInUseDeps } from "../../flows/templatesInUse";
import { templateFile, type TemplateFile } from "../commands/template/templateFile";

interface FindingsDeps extends TemplatesInUseDeps {
  readonly say: Say;
  readonly failed: (error: unknown) => void;
}

export interface TemplateFindings extends Disposable {
  /** Looks through a template anew. */
  look(document: vscode.TextDocument): void;
}

/** What is wrong with the user's own templates, where it stands. */
export function createTemplateFindings({ say, failed, ...deps }: FindingsDeps): TemplateFindings {
  const found = vscode.languages.createDiagnosticCollection("khobor-template");
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => found.delete(uri));
  const look = async (document: vscode.TextDocument) => {
    const file = templateFile(document);
    if (!file) return;
    const { version } = document;
    const findings = await findingsIn(document.getText(), file, deps);
    // What was typed meanwhile is looked through when typing rests.
    if (document.isClosed || document.version !== version) return;
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

async function findingsIn(text: string, { of, language }: TemplateFile, deps: TemplatesInUseDeps): Promise<readonly Finding[]> {
  const { partials, shipped, messages } = await templatesInUse(language, deps);
  if (typeof of === "string") return checkOf(text, of, partials);
  return checkPartial(text, { name: of.partial, partials, shipped: Object.hasOwn(shipped, of.partial) ? shipped[of.partial] : undefined, messages });
}

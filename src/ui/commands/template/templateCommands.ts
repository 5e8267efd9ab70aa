import * as vscode from "vscode";
import { templateReference } from "../../../core/drafting/templates/reference";
import type { Disposable } from "../../../core/ports/events";
import { createTemplateFindings } from "../../documents/templateFindings";
import { registerTemplateHelp } from "../../documents/templateHelp";
import type { CommandId } from "../../commandIds";
import type { Handler } from "../register";
import { customizeTemplate } from "./customize";
import type { TemplateDeps } from "./deps";
import { createPreviews } from "./previews";
import { resetTemplate } from "./reset";
import { activeTemplate, templateFile } from "./templateFile";
import type { TemplateId } from "./templateIds";

export interface TemplateCommands extends Disposable {
  readonly handlers: Readonly<Record<TemplateId & CommandId, Handler>>;
}

/** Typing is looked at when it rests. */
const REST_MS = 250;
const referenceScheme = "khobor-reference";

/** All about the user's own templates. Loaded when one is opened or a command on them is called. */
export function templateCommands(deps: TemplateDeps): TemplateCommands {
  const { say, shipped, custom } = deps;
  const failed = (error: unknown) => deps.log.error("a template could not be looked through", error);
  const previews = createPreviews(deps);
  const findings = createTemplateFindings({ shipped, custom, say, failed });
  const resting = new Map<vscode.TextDocument, NodeJS.Timeout>();
  const typed = (document: vscode.TextDocument) => {
    clearTimeout(resting.get(document));
    resting.set(document, setTimeout(() => {
      resting.delete(document);
      findings.look(document);
      previews.refresh(document);
    }, REST_MS));
  };
  const all = vscode.Disposable.from(
    previews,
    findings,
    registerTemplateHelp(deps),
    vscode.workspace.onDidOpenTextDocument((document) => findings.look(document)),
    // A partial that was saved is another one to all that use it.
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (!templateFile(document)) return;
      for (const other of vscode.workspace.textDocuments) {
        findings.look(other);
        previews.refresh(other);
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (templateFile(document)) typed(document);
    }),
    vscode.workspace.registerTextDocumentContentProvider(referenceScheme, {
      provideTextDocumentContent: async ({ query }) => templateReference(await shipped.partials(query === "bn" ? "bn" : "en"), say),
    }),
    { dispose: () => resting.forEach((timer) => clearTimeout(timer)) },
  );
  vscode.workspace.textDocuments.forEach((document) => findings.look(document));
  return {
    handlers: {
      "khobor.customizeTemplate": (argument) => customizeTemplate(argument, deps, previews),
      "khobor.previewTemplate": async () => {
        const active = activeTemplate();
        if (active) await previews.show(active.document, true);
        else deps.messages.inform({ id: "template.noneOpen" });
      },
      "khobor.resetTemplate": () => resetTemplate(deps),
      "khobor.templateReference": () =>
        deps.commands.executeCommand("markdown.showPreview", vscode.Uri.from({ scheme: referenceScheme, path: `/${say("reference.title")}.md`, query: deps.interfaceLanguage() })),
    },
    dispose: () => void all.dispose(),
  };
}

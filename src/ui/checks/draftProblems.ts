import * as vscode from "vscode";
import type { Finding } from "../../core/checks/check";
import type { Disposable, Event } from "../../core/ports/events";
import type { Log } from "../../core/ports/user";
import type { CheckDraftDeps } from "../../flows/checkDraft";
import type { Say } from "../../core/say";
import type { OpenDrafts } from "../documents/openDrafts";

export interface DraftProblemsDeps extends CheckDraftDeps {
  readonly openDrafts: OpenDrafts;
  readonly say: Say;
  /** Loads the texts that are not there from the start. */
  readonly texts: () => Promise<unknown>;
  readonly log: Log;
  /** Fires when open drafts are to be read anew: the book, the settings or the language have changed. */
  readonly onDidChange: Event<unknown>;
}

/** What was found in a document, and in which version of it. */
interface CheckedDocument {
  readonly version: number;
  readonly findings: readonly Finding[];
}

/** After the last keystroke. Long enough that nothing is underlined while a word is being typed. */
const pause = 400;

/** Keeps the Problems of open drafts: read when one is opened, and a moment after each change. Nothing else is ever read. */
export function registerDraftProblems(deps: DraftProblemsDeps): Disposable {
  const { openDrafts, log } = deps;
  const problems = vscode.languages.createDiagnosticCollection("khobor");
  const checked = new Map<string, CheckedDocument>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  const forget = ({ uri }: vscode.TextDocument) => {
    clearTimeout(waiting.get(uri.toString()));
    waiting.delete(uri.toString());
    checked.delete(uri.toString());
    problems.delete(uri);
  };
  const look = async (document: vscode.TextDocument): Promise<void> => {
    const provenance = document.isClosed ? undefined : await openDrafts.of(document);
    if (!provenance || provenance.sentAs !== undefined) {
      forget(document);
      return;
    }
    const { version } = document;
    const [{ checkDraft }, { diagnosticOf }] = await Promise.all([import("../../flows/checkDraft"), import("./diagnostic"), deps.texts()]);
    const findings = await checkDraft(provenance, document.getText(), deps);
    // What was typed meanwhile has set the clock anew; what was closed has nothing to show.
    if (document.isClosed || document.version !== version) return;
    checked.set(document.uri.toString(), { version, findings });
    problems.set(document.uri, findings.map((finding) => diagnosticOf(finding, document, deps.say)));
  };
  const soon = (document: vscode.TextDocument, wait = pause): void => {
    if (vscode.languages.match(openDrafts.selector, document) === 0) return;
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        look(document).catch((error: unknown) => log.error("a draft could not be checked", error));
      }, wait),
    );
  };
  const all = () => vscode.workspace.textDocuments.forEach((document) => soon(document));
  vscode.workspace.textDocuments.forEach((document) => soon(document));

  const parts = [
    problems,
    vscode.workspace.onDidOpenTextDocument((document) => soon(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && soon(document)),
    vscode.workspace.onDidCloseTextDocument(forget),
    openDrafts.onDidChange(all),
    deps.onDidChange(all),
    vscode.languages.registerCodeActionsProvider(
      openDrafts.selector,
      {
        provideCodeActions: async (document, range) => {
          const known = checked.get(document.uri.toString());
          const provenance = known?.version === document.version ? await openDrafts.of(document) : undefined;
          return known && provenance ? (await import("./quickFixes")).quickFixes(document, range, known.findings, provenance, deps.say) : [];
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  ];
  return {
    dispose: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      for (const part of parts) part.dispose();
    },
  };
}

import type { Book } from "../core/book/book";
import type { SecretScanner } from "../core/checks/secretScanner";
import { deferred } from "../core/deferred";
import type { WorkSigns } from "../core/owed/desk";
import type { Event } from "../core/ports/events";
import type { LocalPaths } from "../core/ports/book";
import type { GitLog, GitPerson, RepositoryFinder, RepositoryRoots } from "../core/ports/git";
import type { Renderers } from "../flows/renderers";
import type { Ground } from "./ground";

interface Given {
  /** The folders of the workspace. */
  readonly folders: () => readonly string[];
  readonly onDidChangeFolders: Event<void>;
  /** The repositories that the editor has open. */
  readonly known: () => readonly string[];
  /** The path of the git that the editor uses; undefined: the one that the system finds. */
  readonly git: () => string | undefined;
  readonly localPaths: LocalPaths;
}

export type Work = ReturnType<typeof openWork>;

/** What reads work and puts it into words: git, Handlebars and the templates are loaded when the first draft is asked for. */
export function openWork({ log, say, messages, trust, at }: Ground, { folders, onDidChangeFolders, known, git, localPaths }: Given) {
  const ofEditor = () => {
    const binary = git();
    return binary === undefined ? {} : { binary };
  };
  const finder: RepositoryFinder & RepositoryRoots = {
    onDidChange: onDidChangeFolders,
    ...deferred(async () => (await import("../git/finder")).createFinder({ ...ofEditor(), folders, known, isTrusted: () => trust.isTrusted(), localPaths, log }), ["find", "at", "locate", "roots"]),
  };
  const gitLog: GitLog & GitPerson = deferred(async () => (await import("../git/gitLog")).createGitLog(ofEditor()), ["read", "patchIds", "myEmails", "myName", "newestAt", "tags"]);
  const loadTemplates = async () => {
    const [{ createRenderers }, { shippedTemplates: shipped }, { createCustomTemplates }] = await Promise.all([
      import("../flows/renderers"),
      import("../storage/shippedTemplates"),
      import("../storage/customTemplates"),
    ]);
    return { createRenderers, shipped, custom: createCustomTemplates({ folder: at("templates"), workspaceFolders: folders, trust }) };
  };
  const renderers: Renderers = deferred(async () => {
    const [{ createRenderers, shipped, custom }, { sayNotUsed }] = await Promise.all([loadTemplates(), import("../ui/commands/template/sayNotUsed")]);
    return createRenderers(shipped, { templates: custom, notUsed: ({ path }, kind, why, partial) => sayNotUsed(path, partial === undefined ? kind : { partial }, why, { log, say, messages }) });
  }, ["of"]);
  const scanner: SecretScanner = deferred(async () => (await import("../services/secretlint/scanner")).createSecretScanner(), ["scan"]);
  const workSigns = async (of: Book): Promise<WorkSigns> => (trust.isTrusted() ? (await import("../git/workSigns")).readWorkSigns(of.project, localPaths.current()) : new Map());
  return { finder, gitLog, loadTemplates, renderers, scanner, workSigns };
}

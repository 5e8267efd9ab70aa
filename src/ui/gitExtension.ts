import * as vscode from "vscode";
import { onDisk } from "./onDisk";

/** The part of the built-in Git extension's API that is used (version 1, extensions/git/src/api/git.d.ts of VS Code). */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): {
    readonly git: { readonly path: string };
    readonly repositories: readonly { readonly rootUri: vscode.Uri }[];
  };
}

/** Undefined where it is missing, switched off or not started yet. */
function openGit(): ReturnType<GitExtension["getAPI"]> | undefined {
  const extension = vscode.extensions.getExtension<GitExtension>("vscode.git");
  return extension?.isActive === true && extension.exports.enabled ? extension.exports.getAPI(1) : undefined;
}

/** The repositories that the built-in Git extension has open, on this disk. */
export const repositoriesOfGitExtension = (): readonly string[] => onDisk(openGit()?.repositories.map(({ rootUri }) => rootUri) ?? []);

/** The git that the built-in Git extension uses: the one of the setting `git.path`, or the one that it has found. */
export const gitOfGitExtension = (): string | undefined => openGit()?.git.path;

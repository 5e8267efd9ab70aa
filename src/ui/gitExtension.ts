import * as vscode from "vscode";

/** The part of the built-in Git extension's API that is used (version 1, extensions/git/src/api/git.d.ts of VS Code). */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): {
    readonly repositories: readonly { readonly rootUri: vscode.Uri }[];
  };
}

/** The repositories that the built-in Git extension has open. None where it is missing, switched off or not started yet. */
export function repositoriesOfGitExtension(): readonly string[] {
  const extension = vscode.extensions.getExtension<GitExtension>("vscode.git");
  if (!extension?.isActive || !extension.exports.enabled) return [];
  return extension.exports.getAPI(1).repositories.map(({ rootUri }) => rootUri.fsPath);
}

import * as vscode from "vscode";
import { projectOfScope } from "../../../core/book/queries";
import type { CommitArgument } from "../../documents/lineHover";
import type { DraftCommandsDeps } from "./deps";

/** Opens a commit in the Git view. The argument comes from a link in a hover, so it is checked like anything from outside. */
export async function openCommit(argument: unknown, deps: DraftCommandsDeps): Promise<void> {
  if (!isCommit(argument)) return;
  const scope = projectOfScope(deps.book.current(), argument.scopeId)?.scopes.find(({ id }) => id === argument.scopeId);
  const path = scope && (await deps.finder.locate(scope));
  if (path === undefined) {
    deps.messages.warn({ id: "git.notFound", values: { name: scope?.name ?? "" } });
    return;
  }
  await deps.commands.executeCommand("git.viewCommit", vscode.Uri.file(path), argument.hash);
}

function isCommit(argument: unknown): argument is CommitArgument {
  if (typeof argument !== "object" || argument === null) return false;
  const { scopeId, hash } = argument as Partial<Record<keyof CommitArgument, unknown>>;
  return typeof scopeId === "string" && typeof hash === "string" && /^[0-9a-f]{7,64}$/.test(hash);
}

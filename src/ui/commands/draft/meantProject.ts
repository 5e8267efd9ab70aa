import * as vscode from "vscode";
import type { Project } from "../../../core/book/project";
import { projectsOf, recordById } from "../../../core/book/queries";
import type { Text } from "../../../core/say";
import { chooseProject } from "../../../flows/chooseProject";
import { onDisk } from "../../onDisk";
import type { NodeArgument } from "../nodeArgument";
import type { DraftCommandsDeps } from "./deps";

/** The project of a tree row, else the one that is meant by what is open or picked. Undefined: none, or cancelled. */
export async function meantProject(
  node: NodeArgument | undefined,
  title: Text,
  deps: DraftCommandsDeps,
): Promise<Project | undefined> {
  const book = deps.book.current();
  if (node) {
    const project = recordById(book, "project", node.recordId);
    const projects = project ? [project] : projectsOf(book, node.recordId);
    return projects.length > 1 ? deps.prompts.pickProject(projects, title) : projects[0];
  }
  const editor = vscode.window.activeTextEditor?.document.uri;
  const [folder, ...others] = vscode.workspace.workspaceFolders ?? [];
  const places = onDisk([editor, others.length === 0 ? folder?.uri : undefined].filter((uri) => uri !== undefined));
  return chooseProject(book, places, title, deps);
}

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import * as vscode from "vscode";
import { historyEntrySchema, type HistoryEntry } from "../../../src/core/book/sentRecord";
import { provenanceSchema, type Provenance } from "../../../src/core/drafting/draft";
import type { CommandId } from "../../../src/ui/commandIds";
import { eventually } from "../../support/host/runner";

// Drafts by the means that any other extension has: commands, documents, hovers, lenses, and the files that are left on disk.

export const run = (command: CommandId, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);

/** Drafts the update of a project whose beginning is known, and gives the document that opened for it. */
export async function draftUpdate(projectId: string): Promise<vscode.TextDocument> {
  const before = vscode.window.activeTextEditor?.document.uri.toString();
  return eventually("the draft to open", async () => {
    // until the sample is in the book there is no such project
    await run("khobor.draftUpdate", { kind: "project", recordId: projectId });
    const document = vscode.window.activeTextEditor?.document;
    return document?.fileName.endsWith("message.md") === true && document.uri.toString() !== before ? document : undefined;
  });
}

export async function provenanceOf(document: vscode.TextDocument): Promise<Provenance> {
  const text = await readFile(path.join(path.dirname(document.fileName), "provenance.json"), "utf8");
  return v.parse(provenanceSchema, JSON.parse(text));
}

/** What was sent and withdrawn, from the files beside the drafts. */
export async function historyBeside(document: vscode.TextDocument): Promise<readonly HistoryEntry[]> {
  const folder = path.resolve(document.fileName, "../../../sent");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  return Promise.all(names.map(async (name) => v.parse(historyEntrySchema, JSON.parse(await readFile(path.join(folder, name), "utf8")))));
}

/** Marks a message as sent as its user does, with it in front. Says what was in the way where that leaves no record. */
export async function markAsSent(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  // A file that was made just now may be looked at by the editor once more before it lets it be written.
  const saved = await eventually("the message to be saved", async () => (await document.save()) || undefined).catch(() => false);
  const draft = (await provenanceOf(document)).id;
  await run("khobor.markAsSent");
  const records = await historyBeside(document);
  if (records.some((entry) => entry.what === "sent" && entry.draftId === draft)) return;
  const problems = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
  const front = vscode.window.activeTextEditor?.document.uri.toString();
  throw new Error(`Nothing was recorded: ${JSON.stringify({ saved, isDirty: document.isDirty, front, records: records.length, problems, lenses: await lensesOf(document) })}`);
}

export function lineWith(document: vscode.TextDocument, words: string): vscode.TextLine {
  const at = document.getText().split(/\r?\n/).findIndex((line) => line.includes(words));
  if (at < 0) throw new Error(`No line says “${words}”:\n${document.getText()}`);
  return document.lineAt(at);
}

/** What hovering over a line shows, as it reads: Markdown with its escapes undone. */
export async function hoverOn(document: vscode.TextDocument, words: string): Promise<string> {
  const { range } = lineWith(document, words);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, range.start.translate(0, 3));
  const markdown = hovers.flatMap(({ contents }) => contents.map((part) => (part instanceof vscode.MarkdownString ? part.value : ""))).join("\n");
  return markdown.replaceAll("&nbsp;", " ").replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** The titles of the actions above a draft. */
export async function lensesOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 20);
  return lenses.flatMap(({ command }) => (command ? [command.title] : []));
}

/** Waits until the actions above a draft are such: they follow its records, and the language. */
export const lensesBecome = (document: vscode.TextDocument, what: string, wanted: (titles: readonly string[]) => boolean) =>
  eventually(what, async () => {
    const titles = await lensesOf(document);
    return wanted(titles) ? titles : undefined;
  });

/** Replaces the words of a line, as typing does; an empty replacement takes the whole line away. */
export async function rewrite(document: vscode.TextDocument, words: string, replacement: string): Promise<void> {
  const line = lineWith(document, words);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, replacement === "" ? line.rangeIncludingLineBreak : line.range, replacement);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error("VS Code did not take the edit");
}

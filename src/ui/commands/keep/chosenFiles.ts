import * as vscode from "vscode";
import { textOfBytes } from "../../../core/book/bytesText";

/** A file that the user chose, as an address: it may lie on another machine than the window. */
export type FileAddress = string;

export interface ChosenFiles {
  /** Where to; undefined where the user cancelled. `name` is offered. */
  save(question: { readonly title: string; readonly name: string; readonly kind: string; readonly endings: readonly string[] }): Promise<FileAddress | undefined>;
  open(question: { readonly title: string; readonly kind: string; readonly endings: readonly string[] }): Promise<FileAddress | undefined>;
  write(file: FileAddress, content: string | Uint8Array): Promise<void>;
  /** As textOfBytes has it. Undefined where it is larger than anything of ours. Rejects where it cannot be read. */
  read(file: FileAddress): Promise<string | undefined>;
  show(file: FileAddress): Promise<void>;
  /** With the program that the system opens such files with; on another machine than the window, in the editor. */
  openOutside(file: FileAddress): Promise<void>;
  /** Opens a folder of this machine in the system's own file manager, or names it where that cannot be. */
  reveal(folder: string): Promise<void>;
}

const mostBytes = 64 * 1024 * 1024;

/** Beside the workspace: what is in it may be committed, and clients are nobody else's business. */
function usualFolder(): vscode.Uri | undefined {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  return workspace && vscode.Uri.joinPath(workspace, "..");
}

export const vscodeFiles: ChosenFiles = {
  async save({ title, name, kind, endings }) {
    const folder = usualFolder();
    const chosen = await vscode.window.showSaveDialog({ title, filters: { [kind]: [...endings] }, ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }) });
    return chosen?.toString();
  },
  async open({ title, kind, endings }) {
    const folder = usualFolder();
    const chosen = await vscode.window.showOpenDialog({ title, filters: { [kind]: [...endings] }, canSelectMany: false, ...(folder && { defaultUri: folder }) });
    return chosen?.[0]?.toString();
  },
  write: async (file, content) => vscode.workspace.fs.writeFile(vscode.Uri.parse(file, true), typeof content === "string" ? Buffer.from(content, "utf8") : content),
  async read(file) {
    const uri = vscode.Uri.parse(file, true);
    if ((await vscode.workspace.fs.stat(uri)).size > mostBytes) return undefined;
    return textOfBytes(await vscode.workspace.fs.readFile(uri));
  },
  async show(file) {
    await vscode.window.showTextDocument(vscode.Uri.parse(file, true), { preview: false });
  },
  async openOutside(file) {
    const uri = vscode.Uri.parse(file, true);
    const near = uri.scheme === "file" && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
    if (!near || !(await vscode.env.openExternal(uri))) await this.show(file);
  },
  async reveal(folder) {
    const uri = vscode.Uri.file(folder);
    await vscode.workspace.fs.createDirectory(uri);
    if (vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop) await vscode.env.openExternal(uri);
    else await vscode.commands.executeCommand("vscode.openFolder", uri, { forceNewWindow: true });
  },
};

/** The file that another extension, a task or a keybinding named; undefined: the user is asked. */
export function addressIn(argument: unknown): FileAddress | undefined {
  return argument instanceof vscode.Uri ? argument.toString() : undefined;
}

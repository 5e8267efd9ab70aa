import * as vscode from "vscode";

/** Opens a folder of this machine in a window of its own. False where it is not there any more. */
export async function openFolder(path: string): Promise<boolean> {
  const uri = vscode.Uri.file(path);
  const type = await vscode.workspace.fs.stat(uri).then(
    (found) => found.type,
    () => vscode.FileType.Unknown,
  );
  if ((type & vscode.FileType.Directory) === 0) return false;
  await vscode.commands.executeCommand("vscode.openFolder", uri, { forceNewWindow: true });
  return true;
}

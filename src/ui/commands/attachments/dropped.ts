import * as vscode from "vscode";
import type { Provenance } from "../../../core/drafting/draft";
import { attachFile } from "../../../flows/attach";
import { attachFiles, named } from "./attach";
import type { AttachmentCommandsDeps } from "./deps";

export type Dropped = vscode.Uri | vscode.DataTransferFile;

/** What was dragged in: files of the explorer by their address, files from elsewhere with their content. */
export async function droppedFiles(transfer: vscode.DataTransfer): Promise<readonly Dropped[]> {
  const found: Dropped[] = [];
  const list = await transfer.get("text/uri-list")?.asString();
  for (const line of (list ?? "").split(/\r?\n/).filter((each) => each.trim() !== "" && !each.startsWith("#"))) {
    const uri = parsed(line.trim());
    // A page's address is for the editor to insert.
    if (uri && uri.scheme !== "http" && uri.scheme !== "https") found.push(uri);
  }
  if (found.length > 0) return found;
  for (const [, item] of transfer) {
    const file = item.asFile();
    if (file) found.push(file);
  }
  return found;
}

function parsed(line: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(line, true);
  } catch {
    return undefined;
  }
}

export async function attachDropped(files: readonly Dropped[], document: vscode.TextDocument, provenance: Provenance, deps: AttachmentCommandsDeps): Promise<void> {
  for (const file of files) {
    if (file instanceof vscode.Uri) await attachFiles([file], document, provenance, deps);
    else await named(document, await attachFile(provenance.id, { name: file.name, content: await file.data() }, deps), deps);
  }
}

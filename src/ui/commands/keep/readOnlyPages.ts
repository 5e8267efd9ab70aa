import * as vscode from "vscode";
import type { Disposable } from "../../../core/ports/events";

interface Page {
  /** What the tab shows. */
  readonly name: string;
  readonly text: string;
}

/** Pages to look at that are no files: nothing in them can be changed. */
export interface ReadOnlyPages {
  show(page: Page): Promise<void>;
  /** Side by side, with what differs marked. */
  compare(title: string, left: Page, right: Page): Promise<void>;
}

const scheme = "khobor-kept";

/** Texts live as long as their page is open. */
export function createReadOnlyPages(): ReadOnlyPages & Disposable {
  const texts = new Map<string, string>();
  let opened = 0;
  const address = ({ name, text }: Page) => {
    const uri = vscode.Uri.from({ scheme, path: `/${name.replaceAll("/", "-")}`, query: String(++opened) });
    texts.set(uri.toString(), text);
    return uri;
  };
  const registered = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? "" }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
  );
  return {
    async show(page) {
      await vscode.window.showTextDocument(address(page), { preview: true, preserveFocus: true });
    },
    async compare(title, left, right) {
      await vscode.commands.executeCommand("vscode.diff", address(left), address(right), title, { preview: true, preserveFocus: true });
    },
    dispose: () => void registered.dispose(),
  };
}

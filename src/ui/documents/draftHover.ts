import * as vscode from "vscode";
import type { HoverDeps } from "./lineHover";
import type { OpenDrafts } from "./openDrafts";

/** Hovering over a line of a draft shows the commits that it rests on. */
export function registerDraftHover({ openDrafts, ...deps }: HoverDeps & { readonly openDrafts: OpenDrafts }): vscode.Disposable {
  return vscode.languages.registerHoverProvider(openDrafts.selector, {
    provideHover: async (document, position) => {
      const provenance = await openDrafts.of(document);
      return provenance && (await import("./lineHover")).lineHover(document, position.line, provenance, deps);
    },
  });
}

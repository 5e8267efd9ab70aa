import * as vscode from "vscode";
import type { HoverDeps } from "./lineHover";
import type { DocumentDeps } from "./openDrafts";

/** Hovering over a line of a draft shows the commits that it rests on. */
export function registerDraftHover({ openDrafts, texts, ...deps }: HoverDeps & DocumentDeps): vscode.Disposable {
  return vscode.languages.registerHoverProvider(openDrafts.selector, {
    provideHover: async (document, position) => {
      const provenance = await openDrafts.of(document);
      if (!provenance) return undefined;
      const [{ lineHover }] = await Promise.all([import("./lineHover"), texts()]);
      return lineHover(document, position.line, provenance, deps);
    },
  });
}

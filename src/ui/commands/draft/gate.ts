import type * as vscode from "vscode";
import type { Overrides } from "../../../core/ports/channels";
import type { Provenance } from "../../../core/drafting/draft";
import type { GateDeps } from "../../checks/gate";
import type { Messages } from "../../messages";

/** A draft that is about to go out, or to be called sent. */
export interface Leaving {
  readonly document: vscode.TextDocument;
  readonly provenance: Provenance;
}

/** The one gate that a draft passes before it is sent or marked as sent. Undefined: it stays. */
export async function mayBeSent({ document, provenance }: Leaving, deps: GateDeps & { readonly messages: Pick<Messages, "warn"> }): Promise<{ readonly overrides: Overrides } | undefined> {
  const text = document.getText();
  const { passGate } = await import("../../checks/gate");
  const overrides = await passGate(document, provenance, deps);
  if (!overrides) return undefined;
  if (document.getText() === text) return { overrides };
  // What was typed while reasons were asked for has not been checked.
  deps.messages.warn({ id: "draft.changedMeanwhile" });
  return undefined;
}

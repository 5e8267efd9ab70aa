import * as vscode from "vscode";
import type { MessageKind } from "../../../core/book/messageKind";
import type { Log } from "../../../core/ports/user";
import type { Say, Text } from "../../../core/say";
import type { Messages } from "../../messages";

/** A template or a partial of the user's own that cannot be used: why the shipped one was, and the way to mend it. */
export function sayNotUsed(file: string, of: MessageKind | { readonly partial: string }, why: Text, { log, say, messages }: { readonly log: Log; readonly say: Say; readonly messages: Messages }): void {
  log.warn(`${file}: ${say(why)}`);
  const open = { label: { id: "template.open" }, run: () => vscode.window.showTextDocument(vscode.Uri.file(file)) } as const;
  messages.warn(notUsed(of, why), open);
}

export const notUsed = (of: MessageKind | { readonly partial: string }, why: Text): Text =>
  typeof of === "string" ? { id: "template.notUsed", values: { kind: { id: `messageKind.${of}` }, why } } : { id: "template.partialNotUsed", values: { name: of.partial, why } };

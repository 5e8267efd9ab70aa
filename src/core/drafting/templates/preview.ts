import type { MessageKind } from "../../book/messageKind";
import type { Text } from "../../say";
import type { MessageView } from "../kinds/messageView";
import type { Renderer } from "../renderer";
import { putSubject } from "../subject";
import { customRenderer, type OwnTexts } from "./customRenderer";

export interface PreviewedText {
  readonly text: string;
  /** Why the shipped template is shown, or the shipped partial of this name. */
  readonly notUsed?: { readonly why: Text; readonly partial?: string };
}

/** What a template makes of a message, exactly as a draft would be: the shipped one's text where it cannot be used. */
export function renderPreview(texts: OwnTexts, kind: MessageKind, shipped: Renderer, { view, subject }: { readonly view: MessageView; readonly subject: boolean }): PreviewedText {
  let notUsed: PreviewedText["notUsed"];
  const renderer = customRenderer(texts, kind, shipped, (why, partial) => (notUsed ??= { why, ...(partial !== undefined && { partial }) }));
  const body = renderer.render(view);
  const line = subject ? renderer.subject(view) : undefined;
  const text = line === undefined ? body : putSubject(line, body, view.language);
  return { text: text.replace(workMarks, ""), ...(notUsed && { notUsed }) };
}

/** By which a draft finds the lines of its work items. */
const workMarks = /[\ue100-\uf8ff]/gu;

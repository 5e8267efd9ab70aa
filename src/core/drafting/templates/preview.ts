import type { MessageKind } from "../../book/messageKind";
import type { Text } from "../../say";
import type { MessageView } from "../kinds/messageView";
import type { Renderer } from "../renderer";
import { putSubject } from "../subject";
import type { TemplateTexts } from "../textRenderer";
import { customRenderer } from "./customRenderer";

export interface PreviewedText {
  readonly text: string;
  /** Why the shipped template is shown. */
  readonly notUsed?: Text;
}

/** What a template makes of a message, exactly as a draft would be: the shipped one's text where it cannot be used. */
export function renderPreview(texts: TemplateTexts, kind: MessageKind, shipped: Renderer, { view, subject }: { readonly view: MessageView; readonly subject: boolean }): PreviewedText {
  let notUsed: Text | undefined;
  const renderer = customRenderer(texts, kind, shipped, (why) => (notUsed = why));
  const body = renderer.render(view);
  const line = subject ? renderer.subject(view) : undefined;
  const text = line === undefined ? body : putSubject(line, body, view.language);
  return { text: text.replace(workMarks, ""), ...(notUsed && { notUsed }) };
}

/** By which a draft finds the lines of its work items. */
const workMarks = /[\ue100-\uf8ff]/gu;

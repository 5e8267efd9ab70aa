import type { MessageKind } from "../../book/messageKind";
import type { Text } from "../../say";
import type { Renderer } from "../renderer";
import { createRenderer, type TemplateTexts } from "../textRenderer";
import { checkTemplate } from "./check";
import { isUsable } from "./finding";
import { obligatoryIn } from "./obligatory";
import { variablesOf } from "./variables";

/** All that is wrong with a template of this kind, beside the shipped partials of its language. */
export const checkOf = (text: string, kind: MessageKind, partials: TemplateTexts["partials"]) =>
  checkTemplate(text, { variables: variablesOf(kind) ?? [], partials, obligatory: obligatoryIn(kind) });

/**
 * Renders a template of the user's own; where it is broken, or breaks on the message in hand, the shipped one.
 * @param broken told why, at most once
 */
export function customRenderer(
  { template, partials }: TemplateTexts,
  kind: MessageKind,
  shipped: Renderer,
  broken: (why: Text) => void,
): Renderer {
  const wrong = checkOf(template, kind, partials).find((finding) => !isUsable([finding]));
  if (wrong) {
    broken(wrong.problem);
    return shipped;
  }
  let inUse: Renderer = createRenderer({ template, partials });
  const orShipped = <T>(render: (renderer: Renderer) => T): T => {
    if (inUse === shipped) return render(shipped);
    try {
      return render(inUse);
    } catch (error) {
      inUse = shipped;
      broken({ id: error instanceof RangeError ? "template.endless" : "template.fails" });
      return render(shipped);
    }
  };
  return {
    render: (view) => orShipped((renderer) => renderer.render(view)),
    subject: (view) => orShipped((renderer) => renderer.subject(view)),
    renderPartial: (name, view) => orShipped((renderer) => renderer.renderPartial(name, view)),
  };
}

import type { Language } from "../core/book/fields";
import type { MessageKind } from "../core/book/messageKind";
import { createCompiledRenderer } from "../core/drafting/compiledRenderer";
import type { Renderer } from "../core/drafting/renderer";
import type { TemplateSource } from "../core/ports";

/** The renderer of each message kind and language, compiled once. */
export interface Renderers {
  /** Rejects where there is no such template. */
  of(kind: MessageKind, language: Language): Promise<Renderer>;
}

export function createRenderers(templates: TemplateSource): Renderers {
  const made = new Map<string, Promise<Renderer>>();

  const make = async (name: string, language: Language): Promise<Renderer> => {
    const compiled = await templates.compiled?.(name);
    if (compiled !== undefined) return createCompiledRenderer(compiled);
    const [template, partials] = await Promise.all([templates.template(name), templates.partials(language)]);
    if (template === undefined) throw new Error(`There is no template ${name}.`);
    const { createRenderer } = await import("../core/drafting/textRenderer");
    return createRenderer({ template, partials });
  };

  return {
    of: (kind, language) => {
      const name = templateName(kind, language);
      const known = made.get(name);
      if (known) return known;
      const making = make(name, language);
      made.set(name, making);
      // A failure is not kept: the next try reads the template anew.
      making.catch(() => made.delete(name));
      return making;
    },
  };
}

export const templateName = (kind: MessageKind, language: Language): string => `${language}/${kind}`;

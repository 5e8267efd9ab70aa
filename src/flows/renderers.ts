import type { Language } from "../core/book/fields";
import type { MessageKind } from "../core/book/messageKind";
import { createCompiledRenderer } from "../core/drafting/compiledRenderer";
import type { Renderer } from "../core/drafting/renderer";
import type { CustomTemplate, CustomTemplates, TemplateSource } from "../core/ports/templates";
import type { Text } from "../core/say";

/** The renderer of each message kind and language, compiled once. */
export interface Renderers {
  /** Rejects where there is no such template. */
  of(kind: MessageKind, language: Language): Promise<Renderer>;
}

/** The user's own templates, and who is told of one that cannot be used. */
export interface OwnTemplates {
  readonly templates: Pick<CustomTemplates, "find">;
  readonly notUsed: (template: CustomTemplate, kind: MessageKind, why: Text) => void;
}

/** The user's own template comes before the shipped one. A broken one never stands in the way of a message. */
export function createRenderers(templates: TemplateSource, own?: OwnTemplates): Renderers {
  const shipped = onceEach((name: string, _kind: MessageKind, language: Language) => makeShipped(templates, name, language));
  const custom = new Map<string, { readonly text: string | undefined; readonly making: Promise<Renderer> }>();

  const makeCustom = async (template: CustomTemplate, name: string, kind: MessageKind, language: Language): Promise<Renderer> => {
    const [fallback, partials] = await Promise.all([shipped(name, kind, language), templates.partials(language)]);
    const notUsed = (why: Text) => own?.notUsed(template, kind, why);
    if (template.text === undefined) {
      notUsed({ id: "template.unreadableFile" });
      return fallback;
    }
    const { customRenderer } = await import("../core/drafting/templates/customRenderer");
    return customRenderer({ template: template.text, partials }, kind, fallback, notUsed);
  };

  return {
    async of(kind, language) {
      const name = templateName(kind, language);
      const template = await own?.templates.find(name);
      if (template === undefined) {
        custom.delete(name);
        return shipped(name, kind, language);
      }
      const known = custom.get(name);
      if (known && known.text === template.text) return known.making;
      const making = makeCustom(template, name, kind, language);
      custom.set(name, { text: template.text, making });
      making.catch(() => custom.delete(name));
      return making;
    },
  };
}

async function makeShipped(templates: TemplateSource, name: string, language: Language): Promise<Renderer> {
  const compiled = await templates.compiled?.(name);
  if (compiled !== undefined) return createCompiledRenderer(compiled);
  const [template, partials] = await Promise.all([templates.template(name), templates.partials(language)]);
  if (template === undefined) throw new Error(`There is no template ${name}.`);
  const { createRenderer } = await import("../core/drafting/textRenderer");
  return createRenderer({ template, partials });
}

/** Makes what a name stands for once; a failure is not kept: the next try reads anew. */
function onceEach<A extends readonly [string, ...unknown[]], T>(make: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (...args) => {
    const known = made.get(args[0]);
    if (known) return known;
    const making = make(...args);
    made.set(args[0], making);
    making.catch(() => made.delete(args[0]));
    return making;
  };
}

export const templateName = (kind: MessageKind, language: Language): string => `${language}/${kind}`;

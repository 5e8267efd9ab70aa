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
  readonly templates: Pick<CustomTemplates, "find" | "partials">;
  /** @param partial its name, where the template is one */
  readonly notUsed: (template: CustomTemplate, kind: MessageKind, why: Text, partial?: string) => void;
}

/** Of a message that is not written from shipped texts alone. */
interface Own {
  readonly template: CustomTemplate | undefined;
  readonly partials: Readonly<Record<string, CustomTemplate>>;
}

/** The user's own templates and partials come before the shipped ones. A broken one never stands in the way of a message. */
export function createRenderers(templates: TemplateSource, own?: OwnTemplates): Renderers {
  const shipped = onceEach((name: string, _kind: MessageKind, language: Language) => makeShipped(templates, name, language));
  const custom = new Map<string, { readonly key: string; readonly making: Promise<Renderer> }>();

  const makeCustom = async ({ template, partials: ownPartials }: Own, name: string, kind: MessageKind, language: Language): Promise<Renderer> => {
    const [fallback, partials, text] = await Promise.all([shipped(name, kind, language), templates.partials(language), template ? template.text : templates.template(name)]);
    const notUsed = (of: CustomTemplate | undefined, why: Text, partial?: string) => of && own?.notUsed(of, kind, why, partial);
    for (const [partial, of] of Object.entries(ownPartials)) if (of.text === undefined) notUsed(of, { id: "template.unreadableFile" }, partial);
    if (text === undefined) {
      notUsed(template, { id: "template.unreadableFile" });
      return fallback;
    }
    const { customRenderer } = await import("../core/drafting/templates/customRenderer");
    return customRenderer({ template: text, partials, own: textsOf(ownPartials) }, kind, fallback, (why, partial) => notUsed(partial === undefined ? template : ownPartials[partial], why, partial));
  };

  return {
    async of(kind, language) {
      const name = templateName(kind, language);
      const [template, partials = {}] = await Promise.all([own?.templates.find(name), own?.templates.partials(language)]);
      if (template === undefined && Object.keys(partials).length === 0) {
        custom.delete(name);
        return shipped(name, kind, language);
      }
      const key = JSON.stringify([template, partials]);
      const known = custom.get(name);
      if (known?.key === key) return known.making;
      const making = makeCustom({ template, partials }, name, kind, language);
      custom.set(name, { key, making });
      making.catch(() => custom.delete(name));
      return making;
    },
  };
}

/** Those that can be read. */
export const textsOf = (own: Readonly<Record<string, CustomTemplate>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(own).flatMap(([name, { text }]) => (text === undefined ? [] : [[name, text]])));

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

import type { Language } from "../core/book/fields";
import type { MessageTemplate } from "../core/drafting/templates/checkPartial";
import { templateKinds } from "../core/drafting/templates/reference";
import type { CustomTemplates, TemplateSource } from "../core/ports/templates";
import { templateName, textsOf } from "./renderers";

type Texts = Readonly<Record<string, string>>;

/** What messages of a language are written from now. */
export interface TemplatesInUse {
  readonly messages: readonly MessageTemplate[];
  readonly shipped: Texts;
  /** The user's own partials. */
  readonly own: Texts;
  /** Those in use: the user's own in the place of shipped ones. */
  readonly partials: Texts;
}

export interface TemplatesInUseDeps {
  readonly shipped: TemplateSource;
  readonly custom: Pick<CustomTemplates, "find" | "partials">;
}

export async function templatesInUse(language: Language, { shipped, custom }: TemplatesInUseDeps): Promise<TemplatesInUse> {
  const text = async (name: string) => (await custom.find(name))?.text ?? shipped.template(name);
  const [partials, found, ...messages] = await Promise.all([
    shipped.partials(language),
    custom.partials(language),
    ...templateKinds().map(async (kind) => ({ kind, template: await text(templateName(kind, language)) })),
  ]);
  const own = textsOf(found);
  return {
    messages: messages.flatMap(({ kind, template }) => (template === undefined ? [] : [{ kind, template }])),
    shipped: partials,
    own,
    partials: { ...partials, ...own },
  };
}

import { partials, templates, texts } from "khobor:templates";
import type { CompiledTemplates } from "../core/drafting/compiledRenderer";
import { isTemplateName } from "../core/drafting/templateName";
import type { TemplateSource } from "../core/ports/templates";

/** The templates that come with Khobor, as they are written and as the build compiled them. Each part is loaded when it is first asked for. */
export const shippedTemplates: TemplateSource & Required<Pick<TemplateSource, "compiled">> = {
  // A partial is no template by itself.
  async template(name) {
    if (!isTemplateName(name) || name.includes("/partials/")) return undefined;
    const [language = "", kind = ""] = name.split("/");
    const written = await textsOf(language);
    return Object.hasOwn(written, kind) ? written[kind] : undefined;
  },
  async partials(language) {
    const written = Object.entries(await textsOf(language));
    return Object.fromEntries(written.filter(([name]) => name.startsWith(folder)).map(([name, text]) => [name.slice(folder.length), text]));
  },
  compiled: compiledTemplate,
};

const folder = "partials/";

async function textsOf(language: string): Promise<Readonly<Record<string, string>>> {
  const load = Object.hasOwn(texts, language) ? texts[language] : undefined;
  return load === undefined ? {} : (await load()).default;
}

/** "en/progress"; undefined where there is none. */
async function compiledTemplate(name: string): Promise<CompiledTemplates | undefined> {
  const language = name.split("/")[0] ?? "";
  if (!Object.hasOwn(templates, name) || !Object.hasOwn(partials, language)) return undefined;
  const [load, loadPartials] = [templates[name], partials[language]];
  if (load === undefined || loadPartials === undefined) return undefined;
  const [own, shared] = await Promise.all([load(), loadPartials()]);
  return { template: own.default, partials: shared.default };
}

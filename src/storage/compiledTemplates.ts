import { partials, templates } from "khobor:templates";
import type { CompiledTemplates } from "../core/drafting/compiledRenderer";

/** A shipped template as the build compiled it, "en/progress"; undefined where there is none. */
export async function compiledTemplate(name: string): Promise<CompiledTemplates | undefined> {
  const language = name.split("/")[0] ?? "";
  if (!Object.hasOwn(templates, name) || !Object.hasOwn(partials, language)) return undefined;
  const [load, loadPartials] = [templates[name], partials[language]];
  if (load === undefined || loadPartials === undefined) return undefined;
  const [own, shared] = await Promise.all([load(), loadPartials()]);
  return { template: own.default, partials: shared.default };
}

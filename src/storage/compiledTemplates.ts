import { partials, templates } from "khobor:templates";
import type { CompiledTemplates } from "../core/drafting/compiledRenderer";

/** A shipped template as the build compiled it, "en/progress"; undefined where there is none. */
export async function compiledTemplate(name: string): Promise<CompiledTemplates | undefined> {
  const load = templates[name];
  const loadPartials = partials[name.split("/")[0] ?? ""];
  if (load === undefined || loadPartials === undefined) return undefined;
  const [own, shared] = await Promise.all([load(), loadPartials()]);
  return { template: own.default, partials: shared.default };
}

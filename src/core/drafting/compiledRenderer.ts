import Handlebars from "handlebars/runtime.js";
import { assembleRenderer, type Renderer } from "./renderer";

/** What Handlebars' compiler makes of a text. */
type CompiledTemplate = TemplateSpecification;

export interface CompiledTemplates {
  readonly template: CompiledTemplate;
  /** By name. */
  readonly partials: Readonly<Record<string, CompiledTemplate>>;
}

/** Renders templates that were compiled when the product was built; a fourth of Handlebars is enough for it. */
export function createCompiledRenderer(compiled: CompiledTemplates): Renderer {
  const handlebars = Handlebars.create();
  return assembleRenderer(compiled, handlebars, (template) => handlebars.template(template));
}

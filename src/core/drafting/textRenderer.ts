import Handlebars from "handlebars";
import { assembleRenderer, type Renderer } from "./renderer";
import { compileOptions, mostTemplate } from "./templates/dialect";

export interface TemplateTexts {
  readonly template: string;
  /** By name. */
  readonly partials: Readonly<Record<string, string>>;
}

/**
 * Renders templates from their texts, which takes the whole of Handlebars: what ships was compiled when it was built.
 * A broken text throws when it is first rendered.
 */
export function createRenderer(texts: TemplateTexts): Renderer {
  for (const text of [texts.template, ...Object.values(texts.partials)]) {
    if (text.length > mostTemplate) throw new RangeError(`A template is longer than ${mostTemplate} characters.`);
  }
  const handlebars = Handlebars.create();
  return assembleRenderer(texts, handlebars, (text) => handlebars.compile(text, compileOptions));
}

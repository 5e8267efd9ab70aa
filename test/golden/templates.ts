import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { TemplateTexts } from "../../src/core/drafting/textRenderer";

/** The shipped texts of a template, as an adapter would read them. */
export function shippedTemplate(language: "en" | "bn", name: string): TemplateTexts {
  const folder = path.resolve("templates", language);
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const partials = readdirSync(path.join(folder, "partials")).map((file) => [path.basename(file, ".hbs"), read(`partials/${file}`)] as const);
  return { template: read(`${name}.hbs`), partials: Object.fromEntries(partials) };
}

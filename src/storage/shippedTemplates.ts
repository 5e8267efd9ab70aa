import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { TemplateSource } from "../core/ports/templates";
import { hasCode } from "./files";
import { isTemplateName } from "../core/drafting/templateName";

/**
 * The templates that come with the extension: `<folder>/<language>/<name>.hbs`, partials in `<folder>/<language>/partials`.
 * Each is read when it is first asked for, and once.
 * @param compiled the same, as the build compiled them
 */
export function createShippedTemplates(folder: string, compiled?: TemplateSource["compiled"]): TemplateSource {
  const templates = createOnce((name: string) => textOf(path.join(folder, `${name}.hbs`)));
  const partials = createOnce((language: string) => partialsIn(path.join(folder, language, "partials")));
  return {
    // A partial is no template by itself.
    template: (name) => (isTemplateName(name) && !name.includes("/partials/") ? templates(name) : Promise.resolve(undefined)),
    partials,
    ...(compiled && { compiled }),
  };
}

/** Remembers what was read; what failed is read again. */
function createOnce<T>(read: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name) => {
    const reading = known.get(name) ?? read(name);
    known.set(name, reading);
    reading.catch(() => known.delete(name));
    return reading;
  };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

async function partialsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith(".hbs")).sort();
  const texts = await Promise.all(files.map(async (name) => [path.basename(name, ".hbs"), await readFile(path.join(folder, name), "utf8")] as const));
  return Object.fromEntries(texts);
}

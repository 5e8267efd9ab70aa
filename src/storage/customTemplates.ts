import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { CustomTemplate, CustomTemplates, TemplatePlace } from "../core/ports/templates";
import type { Trust } from "../core/ports/user";
import { hasCode, isThere, makeFolder, readBounded, writeOnce, type FileReading } from "./files";
import { isTemplateName } from "../core/drafting/templateName";

interface CustomTemplatesOptions {
  /** The user's own, for every workspace. */
  readonly folder: string;
  readonly workspaceFolders: () => readonly string[];
  readonly trust: Pick<Trust, "isTrusted">;
}

/** In a workspace: beside what the project keeps with its code. */
const workspaceTemplates = path.join(".khobor", "templates");

/** A byte or two more than any template that is used. */
export const mostTemplateBytes = 256 * 1024;

/** More partials than anybody writes; those that come first by name. */
const mostPartials = 200;

/** Files `<language>/<kind>.hbs` and `<language>/partials/<name>.hbs`. Those of a workspace count only where it is trusted: whoever wrote them writes to clients. */
export function createCustomTemplates({ folder, workspaceFolders, trust }: CustomTemplatesOptions): CustomTemplates {
  const inFolder = (of: string, name: string) => path.join(of, `${name}.hbs`);
  const candidates = (name: string): readonly { readonly place: TemplatePlace; readonly path: string }[] => [
    ...(trust.isTrusted() ? workspaceFolders().map((top) => ({ place: "workspace" as const, path: inFolder(path.join(top, workspaceTemplates), name) })) : []),
    { place: "user" as const, path: inFolder(folder, name) },
  ];

  const pathIn: CustomTemplates["pathIn"] = (place, name) => (isTemplateName(name) ? candidates(name).find((candidate) => candidate.place === place)?.path : undefined);

  const find = async (name: string): Promise<CustomTemplate | undefined> => {
    if (!isTemplateName(name)) return undefined;
    for (const candidate of candidates(name)) {
      // What cannot be read must not stand in the way of a message: whoever asked is told that it cannot.
      const reading = await readBounded(candidate.path, mostTemplateBytes).catch((): FileReading<string> => ({ is: "damaged", detail: "not readable" }));
      if (reading.is === "healthy") return { ...candidate, text: reading.value };
      if (reading.is === "damaged") return candidate;
    }
    return undefined;
  };

  return {
    pathIn,
    find,
    async partials(language) {
      // Where one of these folders is, a partial of any name would lie.
      const folders = new Set(candidates(`${language}/partials/any`).map((candidate) => path.dirname(candidate.path)));
      const files = await Promise.all([...folders].map((of) => readdir(of).catch((): readonly string[] => [])));
      const names = new Set(files.flat().flatMap((file) => (file.endsWith(".hbs") ? [path.basename(file, ".hbs")] : [])));
      const inOrder = [...names].filter((name) => isTemplateName(`${language}/partials/${name}`)).sort().slice(0, mostPartials);
      const found = await Promise.all(inOrder.map(async (name) => [name, await find(`${language}/partials/${name}`)] as const));
      return Object.fromEntries(found.flatMap(([name, own]) => (own ? [[name, own]] : [])));
    },
    async create(place, name, text) {
      const file = pathIn(place, name);
      if (file === undefined) throw new Error(`There is no place for a template ${name} in the ${place}.`);
      if (await isThere(file)) return file;
      await makeFolder(path.dirname(file));
      await writeOnce(file, text).catch((error: unknown) => {
        if (!hasCode(error, "EEXIST")) throw error;
      });
      return file;
    },
    remove: ({ path: file }) => rm(file, { force: true }),
  };
}

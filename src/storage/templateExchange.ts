import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { isTemplateName } from "../core/drafting/templateName";
import type { Exchanging } from "../core/ports/messages";
import { makeFolder, readBounded, writeWhole, type FileReading } from "./files";
import { mostTemplateBytes } from "./customTemplates";

/** What an export takes out of the folder of the user's own templates, and an import puts into it. */
export function templateExchange(folder: string): Pick<Exchanging, "templates" | "putTemplate" | "takeBackTemplate"> {
  const fileOf = (name: string) => path.join(folder, `${name}.hbs`);
  const read = (name: string) => readBounded(fileOf(name), mostTemplateBytes).catch((): FileReading<string> => ({ is: "damaged", detail: "not readable" }));
  /** Whether this very text lies there; nothing where it is undefined. */
  const stands = async (name: string, text: string | undefined): Promise<boolean> => {
    const there = await read(name);
    return text === undefined ? there.is === "missing" : there.is === "healthy" && there.value === text;
  };
  const write = async (name: string, text: string): Promise<void> => {
    await makeFolder(path.dirname(fileOf(name)));
    await writeWhole(fileOf(name), text);
  };
  return {
    async templates(notRead) {
      const found: { name: string; text: string }[] = [];
      for (const part of ["en", "en/partials", "bn", "bn/partials"]) {
        const files = await readdir(path.join(folder, part)).catch(() => []);
        for (const file of files.filter((one) => one.endsWith(".hbs"))) {
          const name = `${part}/${file.slice(0, -".hbs".length)}`;
          if (!isTemplateName(name)) continue;
          const there = await read(name);
          if (there.is === "healthy") found.push({ name, text: there.value });
          else notRead(`${name}.hbs`);
        }
      }
      return found;
    },
    async putTemplate({ name, text }, before) {
      if (!isTemplateName(name) || !(await stands(name, before))) return false;
      await write(name, text);
      return true;
    },
    async takeBackTemplate({ name, text }, before) {
      if (!isTemplateName(name) || !(await stands(name, text))) return;
      if (before === undefined) await rm(fileOf(name), { force: true });
      else await write(name, before);
    },
  };
}

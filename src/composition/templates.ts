import type { Language } from "../core/book/fields";
import { once } from "../core/once";
import type { Register } from "../ui/commands/register";
import { templateIds } from "../ui/commands/template/templateIds";
import { userSettings as settings } from "../ui/settings";
import type { Ground } from "./ground";
import type { BookDeps } from "./screen";
import type { Stores } from "./stores";
import type { Work } from "./work";

/** What helps with templates of the user's own: loaded with its first command, or with the first template that is opened. */
export function openTemplates(register: Register, { own, log, texts }: Ground, { history, wordings }: Stores, { gitLog, loadTemplates }: Work, bookDeps: BookDeps, interfaceLanguage: () => Language) {
  const templates = once(async () => {
    const [{ templateCommands }, { createRenderers, shipped, custom }] = await Promise.all([import("../ui/commands/template/templateCommands"), loadTemplates(), texts()]);
    return own(templateCommands({ ...bookDeps, history, wordings, settings, gitLog, log, shipped, custom, shippedRenderers: createRenderers(shipped), interfaceLanguage }));
  });
  for (const id of templateIds) own(register(id, async (...args) => (await templates()).handlers[id](...args)));
  return templates;
}

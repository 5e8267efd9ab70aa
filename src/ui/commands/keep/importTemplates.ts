import type { PreparedImport } from "../../../flows/importBook";
import type { ImportItem } from "../../../core/book/exchangePlan";
import { messageKinds, type MessageKind } from "../../../core/book/messageKind";
import type { Say } from "../../../core/say";
import { Cancelled } from "../../prompts/cancelled";
import type { Choice } from "../../prompts/screen";
import type { KeepDeps } from "./deps";

type TemplateItem = Extract<ImportItem, { readonly part: "template" }>;

/** Whoever made the file would word messages to clients: a template comes in only where the user ticks it, and none is ticked. */
export async function askTemplates({ items }: PreparedImport, { say, screen, pages }: Pick<KeepDeps, "say" | "screen" | "pages">): Promise<readonly string[]> {
  const offered = items.filter((item): item is TemplateItem => item.part === "template" && item.what !== "same");
  if (offered.length === 0) return [];
  const title = say("import.templates");
  const choices = offered.map(({ template, before }): Choice<string> => ({
    label: templateTitle(template.name, say),
    description: say(before === undefined ? "import.templateNew" : "import.templateReplaces"),
    icon: "file-code",
    value: template.name,
  }));
  let picked: readonly string[] = [];
  for (;;) {
    const reply = await screen.pickMany<string>(
      { placeholder: say("import.pickTemplates"), choices, picked: () => picked, action: { label: say("import.showTemplates"), icon: "list-unordered" } },
      { title, keepOpen: true },
    );
    if (reply.how === "back") throw new Cancelled();
    picked = reply.value.picked;
    if (!reply.value.acted) return picked;
    await pages.show({ name: `${title}.md`, text: [`# ${title}`, "", ...offered.flatMap((item) => [`## ${templateTitle(item.template.name, say)}`, "", ...templateLines(item, say)])].join("\n") });
  }
}

/** "Update, Bangla"; a name of no kind of ours as it is. */
export function templateTitle(name: string, say: Say): string {
  const [language, kind] = name.split("/") as ["en" | "bn", string];
  return isKind(kind) ? say("import.templateTitle", { kind: say(`messageKind.${kind}`), language: say(`language.${language}`) }) : name;
}
const isKind = (kind: string): kind is MessageKind => (messageKinds as readonly string[]).includes(kind);

/** Its text as it came, and beside it the one that it would replace. Nothing in either ends the block that it stands in. */
export function templateLines({ template, before }: TemplateItem, say: Say): readonly string[] {
  const block = (text: string): readonly string[] => {
    const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    return [`${fence}handlebars`, text.replace(/\n$/, ""), fence, ""];
  };
  return [...block(template.text), ...(before === undefined ? [] : [say("import.templateBefore"), "", ...block(before)])];
}

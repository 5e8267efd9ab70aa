import * as vscode from "vscode";
import { variablesIn } from "../../core/drafting/templates/checkPartial";
import { completionsAt, helpAt, type Help } from "../../core/drafting/templates/help";
import { variablesOf } from "../../core/drafting/templates/variables";
import type { Say } from "../../core/say";
import { templatesInUse, type TemplatesInUseDeps } from "../../flows/templatesInUse";
import { templateFile } from "../commands/template/templateFile";
import { TEMPLATE_LANGUAGE } from "../commands/template/templateIds";

interface HelpDeps extends TemplatesInUseDeps {
  readonly say: Say;
}

/** Completion and hovers in the user's own templates. */
export function registerTemplateHelp({ say, ...deps }: HelpDeps): vscode.Disposable {
  const known = async (document: vscode.TextDocument) => {
    const file = templateFile(document);
    if (!file) return undefined;
    const inUse = await templatesInUse(file.language, deps);
    const variables = typeof file.of === "string" ? variablesOf(file.of) : variablesIn(file.of.partial, inUse);
    return variables && { variables, texts: inUse.partials };
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      TEMPLATE_LANGUAGE,
      {
        provideCompletionItems: async (document, position) => {
          const names = await known(document);
          if (!names) return undefined;
          const found = completionsAt(document.getText(), document.offsetAt(position), { ...names, partials: Object.keys(names.texts) });
          if (!found) return undefined;
          const range = new vscode.Range(document.positionAt(found.spot.start), document.positionAt(found.spot.end));
          return found.offers.map((help) => item(help, range));
        },
      },
      "{", "#", "/", ">", ".", " ",
    ),
    vscode.languages.registerHoverProvider(TEMPLATE_LANGUAGE, {
      provideHover: async (document, position) => {
        const names = await known(document);
        const found = names && helpAt(document.getText(), document.offsetAt(position), { ...names, partials: Object.keys(names.texts) });
        if (!found) return undefined;
        const range = new vscode.Range(document.positionAt(found.spot.start), document.positionAt(found.spot.end));
        return new vscode.Hover(page(found.help, names.texts), range);
      },
    }),
  );

  function item(help: Help, range: vscode.Range): vscode.CompletionItem {
    const [name, kind] = labelOf(help);
    const entry = new vscode.CompletionItem(name, kind);
    entry.range = range;
    const means = meaning(help);
    if (means !== "") entry.detail = means;
    return entry;
  }

  function meaning(help: Help): string {
    if (help.is === "variable") return say(help.variable.means);
    return help.is === "helper" ? say(help.helper.means) : "";
  }

  function page(help: Help, texts: Readonly<Record<string, string>>): vscode.MarkdownString {
    const markdown = new vscode.MarkdownString();
    if (help.is === "helper") markdown.appendCodeblock(help.helper.usage, "handlebars");
    if (help.is === "partial") markdown.appendCodeblock((texts[help.name] ?? "").trimEnd(), "handlebars");
    markdown.appendText(meaning(help));
    const fields = help.is === "variable" ? help.variable.fields : [];
    for (const { name, means } of fields) markdown.appendMarkdown(`\n- \`${name}\` – `).appendText(say(means));
    return markdown;
  }
}

function labelOf(help: Help): readonly [string, vscode.CompletionItemKind] {
  switch (help.is) {
    case "variable":
      return [help.variable.name, help.variable.fields.length > 0 ? vscode.CompletionItemKind.Struct : vscode.CompletionItemKind.Variable];
    case "helper":
      return [help.helper.name, vscode.CompletionItemKind.Function];
    case "partial":
      return [help.name, vscode.CompletionItemKind.Snippet];
    default:
      return [help.name, vscode.CompletionItemKind.Keyword];
  }
}

import * as vscode from "vscode";
import { ruleOf, rules, type RuleId } from "../../core/checks/rules";
import type { Say } from "../../core/say";
import type { Screen } from "../prompts/screen";
import { askInSteps } from "../prompts/steps";
import { CHECK_SCHEME } from "./checkScheme";

/** Shows why a rule is there, where it comes from and how it is switched off; without an id, after a choice among all. */
export async function explainCheck(id: unknown, { screen, say }: { readonly screen: Screen; readonly say: Say }): Promise<void> {
  const known = typeof id === "string" ? ruleOf(id) : undefined;
  const choices = () => rules.map((rule) => ({ label: say(`check.name.${rule.id}`), detail: say(`check.why.${rule.id}`), icon: rule.level, value: rule.id }));
  const chosen: RuleId = known?.id ?? (await askInSteps(screen, { title: say("check.page.title") }, (ask) => ask.pick<RuleId>("rule", { placeholder: say("check.page.pick"), choices: choices() })));
  const uri = vscode.Uri.from({ scheme: CHECK_SCHEME, path: `/${say(`check.name.${chosen}`).replaceAll("/", "-")}.md`, query: chosen });
  await vscode.commands.executeCommand("markdown.showPreview", uri);
}

/** The page of a rule, made when it is looked at, so that it is in the language of the interface. */
export function pageOf(id: string, say: Say): string {
  const rule = ruleOf(id);
  if (!rule) return "";
  const source = rule.source === undefined ? [] : [`${say("check.page.source")} <${rule.source}>`];
  return [
    `# ${say(`check.name.${rule.id}`)}`,
    say(`check.why.${rule.id}`),
    say(rule.level === "error" ? "check.page.error" : "check.page.warning"),
    ...source,
    say("check.page.off"),
    `\`\`\`json\n"khobor.checks": { "${rule.id}": false }\n\`\`\``,
  ].join("\n\n");
}

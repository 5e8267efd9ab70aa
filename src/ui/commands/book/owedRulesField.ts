import type { Client } from "../../../core/book/client";
import type { Project } from "../../../core/book/project";
import { toLatinDigits } from "../../../core/language/digits";
import { rules } from "../../../core/owed/rules";
import type { Rule } from "../../../core/owed/rules/rule";
import type { RuleName } from "../../../core/owed/ruleNames";
import { numberOf } from "../../../core/owed/settings";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { askInSteps } from "../../prompts/steps";
import type { BookCommandsDeps } from "./deps";

type OwedRules = NonNullable<Client["owedRules"]>;
type Own = OwedRules[string];
type Deps = Pick<BookCommandsDeps, "say" | "screen" | "owedSettings">;

export interface OwedRulesOf {
  /** As the book has them now; undefined once they are gone. */
  readonly read: () => { readonly client: Client; readonly project?: Project } | undefined;
  readonly keep: (owedRules: OwedRules | undefined) => Promise<unknown>;
}

/** These are about the client as such, whatever the project. */
const ofClients: readonly RuleName[] = ["leave", "comeback", "touch"];
const MOST = 999;

/** What is owed at a client or a project, and when: rule by rule, where it differs from what holds elsewhere. */
export function owedRulesField(deps: Deps, { read, keep }: OwedRulesOf): Field {
  const { say, screen } = deps;
  const label = say("owedRule.title");
  const now = read();
  const count = Object.keys((now?.project ?? now?.client)?.owedRules ?? {}).length;
  return {
    key: "owedRules",
    label,
    current: count === 0 ? say("owedRule.asUsual") : say("owedRule.own", { count }),
    // The menu of the client or project is where one comes from, and goes back to.
    edit: () =>
      fieldMenu(
        screen,
        say("owedRule.which"),
        () => {
          const of = read();
          return of && { title: label, fields: rules.filter((rule) => belongs(rule, of.project)).map((rule) => ruleField(rule, of, deps, keep)) };
        },
        { canLeave: true },
      ),
  };
}

function belongs({ name }: Rule, project: Project | undefined): boolean {
  if (!project) return true;
  if (name === "smallUpdate" || name === "largeUpdate") return (name === "smallUpdate") === (project.size === "small");
  return !ofClients.includes(name);
}

interface Of {
  readonly client: Client;
  readonly project?: Project;
}

function ruleField(rule: Rule, { client, project }: Of, deps: Deps, keep: OwedRulesOf["keep"]): Field {
  const { say, screen } = deps;
  const settings = deps.owedSettings?.();
  const { owedRules: all = {}, ...bare } = project ?? client;
  const own: Own | undefined = all[rule.name];
  const usual = project ? numberOf(rule, client, bare as Project, settings) : numberOf(rule, bare as Client, undefined, settings);
  const current = numberOf(rule, client, project, settings);
  const said = (number: number | undefined): string => (number === undefined ? say("owedRule.off") : rule.unit === "none" ? say("owedRule.on") : say("owedRule.number", { number }));
  const label = say(`owedRule.of.${rule.name}`);
  const put = (next: Own | undefined) => {
    const { [rule.name]: _, ...others } = all;
    const changed = next ? { ...others, [rule.name]: next } : others;
    return keep(Object.keys(changed).length === 0 ? undefined : changed);
  };
  return {
    key: rule.name,
    label,
    isSentence: true,
    current: own ? said(current) : say("owedRule.usual", { what: said(usual) }),
    async edit() {
      const next = await askInSteps(screen, { title: say("owedRule.title"), canLeave: true }, async (ask) => {
        const wanted = await ask.pick<"usual" | "number" | "on" | "off">("wanted", {
          placeholder: label,
          active: own === undefined ? "usual" : current === undefined ? "off" : rule.unit === "none" ? "on" : "number",
          choices: [
            { label: say("owedRule.usual", { what: said(usual) }), value: "usual" },
            ...(rule.unit === "none" ? [{ label: say("owedRule.on"), value: "on" as const }] : [{ label: say("owedRule.another"), value: "number" as const }]),
            { label: say("owedRule.off"), value: "off" },
          ],
        });
        if (wanted === "usual") return undefined;
        if (wanted !== "number") return { off: wanted === "off" };
        ask.more(1);
        const check = (typed: string) => (readNumber(typed) === undefined ? { wrong: say("owedRule.needsNumber", { most: MOST }) } : undefined);
        const typed = await ask.text("number", { prompt: label, value: String(current ?? rule.number), check });
        return { off: false, number: readNumber(typed) ?? rule.number };
      });
      await put(next);
    },
  };
}

/** A whole number, in Latin or Bangla digits. */
function readNumber(typed: string): number | undefined {
  const plain = toLatinDigits(typed.trim());
  return /^\d{1,3}$/.test(plain) ? Number(plain) : undefined;
}

import type { MessageKind } from "../../book/messageKind";
import type { Say } from "../../say";
import { allDefinitions } from "../kinds/registry";
import { helperDocs } from "./helpers";
import { obligatoryIn } from "./obligatory";
import { commonVariables, variablesOf, type Variable } from "./variables";

/** Every kind of message that has a template, progress first. */
export const templateKinds = (): readonly MessageKind[] => ["progress", ...allDefinitions().map(({ kind }) => kind)];

/**
 * All that a template can be made of, as a page: helpers, partials, and each kind's variables. Made from what the code
 * declares, so that it says nothing else.
 * @param partials the shipped ones of the reader's language, by name
 */
export function templateReference(partials: Readonly<Record<string, string>>, say: Say): string {
  const common = commonVariables();
  const names = new Set(common.map(({ name }) => name));
  const kinds = templateKinds().map((kind) => {
    const own = (variablesOf(kind) ?? []).filter(({ name }) => !names.has(name));
    const told = obligatoryIn(kind).filter((part) => !part.names.some((name) => names.has(name))).map((part) => part.names.map(code).join(" / "));
    const needs = told.length === 0 ? [] : [`${say("reference.shouldTell")} ${told.join(", ")}`, ""];
    return [`### ${say(`messageKind.${kind}`)} · ${code(kind)}`, "", ...needs, ...list(own, say), ""].join("\n");
  });
  return [
    `# ${say("reference.title")}`, "", say("reference.about"), "",
    `## ${say("reference.helpers")}`, "", ...helperDocs.map(({ usage, means }) => `- ${code(usage)} – ${say(means)}`), "",
    `## ${say("reference.every")}`, "", ...list(common, say), "",
    `## ${say("reference.kinds")}`, "", ...kinds,
    `## ${say("reference.partials")}`, "", say("reference.partialsAbout"), "",
    ...Object.keys(partials).sort().flatMap((name) => [`### ${code(`{{> ${name}}}`)}`, "", "```handlebars", (partials[name] ?? "").trimEnd(), "```", ""]),
  ].join("\n");
}

const code = (text: string): string => `\`${text}\``;

function list(variables: readonly Variable[], say: Say, depth = 0): readonly string[] {
  return variables.flatMap(({ name, means, fields }) => [`${"  ".repeat(depth)}- ${code(name)} – ${say(means)}`, ...list(fields, say, depth + 1)]);
}

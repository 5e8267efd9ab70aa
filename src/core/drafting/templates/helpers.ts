import type { TextId } from "../../say";
import { helperNames, type HelperName } from "./dialect";

export interface HelperDoc {
  readonly name: HelperName;
  readonly means: TextId;
  /** How it is written. */
  readonly usage: string;
  /** Has a beginning and an end: {{#if}} … {{/if}}. */
  readonly isBlock: boolean;
}

const usages: Readonly<Record<HelperName, string>> = {
  each: "{{#each list}} … {{/each}}",
  if: "{{#if value}} … {{else}} … {{/if}}",
  unless: "{{#unless value}} … {{/unless}}",
  with: "{{#with value}} … {{/with}}",
  day: "{{day date}}",
  clock: '{{clock time "of"}}',
  number: "{{number count}}",
  pieces: "{{pieces count}}",
  plural: '{{plural count "part" "parts"}}',
  ordinal: "{{ordinal place}}",
  sentence: "{{sentence text}}",
  of: "{{of name}}",
  subject: "{{#subject}} … {{/subject}}",
  begin: "{{#begin}} … {{/begin}}",
};

export const helperDocs: readonly HelperDoc[] = helperNames.map((name) => ({
  name,
  means: `helper.${name}` satisfies TextId,
  usage: usages[name],
  isBlock: usages[name].startsWith("{{#"),
}));
export const helperDoc = (name: string): HelperDoc | undefined => helperDocs.find((doc) => doc.name === name);

import type { MessageKind } from "../../book/messageKind";
import type { Text } from "../../say";
import { beginning, finding, isFinding, missingIn, rangeOf, readTemplate } from "./check";
import type { Finding } from "./finding";
import { obligatoryIn } from "./obligatory";
import { calledFrom, depthOf, mostDepth, wayBack } from "./partialCalls";
import { findUses, type Found } from "./uses";
import { variablesOf, type Variable } from "./variables";

/** A template of a message, by the text that is in use: the shipped one, or the user's own. */
export interface MessageTemplate {
  readonly kind: MessageKind;
  readonly template: string;
}

export interface PartialDialect {
  readonly name: string;
  /** Those in use beside it, by name. */
  readonly partials: Readonly<Record<string, string>>;
  /** The one that ships under this name; undefined where it is the user's own invention. */
  readonly shipped: string | undefined;
  /** The messages that may use it. */
  readonly messages: readonly MessageTemplate[];
}

/**
 * All that is wrong with a partial of the user's own, in every message that uses it. A variable that one kind of message does
 * not have is a warning: there the shipped partial is used. Nothing in it is run.
 */
export function checkPartial(text: string, { name, partials: others, shipped, messages }: PartialDialect): readonly Finding[] {
  const program = readTemplate(text);
  if (isFinding(program)) return [program];
  const partials = { ...others, [name]: text };
  const round = roundIn(name, partials);
  if (round) return [round];
  // What its names mean depends on who calls it; all else does not.
  const alone = findUses(program, { variables: [], partials }).findings.filter(({ problem }) => problem.id !== "template.unknownVariable");

  const unknown = new Map<string, { readonly found: Found; readonly kinds: Set<MessageKind> }>();
  const untold = new Map<string, MessageKind[]>();
  const callers = new Set<MessageKind>();
  let endless = false;
  for (const { kind, template } of using(name, partials, messages)) {
    const message = readTemplate(template);
    if (isFinding(message)) continue;
    const variables = variablesOf(kind) ?? [];
    const uses = findUses(message, { variables, partials, within: name });
    if (uses.calls.length === 0) continue;
    callers.add(kind);
    endless ||= uses.endless;
    // What ships asks for some names that not every message has, and writes nothing then.
    const before = shipped === undefined ? undefined : findUses(message, { variables, partials: { ...others, [name]: shipped }, within: name });
    const unknownBefore = new Set(before?.findings.map(({ problem }) => problem.values?.["name"]));
    for (const found of uses.findings) {
      if (found.problem.id !== "template.unknownVariable" || unknownBefore.has(found.problem.values?.["name"])) continue;
      const key = `${found.loc.start.line}:${found.loc.start.column}`;
      const known = unknown.get(key) ?? { found, kinds: new Set() };
      unknown.set(key, { ...known, kinds: known.kinds.add(kind) });
    }
    const untoldBefore = before && missingIn(before, obligatoryIn(kind));
    for (const part of missingIn(uses, obligatoryIn(kind))) if (untoldBefore && !untoldBefore.includes(part)) untold.set(part, [...(untold.get(part) ?? []), kind]);
  }
  const nowhere = ({ kinds }: { readonly kinds: ReadonlySet<MessageKind> }) => kinds.size === callers.size;
  return [
    ...alone.map(finding),
    ...(endless ? [{ at: beginning, severity: "error", problem: { id: "template.endless" } } as const] : []),
    ...[...unknown.values()].map((one): Finding => (nowhere(one) ? finding(one.found) : { ...finding(one.found), severity: "warning", problem: inKinds("unknownInKind", one.found.problem.values?.["name"], [...one.kinds]) })),
    ...[...untold].map(([part, kinds]): Finding => ({ at: beginning, severity: "warning", problem: inKinds("untoldInKind", part, kinds) })),
  ];
}

const inKinds = (id: "unknownInKind" | "untoldInKind", name: unknown, [first, ...others]: readonly MessageKind[]): Text => ({
  id: others.length === 0 ? `template.${id}` : `template.${id}s`,
  values: { name: String(name), kind: { id: `messageKind.${first ?? "progress"}` }, ...(others.length > 0 && { count: others.length }) },
});

/** Where a partial leads back to itself, or too deep. */
function roundIn(name: string, partials: Readonly<Record<string, string>>): Finding | undefined {
  const back = wayBack(name, partials);
  if (back) return { at: rangeOf(partials[name] ?? "", back.start, back.end), severity: "error", problem: { id: "template.circular", values: { name } } };
  return depthOf(name, partials) > mostDepth ? { at: beginning, severity: "error", problem: { id: "template.tooDeep", values: { most: mostDepth } } } : undefined;
}

/** What can be named in a partial: the variables of all the places that call it. */
export function variablesIn(name: string, { partials, messages }: Pick<PartialDialect, "partials" | "messages">): readonly Variable[] {
  const found = new Map<string, Variable>();
  for (const { kind, template } of using(name, partials, messages)) {
    const message = readTemplate(template);
    if (isFinding(message)) continue;
    for (const scopes of findUses(message, { variables: variablesOf(kind) ?? [], partials, within: name }).calls) {
      const { fields, named } = scopes.at(-1) ?? scopes[0];
      for (const field of [...fields, ...(named?.values() ?? [])]) if (!found.has(field.name)) found.set(field.name, field);
    }
  }
  return [...found.values()];
}

/** The messages that use a partial, themselves or through others. */
export const using = (name: string, partials: PartialDialect["partials"], messages: readonly MessageTemplate[]): readonly MessageTemplate[] =>
  messages.filter(({ template }) => calledFrom(template, partials).has(name));

import type { Client } from "../book/client";
import type { MessageKind } from "../book/messageKind";
import type { Project } from "../book/project";
import type { RuleName } from "./ruleNames";

/** What the user has set, for all clients. */
export interface OwedSettings {
  /** By rule: off, on, or its number (which is on, too). What is not there has the rule's own default. */
  readonly rules?: Readonly<Partial<Record<RuleName, boolean | number>>>;
  /** By kind of message, and "contact" for a call or chat logged by hand: whether it begins the rhythm anew. */
  readonly countsAsContact?: Readonly<Partial<Record<MessageKind | "contact", boolean>>>;
}

/** Word that says nothing of the work: it leaves the rhythm of updates as it is, unless a setting says otherwise. */
const saysNothing: ReadonlySet<MessageKind | "contact"> = new Set<MessageKind>(["invoice", "payment", "review", "feedback"]);

/** The client's own word counts before the user's, that before the default. Rhythms differ by project, what counts as word by who reads it. */
export const countsAsContact = (settings: OwedSettings | undefined, client: Pick<Client, "countsAsContact">, kind: MessageKind | "contact"): boolean =>
  client.countsAsContact?.[kind] ?? settings?.countsAsContact?.[kind] ?? !saysNothing.has(kind);

interface Defaults {
  readonly name: RuleName;
  readonly on: boolean;
  readonly number: number;
}

/**
 * The number by which a rule goes for this project, or for this client where it concerns no project; undefined: it is off.
 * The project's own word counts before the client's, that before the user's, that before the default.
 */
export function numberOf(rule: Defaults, client: Client, project: Project | undefined, settings: OwedSettings | undefined): number | undefined {
  const said = settings?.rules?.[rule.name];
  const own = [project?.owedRules?.[rule.name], client.owedRules?.[rule.name]];
  const off = own.find((one) => one?.off !== undefined)?.off ?? (said === undefined ? !rule.on : said === false);
  if (off) return undefined;
  return own.find((one) => one?.number !== undefined)?.number ?? (typeof said === "number" ? said : rule.number);
}

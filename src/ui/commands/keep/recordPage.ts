import { clientKinds, type ClientPart } from "../../../core/book/clientPart";
import { userKinds, type UserPart } from "../../../core/book/userPart";

// Records as they are kept, for eyes that compare two of them: what changes at each saving is left out, and the order is fixed.

export const pageOfRecord = (record: object): string => `${JSON.stringify(shown(record), null, 2)}\n`;

export const pageOfPart = (part: ClientPart): string => page({ client: shown(part.client) }, clientKinds.map((kind) => [kind, part[kind]]));
export const pageOfMine = (part: UserPart): string => page({ me: part.me }, userKinds.map((kind) => [kind, part[kind]]));

type AnyRecord = object & { readonly id: string; readonly createdAt: string };

function page(first: object, lists: readonly (readonly [string, readonly AnyRecord[]])[]): string {
  const filled = lists.filter(([, records]) => records.length > 0).map(([kind, records]) => [kind, records.toSorted(byAge).map(shown)]);
  return `${JSON.stringify({ ...first, ...Object.fromEntries(filled) }, null, 2)}\n`;
}

/**
 * Where two records differ, field by field, as a block of Markdown: `- title: "Shop"`, `+ title: "Shop, new"`. Each value is on
 * one line, so that nothing in it ends the block.
 */
export function differenceBlock(before: object, after: object): readonly string[] {
  const [left, right] = [new Map(fieldsOf(shown(before))), new Map(fieldsOf(shown(after)))];
  const fields = [...new Set([...left.keys(), ...right.keys()])].filter((field) => left.get(field) !== right.get(field));
  const line = (sign: string, field: string, value: string | undefined) => (value === undefined ? [] : [`${sign} ${field}: ${value}`]);
  return fields.length === 0 ? [] : ["```diff", ...fields.flatMap((field) => [...line("-", field, left.get(field)), ...line("+", field, right.get(field))]), "```"];
}

/** "deliverables.2.text" with what it is, as JSON; an empty list is one of its own. */
function fieldsOf(value: unknown, path = ""): readonly (readonly [string, string])[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(Array.isArray(value) ? Object.fromEntries(value.map((one: unknown, at) => [at + 1, one])) : value) : [];
  if (inner.length === 0) return [[path, JSON.stringify(value)]];
  return inner.flatMap(([name, each]) => fieldsOf(each, path === "" ? name : `${path}.${name}`));
}

function shown(record: object): object {
  const { rev, changedAt, createdAt, id, ...rest } = record as Record<string, unknown>;
  return rest;
}

function byAge(a: AnyRecord, b: AnyRecord): number {
  const [one, other] = [`${a.createdAt} ${a.id}`, `${b.createdAt} ${b.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

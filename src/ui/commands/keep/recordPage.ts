import { clientKinds, type ClientPart } from "../../../core/book/clientPart";

// Records as they are kept, for eyes that compare two of them: what changes at each saving is left out, and the order is fixed.

export const pageOfRecord = (record: object): string => `${JSON.stringify(shown(record), null, 2)}\n`;

export function pageOfPart(part: ClientPart): string {
  const lists = clientKinds.map((kind) => [kind, (part[kind] as readonly { readonly id: string; readonly createdAt: string }[]).toSorted(byAge).map(shown)] as const);
  return `${JSON.stringify({ client: shown(part.client), ...Object.fromEntries(lists.filter(([, records]) => records.length > 0)) }, null, 2)}\n`;
}

function shown(record: object): object {
  const { rev, changedAt, createdAt, id, ...rest } = record as Record<string, unknown>;
  return rest;
}

function byAge(a: { readonly id: string; readonly createdAt: string }, b: { readonly id: string; readonly createdAt: string }): number {
  const [one, other] = [`${a.createdAt} ${a.id}`, `${b.createdAt} ${b.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

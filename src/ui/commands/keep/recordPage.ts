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

function shown(record: object): object {
  const { rev, changedAt, createdAt, id, ...rest } = record as Record<string, unknown>;
  return rest;
}

function byAge(a: AnyRecord, b: AnyRecord): number {
  const [one, other] = [`${a.createdAt} ${a.id}`, `${b.createdAt} ${b.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

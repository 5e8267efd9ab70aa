import * as v from "valibot";
import { recordKinds, recordSchemas, type PutChange } from "../../core/book/book";
import { id, type Id } from "../../core/book/fields";
import { meSchema } from "../../core/book/me";
import { bookUpgrades, upgraded } from "../../core/book/upgrades";
import type { Damaged } from "../setAside";
import type { AnyRecord, Step } from "./content";

// Steps that were stored because their file had not taken them in yet.

const kind = v.picklist(recordKinds);
const storedStep = v.object({
  lateId: id,
  change: v.variant("op", [
    v.object({ op: v.literal("me"), me: v.unknown() }),
    v.object({ op: v.literal("put"), kind, record: v.unknown() }),
    v.object({ op: v.literal("remove"), kind, id }),
  ]),
  was: v.optional(v.unknown()),
});

/** The steps that can be read, and the others as they were found. */
export function readSteps(raws: readonly unknown[], version: number): { readonly steps: readonly Step[]; readonly damaged: readonly Damaged[] } {
  const read = raws.map((raw) => ({ raw, steps: readStep(raw, version) }));
  const damaged = read.flatMap(({ raw, steps }) => (steps.length === 0 ? [{ kind: "late", raw, detail: "a change that cannot be read" }] : []));
  return { steps: read.flatMap(({ steps }) => steps), damaged };
}

/** The step as the newest version has it; nothing where it cannot be read. Never throws. */
function readStep(raw: unknown, version: number): readonly Step[] {
  const parsed = v.safeParse(storedStep, raw);
  if (!parsed.success) return [];
  const { lateId, change, was } = parsed.output;
  if (change.op === "me") {
    const [me] = inNewestForm("me", change.me, version);
    return v.is(meSchema, me) ? [{ lateId, change: { op: "me", me }, was: inNewestForm("me", was, version).find((one) => v.is(meSchema, one)) }] : [];
  }
  const schema: v.GenericSchema<unknown, AnyRecord> = recordSchemas[change.kind];
  const record = (entry: unknown): AnyRecord | undefined => {
    const checked = v.safeParse(schema, inNewestForm(change.kind, entry, version)[0]);
    return checked.success ? checked.output : undefined;
  };
  const known = record(was);
  if (change.op === "remove") return [{ lateId, change, was: known }];
  const put = record(change.record);
  return put === undefined ? [] : [{ lateId, change: { ...change, record: put } as PutChange, was: known }];
}

function inNewestForm(of: string, entry: unknown, version: number): readonly unknown[] {
  try {
    return upgraded({ kind: of, entry }, version, bookUpgrades).flatMap((one) => (one.kind === of ? [one.entry] : []));
  } catch {
    return [];
  }
}

/** As it is stored. */
export const storedForm = ({ change, was }: Step, lateId: Id): object => ({ lateId, change, was });

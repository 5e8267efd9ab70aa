import type { MessageKind } from "../../book/messageKind";
import type { Desk } from "../desk";
import type { Found, When } from "../found";
import type { Place } from "../places";
import type { RuleName } from "../ruleNames";
import type { SendWindow } from "../sendWindow";
import type { Instant } from "../../time/types";

/** What a rule finds at one place; `n` is its number there. Rules that are off are not asked. */
export type Find = (place: Place, desk: Desk, n: number) => readonly Found[];

/** What a rule's number counts. */
type Unit = "workingDays" | "days" | "hours" | "minutes" | "months" | "daysLate" | "none";

export interface Rule {
  readonly name: RuleName;
  /** The kind of message that settles it. */
  readonly kind: MessageKind;
  readonly number: number;
  readonly unit: Unit;
  /** Whether it is on where nobody has said anything. */
  readonly on: boolean;
  readonly find: Find;
}

export const none: readonly never[] = [];

/** Nobody has skipped the same thing more often than this. */
const MOST_TURNS = 500;

/** Of something that comes again and again, the turn that is open: one that was skipped or settled makes way for the next, counted from then. */
export function turnOf(first: Instant, idOf: (since: Instant) => string, desk: Desk): { readonly id: string; readonly since: Instant } {
  let since = first;
  for (let turn = 0; turn < MOST_TURNS && desk.isClosed(idOf(since)); turn++) since = desk.answer(idOf(since))?.at ?? since;
  return { id: idOf(since), since };
}

/** One found thing; none where there is no day for it. */
export const one = (when: SendWindow | When | undefined, found: Omit<Found, keyof When>): readonly Found[] =>
  when ? [withWhen(found, when)] : none;

/** Written into what the caller has just made for it: copying each of thousands costs more than finding them. */
function withWhen(made: Omit<Found, keyof When>, when: SendWindow | When): Found {
  const found = made as { -readonly [Field in keyof Found]: Found[Field] };
  found.readyFrom = when.readyFrom;
  found.sendBy = when.sendBy;
  found.overlaps = when.overlaps;
  if ("hard" in when) found.hard = true;
  return found;
}

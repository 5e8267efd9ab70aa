import { equal } from "./equal";
import type { Me } from "./me";

/**
 * `now` with the fields as they were before a change made `after` of `before`; what else was changed since stays. Undefined
 * where one of these fields has been changed again. Numbers of invoices that were given since stay given.
 */
export function meTakenBack(before: Me, after: Me, now: Me): Me | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Me)[];
  const touched = names.filter((name) => !equal(before[name], after[name]));
  const stands = (name: keyof Me) => (name === "invoiceSequence" ? equal(form(after), form(now)) : equal(after[name], now[name]));
  if (!touched.every(stands)) return undefined;
  const fields = touched.map((name) => [name, name === "invoiceSequence" ? sequence(before, after, now) : before[name]] as const);
  const me: Readonly<Record<string, unknown>> = { ...now, ...Object.fromEntries(fields) };
  return Object.fromEntries(Object.entries(me).filter(([, value]) => value !== undefined)) as Me;
}

const form = ({ invoiceSequence: of }: Me) => ({ prefix: of?.prefix, width: of?.width });
function sequence(before: Me, after: Me, now: Me): Me["invoiceSequence"] | undefined {
  const was = before.invoiceSequence;
  const is = now.invoiceSequence;
  if (equal(after.invoiceSequence, is) || is === undefined) return was;
  if (was === undefined) return is;
  // Of another form, none of those that were given since is one of its own.
  return equal(form(before), form(now)) ? { ...was, next: Math.max(was.next, is.next) } : was;
}

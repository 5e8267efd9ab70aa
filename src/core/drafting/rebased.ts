import { equal } from "../book/equal";
import type { Provenance } from "./draft";

/**
 * What `base` became, done to what the draft is now: fields that the change left alone stay as another window has them.
 * Undefined where the draft has been sent meanwhile.
 */
export function rebased(base: Provenance, next: Provenance, now: Provenance): Provenance | undefined {
  if (now.sentAs !== undefined) return undefined;
  const names = [...new Set([...Object.keys(now), ...Object.keys(next)])] as (keyof Provenance)[];
  const fields = names.map((name) => [name, equal(next[name], base[name]) ? now[name] : next[name]] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Provenance;
}

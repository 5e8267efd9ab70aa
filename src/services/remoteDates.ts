import type { Due } from "../core/book/fields";
import type { Instant, PlainDate } from "../core/time/types";

/** "2026-12-03", as a day; undefined for anything else. */
export const dayOf = (value: unknown): { readonly due?: Due } =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? { due: { by: "date", on: value as PlainDate } } : {};

/** "2026-12-03T12:00:00.000Z", as a moment. */
export const momentOf = (value: unknown): { readonly due?: Due } =>
  typeof value === "string" && /T/.test(value) && !Number.isNaN(Date.parse(value)) ? { due: { by: "instant", at: new Date(value).toISOString() as Instant } } : {};

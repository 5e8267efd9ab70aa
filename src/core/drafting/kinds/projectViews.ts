import type { Project } from "../../book/project";
import { milestonesOf } from "../../book/queries";
import { minorDigits } from "../../book/money";
import { writeMoney, writeMoneyRange } from "../../language/money";
import type { Writing } from "../../language/writing";
import { viewDue } from "../due";
import type { DueView } from "../progressView";
import { clocksOf, onMarketplace } from "./baseView";
import type { KindInput } from "./kind";

// What several kinds of message say of a project, as far as the book knows it.

/** Working days of mine. */
export interface DaysView {
  readonly low: number;
  readonly high?: number;
}
export interface StageView {
  readonly title: string;
  readonly due?: DueView;
}

/** The price as it is said: the budget that was agreed, else the range that was offered. */
export function priceOf({ budget, priceRange }: Project, writing: Writing): string | undefined {
  if (budget) return writeMoney(budget, writing);
  return priceRange && writeMoneyRange(priceRange.low, priceRange.high, writing);
}

export const rateOf = ({ hourly }: Project, writing: Writing): string | undefined => hourly?.rate && writeMoney(hourly.rate, writing);

export function daysOf({ daysRange }: Project): DaysView | undefined {
  if (!daysRange || daysRange.low === 0) return undefined;
  const { low, high } = daysRange;
  return high !== undefined && high > low ? { low, high } : { low };
}

/** The milestones that are still to come, in their order. */
export function stagesOf(input: KindInput): readonly StageView[] {
  const open = input.project ? milestonesOf(input.book, input.project.id).filter(({ state }) => state === "planned" || state === "active") : [];
  return open.map(({ title, due }) => ({ title, ...(due && { due: viewDue(due, clocksOf(input)) }) }));
}

/** A deposit and terms of my own have no place where the marketplace holds the money. */
export function paymentOf({ client, project }: KindInput, writing: Writing): { readonly deposit?: string; readonly paymentTerms?: string } {
  if (!project || onMarketplace(client.place)) return {};
  const { deposit, paymentTerms } = project;
  return {
    ...(deposit && deposit.receivedOn === undefined && { deposit: writeMoney(deposit.amount, writing) }),
    ...(paymentTerms !== undefined && { paymentTerms }),
  };
}

/** Fields that have a value; for spreading under exactOptionalPropertyTypes. */
export const known = <K extends string, T>(name: K, value: T | undefined): { readonly [F in K]?: T } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [F in K]?: T };

/** As a prompt for money takes it: "12500 BDT". Undefined where it has a fraction of the unit. */
export function typedMoney({ minor, currency }: { readonly minor: number; readonly currency: string }): string | undefined {
  const unit = 10 ** minorDigits(currency);
  return minor % unit === 0 ? `${minor / unit} ${currency}` : undefined;
}

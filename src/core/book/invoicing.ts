import type { PlainDate } from "../time/types";
import { addDays } from "../time/zoned";
import type { Book, BookChange } from "./book";
import { created, revised, type Stamp } from "./changes";
import type { Client } from "./client";
import type { Id } from "./fields";
import type { Invoice } from "./invoice";
import type { Me } from "./me";
import type { Milestone } from "./milestone";
import { minus, nothing, percentOf, plus, type Money } from "./money";
import type { Project } from "./project";
import { milestonesOf, recordById } from "./queries";

export type InvoiceLine = Invoice["lines"][number];
export type InvoiceState = "draft" | "issued" | "overdue" | "paid" | "cancelled";

export function invoiceState({ cancelledOn, paidOn, issuedOn, dueOn }: Invoice, today: PlainDate): InvoiceState {
  if (cancelledOn !== undefined) return "cancelled";
  if (paidOn !== undefined) return "paid";
  if (issuedOn === undefined) return "draft";
  return dueOn !== undefined && dueOn < today ? "overdue" : "issued";
}

export interface Totals {
  readonly subtotal: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly deposit: Money;
  /** To be paid. */
  readonly due: Money;
}

/**
 * Exact: every line is whole in the minor unit already (rounded half up where it is a quantity times a rate), and the tax is
 * worked out once, on the sum of the lines, and rounded half up. Throws a RangeError where currencies are mixed.
 */
export function totalsOf({ lines, tax, depositDeducted }: Pick<Invoice, "lines" | "tax" | "depositDeducted">): Totals {
  const currency = lines[0]?.amount.currency ?? depositDeducted?.currency ?? "USD";
  const subtotal = lines.reduce((sum, { amount }) => plus(sum, amount), nothing(currency));
  const added = tax ? percentOf(subtotal, tax.percent) : nothing(currency);
  const total = plus(subtotal, added);
  const deposit = depositDeducted ?? nothing(currency);
  return { subtotal, tax: added, total, deposit, due: minus(total, deposit) };
}

const stands = (invoice: Invoice): boolean => invoice.cancelledOn === undefined && invoice.archivedAt === undefined;
const isDelivered = ({ state }: Milestone): boolean => state === "delivered" || state === "accepted";

/** A project's milestones that no invoice has yet, those that were delivered first. */
export function toInvoice(book: Book, project: Project): readonly Milestone[] {
  const taken = new Set(book.invoice.filter(stands).flatMap(({ lines }) => lines.flatMap(({ milestoneId }) => milestoneId ?? [])));
  const open = milestonesOf(book, project.id).filter(({ id }) => !taken.has(id));
  return [...open.filter(isDelivered), ...open.filter((milestone) => !isDelivered(milestone))];
}

/** Agreed, not received, and on no invoice yet. */
export const depositToInvoice = (book: Book, { id, deposit }: Project): Money | undefined =>
  deposit && deposit.receivedOn === undefined && !book.invoice.some((invoice) => stands(invoice) && invoice.projectId === id && invoice.forDeposit === true) ? deposit.amount : undefined;

/** Received, and not taken off by an earlier invoice. */
export const depositToDeduct = (book: Book, { id, deposit }: Project): Money | undefined =>
  deposit?.receivedOn !== undefined && !book.invoice.some((invoice) => stands(invoice) && invoice.projectId === id && invoice.depositDeducted) ? deposit.amount : undefined;

/** The currency that this project is paid in, as far as anything says so. */
export const usualCurrency = (book: Book, project: Project): string | undefined =>
  project.budget?.currency ??
  project.priceRange?.low.currency ??
  project.deposit?.amount.currency ??
  project.hourly?.rate?.currency ??
  book.invoice.findLast(({ projectId, clientId }) => projectId === project.id || clientId === project.clientId)?.lines[0]?.amount.currency;

/** How this client pays me, as I have it written down; undefined where there is nothing for their method. */
export function paymentLines(me: Me, client: Pick<Client, "paymentMethod">): readonly string[] | undefined {
  const all = me.paymentDetails ?? [];
  const wanted = client.paymentMethod?.trim().toLowerCase();
  return wanted === undefined ? (all.length === 1 ? all[0]?.lines : undefined) : all.find(({ method }) => method.trim().toLowerCase() === wanted)?.lines;
}

export const dueDate = (issuedOn: PlainDate, project: Pick<Project, "paymentDays">): PlainDate | undefined =>
  project.paymentDays === undefined ? undefined : addDays(issuedOn, project.paymentDays);

/** Days after which an invoice without a date may be asked about. */
const undatedDays = 14;
/** From when payment may be asked for: the date that it is due, where it has one. */
export const askFrom = ({ dueOn, issuedOn }: Pick<Invoice, "dueOn" | "issuedOn">): PlainDate | undefined => dueOn ?? (issuedOn && addDays(issuedOn, undatedDays));

export interface NewInvoice {
  readonly project: Project;
  readonly lines: readonly InvoiceLine[];
  readonly forDeposit?: boolean;
  readonly depositDeducted?: Money | undefined;
  readonly tax?: Invoice["tax"] | undefined;
  readonly remark?: string | undefined;
}

/** A draft: it has neither a number nor a date before it is issued. */
export function newInvoice({ project, forDeposit, ...fields }: NewInvoice, stamp: Stamp): { readonly changes: readonly BookChange[]; readonly invoice: Invoice } {
  const put = created("invoice", { clientId: project.clientId, projectId: project.id, ...fields, ...(forDeposit === true && { forDeposit }) }, stamp);
  return { changes: [put], invoice: put.record };
}

export interface Issuing {
  readonly number: string;
  readonly on: PlainDate;
  readonly dueOn: PlainDate | undefined;
  readonly payment: readonly string[];
}

export const issueInvoice = (invoice: Invoice, { number, on, dueOn, payment }: Issuing, stamp: Pick<Stamp, "now">): readonly BookChange[] => [
  revised("invoice", invoice, { number, issuedOn: on, dueOn, payment: payment.length > 0 ? payment : undefined }, stamp),
];

/** Paid on a day; a deposit counts as received in its project from then on. */
export function payInvoice(book: Book, invoice: Invoice, on: PlainDate, stamp: Pick<Stamp, "now">): readonly BookChange[] {
  const project = invoice.forDeposit === true ? recordById(book, "project", invoice.projectId) : undefined;
  const received = project?.deposit && project.deposit.receivedOn === undefined ? [revised("project", project, { deposit: { ...project.deposit, receivedOn: on } }, stamp)] : [];
  return [revised("invoice", invoice, { paidOn: on }, stamp), ...received];
}

/** It keeps its number, which is never used again. */
export const cancelInvoice = (invoice: Invoice, on: PlainDate, stamp: Pick<Stamp, "now">): readonly BookChange[] =>
  invoice.paidOn !== undefined || invoice.cancelledOn !== undefined ? [] : [revised("invoice", invoice, { cancelledOn: on }, stamp)];

const usualSequence = { prefix: "INV-", next: 1, width: 4 } as const;
export const sequenceOf = (me: Me): NonNullable<Me["invoiceSequence"]> => me.invoiceSequence ?? usualSequence;

/** "INV-0042" */
export const writtenNumber = ({ prefix, width = 4 }: NonNullable<Me["invoiceSequence"]>, place: number): string => `${prefix}${String(place).padStart(width, "0")}`;

/** The sequence that goes on from a number as it was typed: "2026/0042", "INV-7". Undefined where it does not end in digits. */
export function readSequence(typed: string): NonNullable<Me["invoiceSequence"]> | undefined {
  const [, prefix = "", digits = ""] = /^(.*?)(\d{1,9})$/.exec(typed.trim()) ?? [];
  return digits === "" || Number(digits) < 1 ? undefined : { prefix, next: Number(digits), width: digits.length };
}

export const isNumberTaken = (book: Pick<Book, "invoice">, number: string, but?: Id): boolean => book.invoice.some((invoice) => invoice.id !== but && invoice.number === number);

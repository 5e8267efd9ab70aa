import { invoiceState, totalsOf } from "../../book/invoicing";
import { kindOff } from "../../book/marketplaces";
import type { Invoice } from "../../book/invoice";
import { writeMoney } from "../../language/money";
import type { Text } from "../../say";
import type { PlainDate } from "../../time/types";
import { dateIn, daysBetween } from "../../time/zoned";
import { baseView, theirCalendar, theirZone } from "./baseView";
import { choice, notIssued, openInvoices } from "./invoice";
import { defineKind, type KindInput } from "./kind";
import type { MessageView } from "./messageView";

interface PaymentView extends MessageView {
  readonly invoiceNumber: string;
  readonly due: string;
  readonly dueOn?: PlainDate;
  readonly isNear: boolean;
  readonly firm: boolean;
  readonly days?: number;
  readonly payBy: PlainDate;
  readonly cause?: string;
  readonly payment: readonly string[];
}

/** So long before its day an invoice may be mentioned without a cause. */
const nearDays = 3;
/** So late, or half as late after a reminder, the tone is firm. */
const firmDays = 14;
const workingDaysToPay = 3;

/** A reminder of an invoice: a word shortly before it is due, a friendly one after, then a firm one. Never a claim that it is late before it is. */
export const payment = defineKind<PaymentView>({
  kind: "payment",
  project: "optional",
  about: "invoice",
  abouts: (input) => openInvoices(input).map(choice),
  forbidden: (input) => kindOff(input.client, "payment") ?? notIssued(input) ?? notOpen(input),
  fits: (input) => (openInvoices(input).some((each) => daysLate(each, input) >= -nearDays) ? 2 : 0),
  needs: (input) => {
    const about = input.about.invoice;
    const early = about !== undefined && daysLate(about, input) < -nearDays;
    return early ? [{ name: "cause", as: "words", ask: { id: "need.payment.cause" }, hint: { id: "need.payment.cause.hint" } }] : [];
  },
  compose: (input) => {
    const about = input.about.invoice;
    const base = baseView(input);
    const late = about === undefined ? 0 : daysLate(about, input);
    const calendar = theirCalendar(input);
    const cause = input.answers["cause"];
    return {
      ...base,
      invoiceNumber: about?.number ?? "",
      due: writeMoney(totalsOf(about ?? { lines: [] }).due, base),
      ...(about?.dueOn !== undefined && { dueOn: about.dueOn }),
      isNear: late <= 0,
      firm: about !== undefined && isFirm(about, late, input),
      ...(late > 0 && { days: late }),
      payBy: calendar.addWorkingDays(calendar.dateAt(input.now), workingDaysToPay),
      ...(typeof cause === "string" && { cause }),
      payment: about?.payment ?? [],
    };
  },
  meanings: {
    invoiceNumber: "variable.invoice.number",
    due: "variable.invoice.due",
    dueOn: "variable.invoice.dueOn",
    isNear: "variable.payment.isNear",
    firm: "variable.payment.firm",
    days: "variable.payment.days",
    payBy: "variable.payment.payBy",
    cause: "variable.payment.cause",
    payment: "variable.invoice.payment",
  },
});

/** Days since it was due, where the client is; negative before. One without a day is open, and never late. */
const daysLate = ({ dueOn }: Invoice, input: KindInput): number => (dueOn === undefined ? 0 : daysBetween(dueOn, dateIn(input.now, theirZone(input))));

function isFirm({ id, dueOn }: Invoice, late: number, { sent, about }: KindInput): boolean {
  if (late <= 0) return false;
  if (about.form === "firm" || about.form === "friendly") return about.form === "firm";
  const reminded = sent.some((record) => record.kind === "payment" && record.about?.invoiceId === id && dueOn !== undefined && record.at.slice(0, 10) > dueOn);
  return late >= firmDays || (reminded && late >= firmDays / 2);
}

function notOpen({ about, now, client, me, zone }: KindInput): Text | undefined {
  if (!about.invoice) return undefined;
  const state = invoiceState(about.invoice, dateIn(now, theirZone({ client, me, zone })));
  return state === "issued" || state === "overdue" ? undefined : { id: "invoicing.notOpen", values: { number: about.invoice.number ?? "" } };
}

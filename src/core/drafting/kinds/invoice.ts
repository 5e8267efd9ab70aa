import { invoiceState, totalsOf } from "../../book/invoicing";
import type { Invoice } from "../../book/invoice";
import { kindOff } from "../../book/marketplaces";
import type { Money } from "../../book/money";
import { writeMoney } from "../../language/money";
import { writeQuantity } from "../../language/moneyTable";
import type { Text } from "../../say";
import type { PlainDate } from "../../time/types";
import { dateIn } from "../../time/zoned";
import { baseView, theirZone } from "./baseView";
import { defineKind, type AboutChoice, type KindInput } from "./kind";
import type { MessageView } from "./messageView";

interface InvoiceItemView {
  readonly text: string;
  readonly amount: string;
  readonly hours?: string;
  readonly rate?: string;
}
interface TaxView {
  readonly name: string;
  readonly percent: string;
  readonly amount: string;
}
interface InvoiceView extends MessageView {
  readonly invoiceNumber: string;
  readonly forDeposit: boolean;
  readonly items: readonly InvoiceItemView[];
  readonly tax?: TaxView;
  readonly deposit?: string;
  readonly due: string;
  readonly dueOn?: PlainDate;
  readonly payment: readonly string[];
}

/** An invoice that was issued: what for, how much, by when and how; the printable page goes with it. */
export const invoice = defineKind<InvoiceView>({
  kind: "invoice",
  project: "optional",
  about: "invoice",
  abouts: (input) => openInvoices(input).map(choice),
  forbidden: (input) => kindOff(input.client, "invoice") ?? notIssued(input),
  fits: (input) => {
    const open = openInvoices(input);
    if (open.length === 0) return 0;
    return open.some(({ id }) => !input.sent.some(({ kind, about }) => kind === "invoice" && about?.invoiceId === id)) ? 2 : 1;
  },
  needs: () => [],
  compose: (input) => {
    const about = input.about.invoice;
    const base = baseView(input);
    const write = (amount: Money) => writeMoney(amount, base);
    const totals = totalsOf(about ?? { lines: [] });
    return {
      ...base,
      invoiceNumber: about?.number ?? "",
      forDeposit: about?.forDeposit === true,
      items: (about?.lines ?? []).map(({ text, amount, quantity, unit, rate }) => ({
        text,
        amount: write(amount),
        ...(quantity !== undefined && unit === "hour" && { hours: writeQuantity(quantity, base) }),
        ...(rate && { rate: write(rate) }),
      })),
      ...(about?.tax && { tax: { name: about.tax.name, percent: writeQuantity(about.tax.percent, base), amount: write(totals.tax) } }),
      ...(about?.depositDeducted && { deposit: write(about.depositDeducted) }),
      due: write(totals.due),
      ...(about?.dueOn !== undefined && { dueOn: about.dueOn }),
      payment: about?.payment ?? [],
    };
  },
  meanings: {
    invoiceNumber: "variable.invoice.number",
    forDeposit: "variable.invoice.forDeposit",
    items: {
      means: "variable.invoice.items",
      fields: { text: "variable.invoice.items.text", amount: "variable.invoice.items.amount", hours: "variable.invoice.items.hours", rate: "variable.invoice.items.rate" },
    },
    tax: { means: "variable.invoice.tax", fields: { name: "variable.invoice.tax.name", percent: "variable.invoice.tax.percent", amount: "variable.invoice.tax.amount" } },
    deposit: "variable.invoice.deposit",
    due: "variable.invoice.due",
    dueOn: "variable.invoice.dueOn",
    payment: "variable.invoice.payment",
  },
});

/** Issued, and waiting to be paid; the oldest first. */
export const openInvoices = (input: Pick<KindInput, "book" | "client" | "now" | "me" | "zone" | "project">): readonly Invoice[] =>
  input.book.invoice.filter(
    (each) =>
      each.clientId === input.client.id &&
      each.archivedAt === undefined &&
      (input.project === undefined || each.projectId === input.project.id) &&
      isOpen(each, dateIn(input.now, theirZone(input))),
  );

const isOpen = (each: Invoice, today: PlainDate): boolean => ["issued", "overdue"].includes(invoiceState(each, today));

export const choice = ({ id, number, projectId, lines, ...rest }: Invoice): AboutChoice => ({
  about: { invoiceId: id },
  projectId,
  label: number ?? "",
  detail: { id: "invoicing.amount", values: { amount: { money: totalsOf({ lines, ...rest }).due } } },
});

/** A draft can be told of only once it has its number. */
export const notIssued = ({ about }: Pick<KindInput, "about">): Text | undefined => (about.invoice && about.invoice.issuedOn === undefined ? { id: "refused.invoiceDraft" } : undefined);

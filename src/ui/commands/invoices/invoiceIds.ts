/** Registered at the start; what they do is loaded when one is first called. */
export const invoiceIds = ["khobor.newInvoice", "khobor.editInvoice", "khobor.issueInvoice", "khobor.payInvoice", "khobor.cancelInvoice", "khobor.printInvoice"] as const;
export type InvoiceId = (typeof invoiceIds)[number];

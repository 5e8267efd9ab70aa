/** Numbers of invoices, so that none is given twice: not by two windows at once, and not again after an invoice was taken back. */
export interface InvoiceNumbers {
  /** True for the first who claims this number on this machine, ever. */
  claim(number: string): Promise<boolean>;
}

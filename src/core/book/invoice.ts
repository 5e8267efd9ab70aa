import * as v from "valibot";
import { decimal, id, lines, money, plainDate, recordBase, words } from "./fields";

const invoiceLineSchema = v.object({
  text: words,
  milestoneId: v.exactOptional(id),
  /** Hours or pieces, and what one of them costs. Absent: a lump sum. */
  quantity: v.exactOptional(decimal),
  unit: v.exactOptional(v.picklist(["hour", "piece"])),
  rate: v.exactOptional(money),
  /** Of the whole line. */
  amount: money,
});

export const invoiceSchema = v.object({
  ...recordBase,
  clientId: id,
  projectId: id,
  /** Claimed when it is issued, and never used again. A draft has none. */
  number: v.exactOptional(words),
  lines: v.pipe(v.array(invoiceLineSchema), v.readonly()),
  depositDeducted: v.exactOptional(money),
  /** A deposit to be paid before the work begins, not work done. */
  forDeposit: v.exactOptional(v.boolean()),
  /** Added to the sum of the lines; `percent` of it. */
  tax: v.exactOptional(v.object({ name: words, percent: decimal })),
  /** How to pay, as it stood when it was issued. */
  payment: lines,
  remark: v.exactOptional(words),
  issuedOn: v.exactOptional(plainDate),
  dueOn: v.exactOptional(plainDate),
  paidOn: v.exactOptional(plainDate),
  cancelledOn: v.exactOptional(plainDate),
});
export type Invoice = Readonly<v.InferOutput<typeof invoiceSchema>>;

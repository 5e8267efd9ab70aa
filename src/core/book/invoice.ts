import * as v from "valibot";
import { id, money, plainDate, recordBase, words } from "./fields";

const invoiceLineSchema = v.object({
  text: words,
  milestoneId: v.exactOptional(id),
  amount: money,
});

export const invoiceSchema = v.object({
  ...recordBase,
  clientId: id,
  projectId: id,
  number: words,
  lines: v.pipe(v.array(invoiceLineSchema), v.readonly()),
  depositDeducted: v.exactOptional(money),
  issuedOn: v.exactOptional(plainDate),
  dueOn: v.exactOptional(plainDate),
  paidOn: v.exactOptional(plainDate),
});
export type Invoice = Readonly<v.InferOutput<typeof invoiceSchema>>;

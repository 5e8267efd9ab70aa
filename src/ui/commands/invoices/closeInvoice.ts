import { archive } from "../../../core/book/changes";
import { cancelInvoice as cancelled, payInvoice as paid } from "../../../core/book/invoicing";
import { readPastDate } from "../../prompts/readPastDate";
import { pastDateQuestion } from "../../prompts/dateQuestion";
import { askInSteps } from "../../prompts/steps";
import { dateIn } from "../../../core/time/zoned";
import { here } from "../book/deps";
import { keepAndSay } from "../book/keep";
import type { NodeArgument } from "../nodeArgument";
import type { InvoiceCommandsDeps } from "./deps";
import { whichInvoice } from "./whichInvoice";

export async function payInvoice(node: NodeArgument | undefined, deps: InvoiceCommandsDeps): Promise<void> {
  const { say, screen, messages } = deps;
  const { invoice } = await whichInvoice(node, "invoicing.pay", ["overdue", "issued"], deps);
  const values = { number: invoice.number ?? say("tree.draftInvoice") };
  if (invoice.issuedOn === undefined || invoice.paidOn !== undefined || invoice.cancelledOn !== undefined) {
    messages.inform({ id: "invoicing.notOpen", values });
    return;
  }
  const at = here(deps);
  const typed = await askInSteps(screen, { title: say("invoicing.pay") }, (ask) => ask.text("on", { ...pastDateQuestion(say, at, say("invoicing.paidWhen")), value: say("invoicing.today") }));
  const read = readPastDate(typed, at);
  const on = read && "on" in read ? read.on : dateIn(at.now, at.zone);
  await keepAndSay(deps, { id: "did.pay", values }, paid(deps.book.current(), invoice, on, at), { id: "invoicing.isPaid", values });
}

/** What was issued keeps its number as a cancelled one; a draft that nobody has seen is put away. */
export async function cancelInvoice(node: NodeArgument | undefined, deps: InvoiceCommandsDeps): Promise<void> {
  const { say } = deps;
  const { invoice } = await whichInvoice(node, "invoicing.cancel", ["draft", "issued", "overdue"], deps);
  const at = here(deps);
  const name = invoice.number ?? say("tree.draftInvoice");
  const changes = invoice.issuedOn === undefined ? archive("invoice", invoice, at) : cancelled(invoice, dateIn(at.now, at.zone), at);
  await keepAndSay(deps, { id: "did.cancel", values: { name } }, changes, { id: invoice.issuedOn === undefined ? "invoicing.draftGone" : "invoicing.isCancelled", values: { number: name } });
}

import { addressIn } from "../keep/chosenFiles";
import { nodeArgument, type NodeArgument } from "../nodeArgument";
import type { Handler } from "../register";
import { cancelInvoice, payInvoice } from "./closeInvoice";
import type { InvoiceCommandsDeps } from "./deps";
import { editInvoice } from "./editInvoice";
import type { InvoiceId } from "./invoiceIds";
import { issueInvoice } from "./issueInvoice";
import { invoiceArgument, newInvoice } from "./newInvoice";
import { printInvoice } from "./printInvoice";

/** The commands on invoices. All of this is loaded when one of them is first called. */
export function invoiceCommands(deps: InvoiceCommandsDeps): Readonly<Record<InvoiceId, Handler>> {
  const onNode =
    (run: (node: NodeArgument | undefined, deps: InvoiceCommandsDeps) => unknown): Handler =>
    (argument) =>
      run(nodeArgument(argument), deps);
  return {
    "khobor.newInvoice": (argument) => newInvoice(invoiceArgument(argument), deps),
    "khobor.editInvoice": onNode(editInvoice),
    "khobor.issueInvoice": onNode(issueInvoice),
    "khobor.payInvoice": onNode(payInvoice),
    "khobor.cancelInvoice": onNode(cancelInvoice),
    "khobor.printInvoice": (argument, file) => printInvoice(nodeArgument(argument), addressIn(file), deps),
  };
}

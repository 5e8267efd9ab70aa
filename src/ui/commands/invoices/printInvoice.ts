import { invoicePage } from "../../../core/report/invoicePage/invoicePage";
import { dateIn } from "../../../core/time/zoned";
import type { FileAddress } from "../keep/chosenFiles";
import { here } from "../book/deps";
import type { NodeArgument } from "../nodeArgument";
import type { InvoiceCommandsDeps } from "./deps";
import { whichInvoice } from "./whichInvoice";

/** A page that is saved where the user says, and opens and prints in any browser. */
export async function printInvoice(node: NodeArgument | undefined, given: FileAddress | undefined, deps: InvoiceCommandsDeps): Promise<void> {
  const { say, chosenFiles, messages } = deps;
  const { invoice, client, project } = await whichInvoice(node, "invoicing.print", ["issued", "overdue", "draft", "paid", "cancelled"], deps);
  const at = here(deps);
  const page = invoicePage({ me: deps.book.current().me, client, project, invoice, today: dateIn(at.now, at.zone) });
  const name = `${[invoice.number ?? say("tree.draftInvoice"), client.name].join(" ").replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "-").trim().slice(0, 80)}.html`;
  const file = given ?? (await chosenFiles.save({ title: say("invoicing.print"), name, kind: "HTML", endings: ["html"] }));
  if (file === undefined) return;
  await chosenFiles.write(file, page);
  messages.inform({ id: "invoicing.saved" }, { label: { id: "invoicing.open" }, run: () => chosenFiles.openOutside(file) });
}

import type { Client } from "../../../core/book/client";
import type { Invoice } from "../../../core/book/invoice";
import { invoiceState, totalsOf, type InvoiceState } from "../../../core/book/invoicing";
import type { Project } from "../../../core/book/project";
import { recordById } from "../../../core/book/queries";
import type { Text } from "../../../core/say";
import { dateIn } from "../../../core/time/zoned";
import { Cancelled } from "../../prompts/cancelled";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import { here, type BookCommandsDeps } from "../book/deps";
import { lineageOf } from "../book/lineage";
import type { NodeArgument } from "../nodeArgument";

export interface InvoiceOf {
  readonly invoice: Invoice;
  readonly project: Project;
  readonly client: Client;
}

/** The invoice of the row that was called on; else one is picked of those in these states, the newest first. */
export async function whichInvoice(node: NodeArgument | undefined, title: Text["id"], states: readonly InvoiceState[], deps: BookCommandsDeps): Promise<InvoiceOf> {
  const { say, screen } = deps;
  const book = deps.book.current();
  const today = dateIn(here(deps).now, here(deps).zone);
  const of = (invoice: Invoice): readonly InvoiceOf[] => {
    const project = recordById(book, "project", invoice.projectId);
    const client = recordById(book, "client", invoice.clientId);
    return project && client ? [{ invoice, project, client }] : [];
  };
  const clicked = node && recordById(book, "invoice", node.recordId);
  const [found] = clicked ? of(clicked) : [];
  if (found) return found;
  const about = lineageOf(book, node);
  const fits = (invoice: Invoice) =>
    invoice.archivedAt === undefined &&
    states.includes(invoiceState(invoice, today)) &&
    (about.client === undefined || invoice.clientId === about.client.id) &&
    (about.project === undefined || invoice.projectId === about.project.id);
  const choices = book.invoice
    .filter(fits)
    .toReversed()
    .flatMap(of)
    .map((value): Choice<InvoiceOf> => {
      const { invoice, client } = value;
      const state = say(`invoice.${invoiceState(invoice, today)}`);
      return { label: invoice.number ?? say("tree.draftInvoice"), description: [client.name, say("invoicing.amount", { amount: { money: totalsOf(invoice).due } }), state].join(" · "), icon: "credit-card", value };
    });
  const [only] = choices;
  if (!only) {
    deps.messages.inform({ id: "which.noInvoice" });
    throw new Cancelled();
  }
  return askInSteps(screen, { title: say(title) }, (ask) => ask.pick("invoice", { placeholder: say("which.invoice"), choices }));
}

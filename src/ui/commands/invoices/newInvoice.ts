import { kindOff } from "../../../core/book/marketplaces";
import { depositToDeduct, newInvoice as drafted } from "../../../core/book/invoicing";
import type { Book } from "../../../core/book/book";
import type { Invoice } from "../../../core/book/invoice";
import { clientOfProject } from "../../../core/book/queries";
import { toLatinDigits } from "../../../core/language/digits";
import type { Say } from "../../../core/say";
import type { CommandId } from "../../commandIds";
import { Cancelled } from "../../prompts/cancelled";
import type { TextQuestion } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import { keepAndSay } from "../book/keep";
import { lineageOf } from "../book/lineage";
import { whichProject } from "../book/which";
import { nodeArgument, type NodeArgument } from "../nodeArgument";
import { askLines, type Begin } from "./askLines";
import type { InvoiceCommandsDeps } from "./deps";

/** What an invoice is begun with, besides the row of a milestone. */
export interface InvoiceArgument extends NodeArgument {
  readonly whatFor?: "deposit" | "project";
}

/** A row, or what is owed an invoice. */
export function invoiceArgument(argument: unknown): InvoiceArgument | undefined {
  const node = nodeArgument(argument);
  const { whatFor } = (argument ?? {}) as { readonly whatFor?: unknown };
  return node && { ...node, ...((whatFor === "deposit" || whatFor === "project") && { whatFor }) };
}

/** A draft of an invoice. It gets its number when it is issued. Resolves to its id. */
export async function newInvoice(node: InvoiceArgument | undefined, deps: InvoiceCommandsDeps): Promise<string> {
  const { say, screen, newId, clock, messages } = deps;
  const book = deps.book.current();
  const asked = await askInSteps(screen, { title: say("invoicing.new") }, async (ask) => {
    const project = await whichProject(ask, deps, { node });
    const client = clientOfProject(book, project);
    const off = client && kindOff(client, "invoice");
    if (off) {
      messages.inform(off);
      throw new Cancelled();
    }
    const { lines, forDeposit } = await askLines(ask, say, book, project, beginOf(node, book));
    const tax = readTax(await ask.text("tax", taxQuestion(say, lastTax(book)))) || undefined;
    const deposit = forDeposit ? undefined : depositToDeduct(book, project);
    const fits = deposit && deposit.currency === lines[0]?.amount.currency ? deposit : undefined;
    const deduct =
      fits !== undefined &&
      (await ask.pick("deposit", {
        placeholder: say("invoicing.deduct", { amount: { money: fits } }),
        choices: [
          { label: say("invoicing.deductYes"), value: true },
          { label: say("invoicing.deductNo"), value: false },
        ],
      }));
    return { project, lines, forDeposit, tax, depositDeducted: deduct ? fits : undefined };
  });
  const { changes, invoice } = drafted(asked, { now: clock.now(), newId });
  const row: NodeArgument = { kind: "invoice", recordId: invoice.id };
  await keepAndSay(deps, { id: "did.add", values: { name: say("tree.draftInvoice") } }, changes, { id: "invoicing.drafted", values: { name: asked.project.name } }, {
    label: { id: "invoicing.issueNow" },
    run: () => deps.commands.executeCommand("khobor.issueInvoice" satisfies CommandId, row),
  });
  return invoice.id;
}

function beginOf(node: InvoiceArgument | undefined, book: Book): Begin | undefined {
  if (node?.whatFor !== undefined) return { from: node.whatFor };
  const { milestone } = lineageOf(book, node);
  return milestone && { from: "milestones", milestone };
}

/** The tax of the invoice before: it hardly ever changes. */
const lastTax = (book: Book): Invoice["tax"] => book.invoice.findLast(({ archivedAt }) => archivedAt === undefined)?.tax;

/** "VAT 7.5%", "ভ্যাট ১৫". False where there is none; undefined where it cannot be read. */
export function readTax(typed: string): NonNullable<Invoice["tax"]> | false | undefined {
  const plain = toLatinDigits(typed).trim();
  if (plain === "") return false;
  const [, name = "", percent = ""] = /^(\D+?)\s*(\d{1,3}(?:\.\d{1,4})?)\s*%?$/.exec(plain) ?? [];
  return name.trim() === "" ? undefined : { name: name.trim(), percent };
}

export const taxQuestion = (say: Say, tax: Invoice["tax"]): TextQuestion => ({
  prompt: say("invoicing.tax"),
  placeholder: say("invoicing.taxExample"),
  value: tax ? `${tax.name} ${tax.percent}%` : "",
  check: (typed) => (readTax(typed) === undefined ? { wrong: say("invoicing.taxUnread") } : undefined),
});

import { revised, type Revision } from "../../../core/book/changes";
import { totalsOf, type InvoiceLine } from "../../../core/book/invoicing";
import type { Invoice } from "../../../core/book/invoice";
import { times } from "../../../core/book/money";
import { recordById } from "../../../core/book/queries";
import { askText } from "../../prompts/askField";
import { fieldMenu, type Field } from "../../prompts/fieldMenu";
import { neededText } from "../../prompts/dateQuestion";
import { readTypedMoney } from "../../../core/language/typedMoney";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { textField } from "../book/fields";
import type { NodeArgument } from "../nodeArgument";
import { askLines, moneyQuestion } from "./askLines";
import type { InvoiceCommandsDeps } from "./deps";
import { readTax, taxQuestion } from "./newInvoice";
import { whichInvoice } from "./whichInvoice";

/** A draft can be changed; what was issued stands as it is. */
export async function editInvoice(node: NodeArgument | undefined, deps: InvoiceCommandsDeps): Promise<void> {
  const { say, screen, messages } = deps;
  const { invoice } = await whichInvoice(node, "invoicing.edit", ["draft"], deps);
  if (invoice.issuedOn !== undefined) {
    messages.inform({ id: "invoicing.stands", values: { number: invoice.number ?? "" } });
    return;
  }
  await fieldMenu(screen, say("prompt.fieldMenu"), () => {
    const now = recordById(deps.book.current(), "invoice", invoice.id);
    return now && { title: say("invoicing.draftOf", { amount: { money: totalsOf(now).due } }), fields: fields(deps, now) };
  });
}

function fields(deps: InvoiceCommandsDeps, invoice: Invoice): readonly Field[] {
  const { say, screen } = deps;
  const keep = (changed: Revision<"invoice">) => deps.undoing.change({ id: "did.edit", values: { name: say("tree.draftInvoice") } }, [revised("invoice", invoice, changed, here(deps))]);
  const keepLine = (at: number, line: InvoiceLine | undefined) => keep({ lines: line ? invoice.lines.with(at, line) : invoice.lines.toSpliced(at, 1) });
  const tax = { key: "tax", label: say("invoicing.tax") };
  return [
    ...invoice.lines.map((line, at): Field => ({
      key: `line ${at}`,
      label: line.text,
      current: say("invoicing.amount", { amount: { money: line.amount } }),
      edit: async () => keepLine(at, await editLine(line, invoice.lines.length > 1, deps)),
    })),
    {
      key: "more",
      label: say("invoicing.addLine"),
      current: "",
      icon: "add",
      async edit() {
        const project = recordById(deps.book.current(), "project", invoice.projectId);
        if (!project) return;
        const { lines } = await askInSteps(screen, { title: say("invoicing.addLine"), canLeave: true }, (ask) => askLines(ask, say, deps.book.current(), project));
        const currency = invoice.lines[0]?.amount.currency;
        await keep({ lines: [...invoice.lines, ...lines.filter(({ amount }) => amount.currency === currency)] });
      },
    },
    {
      ...tax,
      current: invoice.tax ? `${invoice.tax.name} ${invoice.tax.percent}%` : "",
      async edit() {
        const typed = await askText(screen, tax.label, taxQuestion(say, invoice.tax));
        await keep({ tax: readTax(typed ?? "") || undefined });
      },
    },
    ...(invoice.depositDeducted
      ? [{ key: "deposit", label: say("invoicing.takeNoDeposit"), current: say("invoicing.amount", { amount: { money: invoice.depositDeducted } }), edit: () => keep({ depositDeducted: undefined }) }]
      : []),
    textField(deps, { key: "remark", label: say("invoicing.remark") }, invoice.remark, (remark) => keep({ remark })),
  ];
}

/** Undefined: it is taken out. */
async function editLine(line: InvoiceLine, mayGo: boolean, { say, screen }: InvoiceCommandsDeps): Promise<InvoiceLine | undefined> {
  return askInSteps(screen, { title: line.text, canLeave: true }, async (ask) => {
    const what = await ask.pick("what", {
      placeholder: say("invoicing.whatWithLine"),
      choices: [{ label: say("invoicing.changeLine"), value: "change" }, ...(mayGo ? [{ label: say("invoicing.removeLine"), value: "remove" }] : [])],
    });
    if (what === "remove") return undefined;
    const text = await ask.text("text", neededText(say, { prompt: say("invoicing.lineText"), value: line.text }));
    const usual = line.amount.currency;
    const before = line.rate ?? line.amount;
    const typed = await ask.text("amount", moneyQuestion(say, say(line.rate ? "invoicing.rate" : "invoicing.howMuch"), usual, before));
    const money = readTypedMoney(typed, usual)?.money ?? before;
    return line.rate && line.quantity !== undefined ? { ...line, text, rate: money, amount: times(money, line.quantity) } : { ...line, text, amount: money };
  });
}

import type { Invoice } from "../book/invoice";
import { invoiceState, totalsOf, type InvoiceState } from "../book/invoicing";
import type { Level } from "../owed/owed";
import type { Text, Value } from "../say";
import type { TreeNode } from "./treeNode";
import { described, type TreeView } from "./treeView";

/** A project's invoices: those that wait for something, oldest first, then what is over in a group. */
export function invoiceNodes(projectId: string, view: TreeView): readonly TreeNode[] {
  const all = view.invoices(projectId).map((invoice) => ({ invoice, state: invoiceState(invoice, view.today) }));
  const over = all.filter(({ state }) => isOver(state));
  return [
    ...all.filter(({ state }) => !isOver(state)).map(({ invoice, state }) => invoiceNode(invoice, state, view)),
    ...(over.length === 0 ? [] : [group(projectId, over.map(({ invoice, state }) => invoiceNode(invoice, state, view)))]),
  ];
}

const isOver = (state: InvoiceState): boolean => state === "paid" || state === "cancelled";

const group = (projectId: string, rows: readonly TreeNode[]): TreeNode => ({
  id: `invoices:${projectId}`,
  kind: "invoices",
  recordId: projectId,
  label: { id: "tree.invoices" },
  description: { id: "tree.count", values: { count: rows.length } },
  icon: { name: "invoice", level: "fine" },
  tooltip: [{ id: "tree.invoicesOver" }],
  contextValue: "invoices",
  children: rows.toReversed(),
});

function invoiceNode(invoice: Invoice, state: InvoiceState, view: TreeView): TreeNode {
  const level: Level = state === "overdue" ? "overdue" : state === "issued" && invoice.dueOn !== undefined ? view.levelOf({ by: "date", on: invoice.dueOn }) : "fine";
  return view.remembered(invoice, `${state} ${level}`, () => {
    const label: string | Text = invoice.number ?? { id: invoice.forDeposit === true ? "tree.depositInvoice" : "tree.draftInvoice" };
    return {
      id: `invoice:${invoice.id}`,
      kind: "invoice",
      recordId: invoice.id,
      label,
      ...described([amountOf(invoice), ...stateParts(invoice, state, view)]),
      icon: { name: "invoice", level },
      tooltip: [label, ...invoice.lines.map(({ text }) => text), { id: "tree.invoiceDue", values: { amount: amountOf(invoice) } }, { id: "tree.row", values: { a: { id: `invoice.${state}` }, b: stateParts(invoice, state, view).at(-1) ?? "" } }],
      contextValue: state === "draft" ? "invoice.draft" : isOver(state) ? "invoice.over" : "invoice.issued",
      children: [],
    };
  });
}

/** What is to be paid. */
function amountOf(invoice: Invoice): Value {
  try {
    return { money: totalsOf(invoice).due };
  } catch {
    // Amounts of several currencies have no sum. Nothing of ours writes such an invoice; an import may.
    return "?";
  }
}

function stateParts({ dueOn, paidOn, cancelledOn }: Invoice, state: InvoiceState, view: TreeView): readonly Value[] {
  const word: Text = { id: `invoice.${state}` };
  switch (state) {
    case "paid":
      return paidOn === undefined ? [word] : [{ id: "tree.paidOn", values: { when: view.day(paidOn) } }];
    case "cancelled":
      return cancelledOn === undefined ? [word] : [word, view.day(cancelledOn)];
    case "draft":
      return [word];
    case "issued":
      return dueOn === undefined ? [word] : [{ id: "tree.isDue", values: { when: view.day(dueOn) } }];
    case "overdue":
      return dueOn === undefined ? [word] : [{ id: "tree.wasDue", values: { when: view.day(dueOn) } }];
  }
}

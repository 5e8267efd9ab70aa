import type { Issued, IssueBack } from "../../../core/book/issueUndo";
import type { Text } from "../../../core/say";
import { backToDraft, cancelling, wayBack } from "../../../flows/takeBackIssue";
import { Cancelled } from "../../prompts/cancelled";
import { here } from "../book/deps";
import { sayUndone } from "../book/keep";
import { createUndoing, type Undone } from "../book/undo";
import type { InvoiceCommandsDeps } from "./deps";

/**
 * Lets the issue be taken back: to a draft, or by cancelling, whichever it still can be. What it will be is said first.
 * @param terms takes back what was remembered along with it
 * @returns takes back this issue
 */
export function rememberIssue(issued: Issued, terms: () => Promise<unknown>, deps: InvoiceCommandsDeps): () => Promise<void> {
  const did: Text = { id: "did.issue", values: { number: issued.invoice.number ?? "" } };
  const back = deps.undoing.remember(did, () => takeBack(issued, terms, deps));
  return async () => sayUndone(deps, did, await back());
}

async function takeBack(issued: Issued, terms: () => Promise<unknown>, deps: InvoiceCommandsDeps): Promise<Undone> {
  let way = await wayBack(issued, deps);
  while (way === "draft") {
    await sure(way, issued, deps);
    const now = await backToDraft(issued, deps);
    if (now === "draft") {
      await terms();
      return "undone";
    }
    // Something came between while the question stood there.
    way = now;
  }
  if (way === "gone") return way;
  await sure(way, issued, deps);
  return cancelled(issued, deps);
}

/** Throws Cancelled where the user thinks better of it: then it can be asked again. */
async function sure(way: Exclude<IssueBack, "gone">, { invoice: { number = "" } }: Issued, { say, screen }: InvoiceCommandsDeps): Promise<void> {
  // Not "Cancel invoice": it would stand beside the button that leaves everything as it is.
  const yes = way === "draft" ? say("invoicing.backYes") : say("invoicing.cancelYes", { number });
  if (!(await screen.confirm(say(`invoicing.back.${way}`, { number }), yes))) throw new Cancelled();
}

/** By itself, so that undoing once more does not begin with this. */
async function cancelled(issued: Issued, deps: InvoiceCommandsDeps): Promise<Undone> {
  const number = issued.invoice.number ?? "";
  const changes = cancelling(issued, deps, here(deps).zone);
  if (changes.length === 0) return "gone";
  const did: Text = { id: "did.cancel", values: { name: number } };
  const undo = await createUndoing(deps.book).change(did, changes);
  deps.messages.inform({ id: "invoicing.isCancelled", values: { number } }, { label: { id: "message.undo" }, run: async () => sayUndone(deps, did, await undo()) });
  return "told";
}

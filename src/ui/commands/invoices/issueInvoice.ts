import { revised } from "../../../core/book/changes";
import type { BookChange } from "../../../core/book/book";
import { dueDate, paymentLines } from "../../../core/book/invoicing";
import { recordById } from "../../../core/book/queries";
import { workingCalendar } from "../../../core/time/calendar";
import { readTypedDate } from "../../../core/time/typedDate";
import { addDays, dateIn, daysBetween } from "../../../core/time/zoned";
import type { PlainDate } from "../../../core/time/types";
import { issueInvoice as issue } from "../../../flows/issueInvoice";
import type { CommandId } from "../../commandIds";
import type { MessageAction } from "../../messages";
import { dateQuestion } from "../../prompts/dateQuestion";
import { readLines } from "../../prompts/readLines";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { createUndoing } from "../book/undo";
import type { WriteArgument } from "../draft/writeArgument";
import type { NodeArgument } from "../nodeArgument";
import type { InvoiceCommandsDeps } from "./deps";
import { rememberIssue } from "./undoIssue";
import { whichInvoice, type InvoiceOf } from "./whichInvoice";

const usualDays = 14;

/** A number, today's date, when and how it is to be paid: from then on it stands as it is. Whether it was issued. */
export async function issueInvoice(node: NodeArgument | undefined, deps: InvoiceCommandsDeps): Promise<boolean> {
  const { say, messages, commands } = deps;
  const of = await whichInvoice(node, "invoicing.issue", ["draft"], deps);
  const { invoice } = of;
  if (invoice.issuedOn !== undefined) {
    messages.inform({ id: "invoicing.alreadyIssued", values: { number: invoice.number ?? "" } });
    return false;
  }
  const at = here(deps);
  const on = dateIn(at.now, at.zone);
  const { dueOn, payment, changes } = await askTerms(of, on, deps);
  const terms = await createUndoing(deps.book).change({ id: "did.edit", values: { name: of.project.name } }, changes);
  const sequence = deps.book.current().me.invoiceSequence;
  const issued = await issue(invoice.id, { on, dueOn, payment }, deps).catch(async (error: unknown) => {
    await terms();
    throw error;
  });
  if (!issued) return false;
  const undo = rememberIssue({ draft: invoice, invoice: issued, sequence }, terms, deps);
  const row: NodeArgument = { kind: "invoice", recordId: invoice.id };
  const write: MessageAction = {
    label: { id: "message.tellClient" },
    run: () => commands.executeCommand("khobor.write.invoice" satisfies CommandId, { clientId: issued.clientId, projectId: issued.projectId, about: { invoiceId: issued.id } } satisfies WriteArgument),
  };
  messages.inform({ id: "invoicing.issued", values: { number: issued.number ?? say("tree.draftInvoice") } }, write, {
    label: { id: "invoicing.print" },
    run: () => commands.executeCommand("khobor.printInvoice" satisfies CommandId, row),
  }, { label: { id: "message.undo" }, run: undo });
  return true;
}

interface Terms {
  readonly dueOn: PlainDate | undefined;
  readonly payment: readonly string[];
  /** What is remembered for the next one. */
  readonly changes: readonly BookChange[];
}

/** Asks only what neither the project nor I have said before. */
async function askTerms({ project, client }: InvoiceOf, on: PlainDate, deps: InvoiceCommandsDeps): Promise<Terms> {
  const { say, screen } = deps;
  const at = here(deps);
  const book = deps.book.current();
  const theirs = workingCalendar({ me: book.me, client, absences: [], machineZone: at.zone });
  const agreed = dueDate(on, project);
  // Nobody pays on a day off: then it is due on the working day after it.
  const known = { dueOn: agreed && theirs.workingDayFrom(agreed), payment: paymentLines(book.me, client) };
  const usual = theirs.workingDayFrom(addDays(on, usualDays));
  const method = client.paymentMethod ?? say("invoicing.usualMethod");
  const asked = await askInSteps(screen, { title: say("invoicing.issue") }, async (ask) => {
    ask.more(1 + (known.dueOn === undefined ? 1 : 0) + (known.payment === undefined ? 1 : 0));
    const typed = known.dueOn === undefined ? await ask.text("due", { ...dateQuestion(say, at, say("invoicing.dueOn")), value: usual }) : undefined;
    const due = typed === undefined ? undefined : readTypedDate(typed, at)?.due;
    const dueOn = due && (due.by === "date" ? due.on : dateIn(due.at, at.zone));
    const payment = known.payment === undefined ? readLines(await ask.text("payment", { prompt: say("invoicing.howToPay", { method }), placeholder: say("invoicing.howToPayExample") })) : undefined;
    // What cannot be taken back is asked for by itself.
    await ask.pick("sure", { placeholder: say("invoicing.issueSure"), choices: [{ label: say("invoicing.issueNow"), icon: "pass", value: true }] });
    return { dueOn, payment };
  });
  const changes: BookChange[] = [];
  const found = recordById(deps.book.current(), "project", project.id);
  if (asked.dueOn !== undefined && found) changes.push(revised("project", found, { paymentDays: asked.dueOn === usual ? usualDays : Math.max(0, daysBetween(on, asked.dueOn)) }, at));
  if (asked.payment && asked.payment.length > 0) {
    const { me } = deps.book.current();
    changes.push({ op: "me", me: { ...me, paymentDetails: [...(me.paymentDetails ?? []), { method, lines: asked.payment }] } });
  }
  return { dueOn: known.dueOn ?? asked.dueOn, payment: known.payment ?? asked.payment ?? [], changes };
}

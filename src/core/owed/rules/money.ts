import type { Invoice } from "../../book/invoice";
import { askFrom } from "../../book/invoicing";
import { kindOff } from "../../book/marketplaces";
import type { Instant, PlainDate } from "../../time/types";
import { addDays } from "../../time/zoned";
import type { Desk } from "../desk";
import type { Found } from "../found";
import type { Place } from "../places";
import { none, one, turnOf, type Find } from "./rule";

const counts = (invoice: Invoice): boolean => invoice.cancelledOn === undefined;
const isOpen = (invoice: Invoice): boolean => counts(invoice) && invoice.paidOn === undefined;

/** Work that began before the deposit that was agreed for it came: a word within `n` working days of the beginning. */
export const deposits: Find = (place, desk, n) => {
  const { project, invoices } = place;
  if (project?.deposit === undefined || project.deposit.receivedOn !== undefined || project.status !== "active") return none;
  // A deposit that is asked for is owed by the client now, and payment has its own rule.
  if (invoices.some((invoice) => counts(invoice) && invoice.forDeposit === true && invoice.issuedOn !== undefined)) return none;
  const began = beginningOf(place, desk);
  if (began === undefined) return none;
  const asked = invoices.find((invoice) => counts(invoice) && invoice.forDeposit === true);
  return one(desk.within(began, n), { id: `deposit:${project.id}`, what: "deposit", ...(asked && { about: { invoiceId: asked.id } }) });
};

/** The first sign of work: a part done, a milestone begun, a commit. */
function beginningOf({ project, milestones }: Place, desk: Desk): Instant | undefined {
  const ticks = milestones.flatMap(({ startedAt, deliverables }) => [startedAt, ...deliverables.map(({ doneAt }) => doneAt)]);
  const commit = project && desk.workAt(project.id)?.find((at) => at > project.createdAt);
  return [...ticks, commit].filter((at) => at !== undefined).sort()[0];
}

/** Invoices to write: for a milestone with a price, or a project with a budget, within `n` working days of its delivery. */
export const invoicesToWrite: Find = (place, desk, n) => {
  const { project, milestones, invoices } = place;
  if (!project || project.hourly) return none;
  const known = invoices.filter(counts);
  const draft = (of: Invoice | undefined) => of && { about: { invoiceId: of.id } };
  const priced = milestones.filter(({ price, deliveredAt }) => price !== undefined && deliveredAt !== undefined);
  const ofMilestones = priced.flatMap((milestone) => {
    const invoice = known.find(({ lines }) => lines.some(({ milestoneId }) => milestoneId === milestone.id));
    if (invoice?.issuedOn !== undefined || milestone.deliveredAt === undefined) return none;
    return one(desk.within(milestone.deliveredAt, n), {
      id: `invoice:${milestone.id}`, what: "invoiceMilestone", values: { milestone: milestone.title }, about: { milestoneId: milestone.id }, ...draft(invoice),
    });
  });
  const { deliveredAt, budget } = project;
  const invoice = known.find(({ forDeposit }) => forDeposit !== true);
  const isPriced = milestones.some(({ price }) => price !== undefined);
  if (deliveredAt === undefined || budget === undefined || isPriced || invoice?.issuedOn !== undefined) return ofMilestones;
  return [...ofMilestones, ...one(desk.within(deliveredAt, n), { id: `invoice:${project.id}`, what: "invoice", ...draft(invoice) })];
};

/** Invoices past their date, or long open without one: a friendly word `n` days after it, never before. */
export const paymentsDue: Find = (place, desk, n) =>
  place.invoices.flatMap((invoice) => {
    const dueOn = askFrom(invoice);
    if (dueOn === undefined || asked(invoice, desk) !== undefined || desk.isClosed(dueId(invoice))) return none;
    return payment(invoice, place, desk, addDays(dueOn, days(n)), dueId(invoice), "paymentDue");
  });

/** The same again, firmer, every `n` days. */
export const paymentsAgain: Find = (place, desk, n) =>
  place.invoices.flatMap((invoice) => {
    const dueOn = askFrom(invoice);
    if (dueOn === undefined) return none;
    const answer = desk.isClosed(dueId(invoice)) ? desk.answer(dueId(invoice)) : undefined;
    const first = asked(invoice, desk) ?? answer?.at;
    if (first === undefined) return none;
    const { id, since } = turnOf(first, (at) => `payment:${invoice.id}:${dueOn}:${at}`, desk);
    return payment(invoice, place, desk, addDays(desk.mine.dateAt(since), days(n)), id, "paymentOverdue");
  });

const days = (n: number): number => Math.max(1, Math.round(n));
const dueId = (invoice: Invoice): string => `payment:${invoice.id}:${askFrom(invoice) ?? ""}`;

/** When payment was last asked for since it was due. */
function asked(invoice: Invoice, desk: Desk): Instant | undefined {
  const { id } = invoice;
  const dueOn = askFrom(invoice);
  return desk.sent("payment").findLast(({ about, at }) => about?.invoiceId === id && dueOn !== undefined && desk.mine.dateAt(at) > dueOn)?.at;
}

function payment(invoice: Invoice, { client }: Place, desk: Desk, day: PlainDate, id: string, what: "paymentDue" | "paymentOverdue"): readonly Found[] {
  if (!isOpen(invoice) || invoice.issuedOn === undefined || kindOff(client, "payment")) return none;
  return one(desk.onOrAfter(day), { id, what, values: { number: invoice.number ?? "" }, about: { invoiceId: invoice.id, form: what === "paymentDue" ? "friendly" : "firm" } });
}

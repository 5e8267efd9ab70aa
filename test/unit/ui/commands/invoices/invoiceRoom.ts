import { applyChanges, type Book } from "../../../../../src/core/book/book";
import { revised } from "../../../../../src/core/book/changes";
import type { ClientPart } from "../../../../../src/core/book/clientPart";
import { addMilestone, deliverMilestone } from "../../../../../src/core/book/milestoneChanges";
import type { Money } from "../../../../../src/core/book/money";
import type { HistoryEntry } from "../../../../../src/core/book/sentRecord";
import { createInvoiceNumbers } from "../../../../../src/storage/invoiceNumbers";
import { newInvoice } from "../../../../../src/ui/commands/invoices/newInvoice";
import { tempFolders } from "../../../storage/tempFolder";
import type { Act } from "../../prompts/scriptedScreen";
import { bookWith, now, room } from "../book/room";

export const acme = { kind: "client", recordId: "acme-client" };
export const dollars = (whole: number): Money => ({ minor: whole * 100, currency: "USD" });

const tempFolder = tempFolders();

/** The commands on invoices in memory; the numbers are on disk, in a folder of this room alone. */
export function invoiceRoom(book: Book, ...acts: Act[]) {
  return roomWith(tempFolder(), book, ...acts);
}
export function roomWith(numbersFolder: string, book: Book, ...acts: Act[]) {
  const made = room({ book }, ...acts);
  const files = new Map<string, string>();
  const opened: string[] = [];
  const chosenFiles = {
    save: ({ name }: { readonly name: string }) => Promise.resolve(name),
    open: () => Promise.resolve(undefined),
    write: (file: string, text: string) => Promise.resolve(void files.set(file, text)),
    read: () => Promise.resolve(undefined),
    show: () => Promise.resolve(),
    openOutside: (file: string) => Promise.resolve(void opened.push(file)),
    reveal: () => Promise.resolve(),
  };
  const told: HistoryEntry[] = [];
  const leaving: { readonly draftId: string }[] = [];
  const others: ClientPart[] = [];
  const deps = {
    ...made.deps, chosenFiles,
    numbers: createInvoiceNumbers(numbersFolder),
    known: { all: () => Promise.resolve(others) },
    history: { all: () => Promise.resolve(told) },
    leaving: () => Promise.resolve(leaving),
  };
  return { ...made, files, opened, told, leaving, others, deps };
}

/** Acme with a delivered milestone of 600 dollars, one in hand without a price, and a deposit that was received. */
export function agreed(): Book {
  let ids = 0;
  const stamp = { now, newId: () => `m${++ids}` };
  const book = bookWith("Acme");
  const [one, two] = ["Catalogue", "Checkout"].map((title) => addMilestone({ projectId: "acme-project", title, deliverables: [`${title} page`] }, stamp));
  let next = applyChanges(book, [...one!.changes, ...two!.changes]);
  next = applyChanges(next, [revised("milestone", one!.milestone, { price: dollars(600) }, stamp)]);
  next = applyChanges(next, deliverMilestone(next.milestone[0]!, stamp));
  return applyChanges(next, [revised("project", next.project[0]!, { deposit: { amount: dollars(200), receivedOn: "2026-11-02" as never } }, stamp)]);
}

export async function draft(book = agreed()): Promise<{ readonly book: Book; readonly node: { readonly kind: string; readonly recordId: string } }> {
  const made = invoiceRoom(book, { pick: "Milestones" }, "enter", { pick: "That is all" }, { type: "" }, { pick: "Yes, take it off" });
  const recordId = await newInvoice(acme, made.deps);
  return { book: made.book(), node: { kind: "invoice", recordId } };
}

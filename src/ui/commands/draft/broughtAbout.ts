import type { Book } from "../../../core/book/book";
import { recordById } from "../../../core/book/queries";
import type { Effect } from "../../../core/drafting/draft";
import type { Text } from "../../../core/say";
import { understood } from "../../../core/time/typedDate";
import { dateIn } from "../../../core/time/zoned";
import { here, type BookCommandsDeps } from "../book/deps";
import { short } from "../book/keep";

type Deps = Pick<BookCommandsDeps, "book" | "clock" | "say">;

/** What a sent message changed in the book, as a few short sentences; empty where it changed nothing. */
export const brought = (effects: readonly Effect[], book: Book, deps: Deps): string =>
  effects.flatMap((effect) => textOf(effect, book, deps) ?? []).map((text) => ` ${deps.say(text)}`).join("");

function textOf(effect: Effect, book: Book, deps: Deps): Text | undefined {
  const at = here(deps);
  const today = dateIn(at.now, at.zone);
  switch (effect.do) {
    case "moveMilestone":
      return { id: "write.did.moved", values: { name: short(recordById(book, "milestone", effect.milestoneId)?.title ?? ""), when: understood(effect.due, at) } };
    case "moveProject":
      return { id: "write.did.movedProject", values: { when: { time: "day", on: effect.on, today } } };
    case "milestoneState":
      return { id: "write.did.milestone", values: { name: short(recordById(book, "milestone", effect.milestoneId)?.title ?? ""), state: { id: `milestone.${effect.state}` } } };
    case "projectStatus":
      return { id: "write.did.status", values: { status: { id: `projectStatus.${effect.status}` } } };
    case "addPromise":
      return { id: "write.did.promise", values: { what: short(effect.text) } };
    case "settleNote":
      return { id: "write.did.settled", values: { what: short(recordById(book, "note", effect.noteId)?.text ?? "") } };
    case "meetingTold":
      return undefined;
    case "issueInvoice":
      return { id: "write.did.issued", values: { number: recordById(book, "invoice", effect.invoiceId)?.number ?? "" } };
  }
}

import type { BookStore } from "../../../core/ports/book";
import type { Undoing } from "../book/undo";

/** What a draft asks for the first time is kept in the project, and can be taken back like any other change. */
export const rememberingBook = (book: BookStore, undoing: Pick<Undoing, "change">): BookStore => ({
  ...book,
  change: (changes) => undoing.change({ id: "did.tellFrom" }, changes).then(() => undefined),
});

import type { Book } from "../../core/book/book";
import type { BookStore } from "../../core/ports/book";
import type { Disposable } from "../../core/ports/events";
import type { Commands } from "../commands/register";

/** What the welcome views and the menus go by, as `khobor.book`. */
export function bookState({ client }: Pick<Book, "client">): "empty" | "archived" | "some" {
  if (client.length === 0) return "empty";
  return client.every(({ archivedAt }) => archivedAt !== undefined) ? "archived" : "some";
}

export function registerBookContext(book: Pick<BookStore, "current" | "onDidChange">, commands: Pick<Commands, "executeCommand">): Disposable {
  let known: string | undefined;
  const update = () => {
    const state = bookState(book.current());
    if (state === known) return;
    known = state;
    void commands.executeCommand("setContext", "khobor.book", state);
  };
  update();
  return book.onDidChange(update);
}

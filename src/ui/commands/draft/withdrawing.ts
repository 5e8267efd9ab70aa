import type { BookChange } from "../../../core/book/book";
import type { Client } from "../../../core/book/client";
import type { Effect } from "../../../core/drafting/draft";
import type { CommandId } from "../../commandIds";
import { brought } from "./broughtAbout";
import type { DraftCommandsDeps } from "./deps";

/** What a message brings about can be taken back like any other change. */
export const bookOfSending = (client: Pick<Client, "name">, { book, undoing }: Pick<DraftCommandsDeps, "book" | "undoing">) => ({
  current: () => book.current(),
  change: (changes: readonly BookChange[]) => undoing.change({ id: "did.send", values: { name: client.name } }, changes).then(() => undefined),
});

/** What the message had changed in the book may be true all the same, so it stays, and that is said. */
export function sayWithdrawn(effects: readonly Effect[], deps: Pick<DraftCommandsDeps, "say" | "book" | "clock" | "messages" | "commands"> & { readonly flash: (text: string) => void }): void {
  const { say, book, messages, commands } = deps;
  if (effects.length === 0) {
    deps.flash(`$(discard) ${say("draft.withdrawn")}`);
    return;
  }
  messages.inform(
    { id: "write.withdrawn", values: { brought: brought(effects, book.current(), deps) } },
    { label: { id: "message.undo" }, run: () => commands.executeCommand("khobor.undo" satisfies CommandId) },
  );
}

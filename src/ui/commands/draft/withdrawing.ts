import type { BookChange } from "../../../core/book/book";
import type { Client } from "../../../core/book/client";
import type { Effect } from "../../../core/drafting/draft";
import { sayUndone } from "../book/keep";
import type { Undone } from "../book/undo";
import { brought } from "./broughtAbout";
import type { DraftCommandsDeps } from "./deps";

/** What a message brings about can be taken back like any other change, by itself too. */
export function bookOfSending(client: Pick<Client, "name">, deps: Pick<DraftCommandsDeps, "book" | "undoing" | "say" | "messages">) {
  const did = { id: "did.send", values: { name: client.name } } as const;
  let back: (() => Promise<Undone>) | undefined;
  return {
    current: () => deps.book.current(),
    change: async (changes: readonly BookChange[]) => {
      back = await deps.undoing.change(did, changes);
    },
    /** Takes back what it brought about; undefined where it brought nothing. */
    undo: () => back && (async () => back && sayUndone(deps, did, await back())),
  };
}

/** What the message had changed in the book may be true all the same, so it stays, and that is said. */
export function sayWithdrawn(
  effects: readonly Effect[],
  deps: Pick<DraftCommandsDeps, "say" | "book" | "clock" | "messages"> & { readonly flash: (text: string) => void },
  undo?: () => Promise<void>,
): void {
  const { say, book, messages } = deps;
  if (effects.length === 0) {
    deps.flash(`$(discard) ${say("draft.withdrawn")}`);
    return;
  }
  const stays = { id: "write.withdrawn", values: { brought: brought(effects, book.current(), deps) } } as const;
  messages.inform(stays, ...(undo ? [{ label: { id: "message.undo" }, run: undo } as const] : []));
}

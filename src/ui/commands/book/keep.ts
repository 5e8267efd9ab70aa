import type { BookChange } from "../../../core/book/book";
import type { Id } from "../../../core/book/fields";
import type { Text } from "../../../core/say";
import type { MessageAction } from "../../messages";
import type { CommandId } from "../../commandIds";
import type { NodeArgument } from "../nodeArgument";
import type { BookCommandsDeps } from "./deps";
import type { Undone } from "./undo";

/** Keeps the changes and says so, with the way back and whatever comes next. Nothing is said of nothing. */
export async function keepAndSay(
  deps: Pick<BookCommandsDeps, "undoing" | "messages">,
  did: Text,
  changes: readonly BookChange[],
  done: Text,
  ...next: MessageAction[]
): Promise<void> {
  if (changes.length === 0) return;
  const undo = await deps.undoing.change(did, changes);
  deps.messages.inform(done, ...next, {
    label: { id: "message.undo" },
    run: async () => sayUndone(deps, did, await undo()),
  });
}

export function sayUndone({ messages }: Pick<BookCommandsDeps, "messages">, did: Text, outcome: Undone): void {
  if (outcome !== "told") messages.inform({ id: outcome === "undone" ? "undo.done" : "undo.gone", values: { did } });
}

/** Leads on to a draft for a client or a project. */
export const draftUpdateAction = ({ commands }: Pick<BookCommandsDeps, "commands">, node: NodeArgument): MessageAction => ({
  label: { id: "message.draftUpdate" },
  run: () => commands.executeCommand("khobor.draftUpdate" satisfies CommandId, node),
});

/** Leads on to the message that a piece of work begins with. */
export const kickoffAction = ({ commands }: Pick<BookCommandsDeps, "commands">, projectId: Id): MessageAction => ({
  label: { id: "message.writeKickoff" },
  run: () => commands.executeCommand("khobor.write.kickoff" satisfies CommandId, { kind: "project", recordId: projectId } satisfies NodeArgument),
});

/** Long texts are cut where a message or a title names them. */
export function short(text: string): string {
  if (text.length <= LONG) return text;
  const start = text.slice(0, LONG + 1);
  // Between words where there is a gap, and never inside of what reads as one letter.
  const gap = start.lastIndexOf(" ");
  const letters = [...new Intl.Segmenter().segment(start)].slice(0, -1).map(({ segment }) => segment);
  return `${gap > LONG / 2 ? start.slice(0, gap) : letters.join("")}…`;
}
const LONG = 60;

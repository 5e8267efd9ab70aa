import type { Owed } from "../core/owed/owed";
import type { CommandId } from "./commandIds";
import type { Commands } from "./commands/register";
import type { NodeArgument } from "./commands/nodeArgument";

/** What a message can do about something owed. */
export interface OwedActions {
  draft(owed: Owed): unknown;
  /** Asks until when, for all of them together. */
  snooze(owed: readonly Owed[]): unknown;
  showAll(): unknown;
  settings(): unknown;
}

/** As the rows of the view "Owed" hand themselves to commands. */
const rowOf = ({ id }: Owed): NodeArgument => ({ kind: "owed", recordId: id });

export function createOwedActions({ executeCommand }: Pick<Commands, "executeCommand">): OwedActions {
  const run = (id: CommandId, ...argument: readonly unknown[]) => executeCommand(id, ...argument);
  return {
    draft: (owed) => run("khobor.draftOwed", rowOf(owed)),
    snooze: (owed) => run("khobor.snooze", owed.map(rowOf)),
    showAll: () => run("khobor.showOwed"),
    settings: () => run("khobor.openSettings"),
  };
}

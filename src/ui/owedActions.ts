import type { Owed } from "../core/owed/owed";
import type { CommandId } from "./commandIds";
import type { Commands } from "./commands/register";
import type { NodeArgument } from "./commands/nodeArgument";
import { unlessCancelled } from "./prompts/cancelled";

/** What can be done about something owed. */
export interface OwedActions {
  draft(owed: Owed): unknown;
  logContact(owed: Owed): unknown;
  /** Asks until when, for all of them together. */
  snooze(owed: readonly Owed[]): unknown;
  /** Shows the client in the sidebar. */
  reveal(owed: Owed): unknown;
  showAll(): unknown;
}

export interface OwedActionsDeps {
  readonly commands: Pick<Commands, "executeCommand">;
  readonly snooze: (owed: readonly Owed[]) => Promise<void>;
  /** Of the tree. */
  readonly reveal: (clientId: string) => Promise<void>;
}

export function createOwedActions({ commands, snooze, reveal }: OwedActionsDeps): OwedActions {
  const run = (id: CommandId, argument?: NodeArgument) => commands.executeCommand(id, ...(argument ? [argument] : []));
  /** As the tree's own rows hand themselves to commands. */
  const project = (owed: Owed): NodeArgument =>
    owed.projectId === undefined ? { kind: "client", recordId: owed.clientId } : { kind: "project", recordId: owed.projectId };
  return {
    draft: (owed) => run("khobor.draftUpdate", project(owed)),
    logContact: (owed) => run("khobor.logContact", project(owed)),
    // also called from a message, where a cancelled question is no failure
    snooze: (owed) => unlessCancelled(() => snooze(owed)),
    reveal: (owed) => reveal(owed.clientId),
    showAll: () => run("khobor.showOwed"),
  };
}

import type { Absence } from "../../../core/book/absence";
import type { Client } from "../../../core/book/client";
import { recordById } from "../../../core/book/queries";
import { owed } from "../../../core/owed/derive";
import type { Say } from "../../../core/say";
import { understood, type TypedAt } from "../../../core/time/typedDate";
import { unlessCancelled } from "../../prompts/cancelled";
import { askInSteps } from "../../prompts/steps";
import type { CommandId } from "../../commandIds";
import type { WriteArgument } from "../draft/writeArgument";
import type { PlanCommandsDeps } from "./deps";

/** A draft about the leave for each of the clients that are ticked, one after the other. False where none was written. */
export async function tellClients(absences: readonly Absence[], clients: readonly Client[], deps: PlanCommandsDeps, title: Title = "leave.tell"): Promise<boolean> {
  const { say, screen, commands } = deps;
  const choices = clients.map((value) => ({ label: value.name, icon: "person", value }));
  const picked = await unlessCancelled(() =>
    askInSteps(screen, { title: say(title) }, async (ask) => (await ask.pickMany<Client>("clients", { placeholder: say("leave.whom"), choices, picked: () => clients })).picked),
  );
  if (!picked || picked.length === 0) return false;
  // One message may tell of several: it names the first, and those that follow.
  const [first] = absences.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (!first) return false;
  let written = false;
  for (const { id } of picked) {
    const answer = await commands.executeCommand("khobor.write.leave" satisfies CommandId, { clientId: id, about: { absenceId: first.id } } satisfies WriteArgument);
    written ||= answer === true;
  }
  return written;
}

type Title = "leave.tell" | "leave.tellChanged" | "leave.tellOff";

/** Offers to write to the clients who know of this leave otherwise than it is now, in one sitting. */
export async function tellChanged(absenceId: Absence["id"], deps: PlanCommandsDeps): Promise<void> {
  const absence = recordById(deps.book.current(), "absence", absenceId);
  if (!absence) return;
  const input = await deps.owedInput();
  const news = owed(input).filter(({ about, what }) => about?.absenceId === absenceId && (what.id === "owed.what.leaveChanged" || what.id === "owed.what.leaveOff"));
  const clients = input.book.client.filter(({ id }) => news.some(({ clientId }) => clientId === id));
  if (clients.length > 0) await tellClients([absence], clients, deps, absence.archivedAt === undefined ? "leave.tellChanged" : "leave.tellOff");
}

/** "Sun 20 Dec to Thu 24 Dec" */
export function daysOf({ from, to = from }: { readonly from: Absence["from"]; readonly to?: Absence["to"] }, say: Say, at: TypedAt): string {
  const day = (on: Absence["from"]) => understood({ by: "date", on }, at);
  return from === to ? say("prompt.day", { on: day(from) }) : say("leave.days", { from: day(from), to: day(to) });
}


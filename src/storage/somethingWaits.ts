import { readdir } from "node:fs/promises";
import type { Clock } from "../core/ports/clock";
import type { HistoryStore } from "../core/ports/messages";
import { heldMessages } from "../core/sending/held";

/** Whether a message waits in the outbox's folder, or with a service that holds it: what sends is loaded only then. */
export async function somethingWaits(folder: string, history: Pick<HistoryStore, "all">, clock: Pick<Clock, "now">): Promise<boolean> {
  // There is no folder before the first message.
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => name.endsWith(".json")) || heldMessages(await history.all(), clock.now()).length > 0;
}

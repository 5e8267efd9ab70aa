import { rank, type Entry } from "./entry";
import type { Sets } from "./sets";

/** A ticket that more commits name than this is an epic, or the habit of a script: not one change. */
const most = 8;

/**
 * Commits that name the same ticket are one change. The oldest that brings something new speaks, else the oldest: the
 * later ones are its corrections.
 * @param open leaders that are going to be told
 */
export function joinTickets(open: readonly Entry[], sets: Sets): void {
  const byTicket = new Map<string, Entry[]>();
  for (const entry of open) {
    if (entry.message.clientNote !== undefined) continue;
    for (const ticket of entry.message.tickets) {
      const key = `${entry.commit.scopeId}\0${rank(entry.commit.standing)}\0${ticket}`;
      const group = byTicket.get(key);
      if (group) group.push(entry);
      else byTicket.set(key, [entry]);
    }
  }
  for (const group of byTicket.values()) {
    if (group.length < 2 || group.length > most) continue;
    const speaker = group.findLast(({ message }) => message.kind === "feature") ?? group.at(-1);
    if (speaker) for (const { at } of group) sets.join(at, speaker.at);
  }
}

import type { Owed } from "../../../core/owed/owed";
import { askContact } from "../book/logContact";
import type { OwedCommandsDeps } from "./deps";
import { whichOnes } from "./putOff";

/**
 * Settles something without a draft: the client had word some other way. How is asked and kept as a contact, which begins the
 * rhythm anew; of a client of another workspace the answer alone is kept. Rejects with `Cancelled`.
 */
export async function settle(owed: readonly Owed[] | undefined, deps: OwedCommandsDeps): Promise<void> {
  for (const one of await whichOnes(owed, "owedList.settle.which", "owedList.button.settle", deps)) {
    const node = one.projectId === undefined ? { kind: "client", recordId: one.clientId } : { kind: "project", recordId: one.projectId };
    const keep = deps.view()?.elsewhere?.has(one.clientId) === true ? undefined : await askContact(node, deps, one.id);
    // The answer, which all windows wait for, does not wait for the contact to be written.
    await Promise.all([deps.answers.add({ owedId: one.id, at: deps.clock.now(), said: { what: "settled" } }), keep?.()]);
  }
}

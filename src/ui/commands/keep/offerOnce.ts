import type { KnownClients } from "../../../core/ports/book";
import type { Trust } from "../../../core/ports/user";

/** The part of a Memento that remembers that it was asked. */
interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}
export interface OfferOnceDeps {
  readonly isEmpty: () => boolean;
  readonly known: Pick<KnownClients, "all">;
  readonly trust: Trust;
  readonly memory: Memory;
  readonly offer: () => Promise<unknown>;
  /** Told where a look that nobody waits for failed. */
  readonly failed: (error: unknown) => void;
}

const key = "khobor.lookedForClients";

/**
 * Looks once for clients whose repositories lie in this workspace: where it has no book, in a trusted folder, and when other
 * clients are known at all. Without trust it waits for it.
 */
export async function offerOnce(deps: OfferOnceDeps): Promise<void> {
  const { isEmpty, known, trust, memory, offer } = deps;
  if (memory.get(key) === true || !isEmpty()) return;
  const others = await known.all();
  // Reading them may have brought this workspace's own back.
  if (others.length === 0 || !isEmpty()) return;
  if (!trust.isTrusted()) {
    const waiting = trust.onDidGrant(() => {
      waiting.dispose();
      offerOnce(deps).catch(deps.failed);
    });
    return;
  }
  await offer();
  // Only now: where it could not look, it looks again after the next start.
  await memory.update(key, true);
}

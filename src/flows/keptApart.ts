import { incentiveRefusal, reviewRefusal, type Sent } from "../core/book/incentives";
import { standing } from "../core/book/sentRecord";
import { offersIncentive } from "../core/checks/rules/ratingIncentive";
import type { Provenance } from "../core/drafting/draft";
import type { Outbox } from "../core/ports/channels";
import type { Clock } from "../core/ports/clock";
import type { DraftStore, HistoryStore } from "../core/ports/messages";
import type { Text } from "../core/say";
import type { Instant } from "../core/time/types";

export interface KeptApartDeps {
  readonly clock: Clock;
  readonly history: Pick<HistoryStore, "all">;
  readonly drafts: Pick<DraftStore, "read">;
  readonly outbox: Pick<Outbox, "all">;
}

/**
 * Why a message may not go out now, whatever reason somebody would give, and whichever checks are switched off: a review is asked
 * for once, and never with or near anything that is given. Asked whenever a message is about to leave or to be called sent: much
 * may have gone out since it was written. Undefined: it may. @param leaves when a service is to let it go; absent: now
 */
export async function keptApart(draft: Provenance, text: string, deps: KeptApartDeps, leaves?: Instant): Promise<Text | undefined> {
  const isReview = draft.kind === "review";
  if (!isReview && draft.incentive !== true) return undefined;
  if (isReview && (draft.incentive === true || offersIncentive(text))) return { id: "refused.giftInReview" };
  const sent = await sentToThem(draft, deps);
  const when = { now: leaves ?? deps.clock.now(), zone: deps.clock.zone() };
  return isReview ? reviewRefusal(sent, draft.projectId, when) : incentiveRefusal(sent, when);
}

/** What this client was sent, and what may have reached them: nobody knows of a message that was not answered for. */
async function sentToThem({ id, clientId }: Provenance, { history, outbox, drafts }: KeptApartDeps): Promise<readonly Sent[]> {
  const [entries, waiting] = await Promise.all([history.all(), outbox.all()]);
  const perhaps = waiting.filter(({ message, draftId, state }) => message.clientId === clientId && draftId !== id && state !== "failed");
  const drafted = await Promise.all(
    perhaps.map(async ({ draftId, at, message }): Promise<readonly Sent[]> => {
      const provenance = (await drafts.read(draftId))?.provenance;
      if (!provenance) return [];
      const { kind, projectId, incentive } = provenance;
      return [{ kind, at: message.sendAt ?? at, ...(projectId !== undefined && { projectId }), incentive: incentive === true || offersIncentive(message.text) }];
    }),
  );
  return [...standing(entries).filter((record) => record.clientId === clientId && record.draftId !== id), ...drafted.flat()];
}

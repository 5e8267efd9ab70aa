import { commentedOn } from "../core/book/toolComments";
import type { CommentStep, SentRecord } from "../core/book/sentRecord";
import { UnsafeAddress } from "../core/ports/channels";
import { toPlainText } from "../core/drafting/plainText";
import type { NewId } from "../core/ports/book";
import type { Clock } from "../core/ports/clock";
import type { HistoryStore } from "../core/ports/messages";
import type { Log } from "../core/ports/user";
import { toolTitles, type Answered, type RemoteMilestone, type ToolAccount, type Tools } from "../core/ports/services";
import type { Linked } from "./toolMilestones";

export interface PostUpdateDeps {
  readonly history: Pick<HistoryStore, "all" | "add">;
  readonly tools: Pick<Tools, "open">;
  readonly clock: Pick<Clock, "now">;
  readonly newId: NewId;
  readonly log: Log;
}
/** `busy`: it stands there, is on its way, or nobody knows whether it arrived. */
export type Posted = Answered<{ readonly url?: string }> | { readonly is: "busy" };

/** The text as the tool takes it: Trello shows Markdown, the others show its marks. */
export const commentText = (service: ToolAccount["service"], { text }: Pick<SentRecord, "text">): string => (service === "trello" ? text : toPlainText(text)).trim();

/**
 * Puts a sent message as a comment where the client sees it, once. It is written down before a byte of it leaves and never tried
 * again by itself: what failed can be posted anew, what is unclear only once the user has looked.
 */
export async function postUpdate(record: SentRecord, { link, account }: Linked, target: RemoteMilestone, deps: PostUpdateDeps): Promise<Posted> {
  const { history, tools, log } = deps;
  const before = commentedOn(record.id, await history.all());
  if (before.is !== "not") return { is: "busy" };
  const attempt = before.attempts + 1;
  const tool = await tools.open(account);
  const step = { recordId: record.id, attempt, service: account.service, account: account.account, on: target.id, title: target.title };
  try {
    await history.add(stepOf({ ...step, step: "begun" }, deps));
  } catch (error) {
    // Another window was first, at the same moment.
    if (commentedOn(record.id, await history.all()).is === "not") throw error;
    return { is: "busy" };
  }
  const answered = await tool.comment(link.id, target.id, commentText(account.service, record)).catch((error: unknown): Answered<never> => notAsked(error, account));
  if (answered.is !== "ok") log.warn(`the comment on ${record.id}: ${answered.is}: ${answered.detail}`);
  await history.add(stepOf({ ...step, step: answered.is === "ok" ? "posted" : answered.is }, deps));
  return answered.is === "failed" && answered.reason.id === "service.gone" ? { ...answered, reason: { id: "tool.itemGone", values: { ...answered.reason.values, title: target.title } } } : answered;
}

/** Only an address that is no safe one is certain to have stopped it in time. */
function notAsked(error: unknown, { service }: ToolAccount): Answered<never> {
  if (error instanceof UnsafeAddress) return { is: "failed", reason: { id: "tool.unsafe" }, detail: error.message };
  return { is: "unclear", reason: { id: "service.unclear", values: { service: toolTitles[service] } }, detail: String(error) };
}

/** The user has looked whether the comment stands there. */
export async function settleComment(last: CommentStep, isThere: boolean, deps: Pick<PostUpdateDeps, "history" | "clock" | "newId">): Promise<void> {
  const { version: _, what: __, id: ___, at: ____, ...step } = last;
  await deps.history.add(stepOf({ ...step, step: isThere ? "posted" : "failed" }, deps, "-looked"));
}

/** The same in every window that begins an attempt now, so that only one of them can write it. Long ids leave no room for that. */
function stepOf(step: Omit<CommentStep, "version" | "what" | "id" | "at">, { clock, newId }: Pick<PostUpdateDeps, "clock" | "newId">, more = step.step === "begun" ? "" : "-end"): CommentStep {
  const id = `${step.recordId}-comment-${step.attempt}${more}`;
  return { version: 2, what: "comment", id: id.length > 80 ? newId() : id, at: clock.now(), ...step };
}

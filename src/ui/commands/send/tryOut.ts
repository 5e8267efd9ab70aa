import type { Way } from "../../../core/ports/channels";
import type { SendDeps } from "./deps";

/**
 * Tries what was just set up and says how it went. Where it fails, `back` takes it away again, so that nothing is kept that
 * does not work. What the other side calls the account, where it let us in.
 */
export async function tryOut(way: Way, back: () => Promise<unknown>, deps: SendDeps): Promise<{ readonly account?: string } | undefined> {
  const { say, channels, messages, progress, log } = deps;
  try {
    const tested = await progress(say("connect.testing"), () => channels.test(way));
    if (tested.is === "ok") return tested;
    log.warn(`${way.by} ${way.account}: ${tested.detail}`);
    messages.fail({ id: "connect.failed", values: { reason: tested.reason } });
  } catch (error) {
    await back();
    throw error;
  }
  await back();
  return undefined;
}

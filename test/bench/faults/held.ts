import { createSlackBot } from "../../../src/channels/slackBot";
import { standing } from "../../../src/core/book/sentRecord";
import type { Outbox } from "../../../src/core/ports/channels";
import { isHeld } from "../../../src/core/sending/held";
import type { Instant, Zone } from "../../../src/core/time/types";
import { recallHeld } from "../../../src/flows/recallHeld";
import { itWentOut, sendMessage } from "../../../src/flows/sendMessage";
import type { Answering, Asked } from "../../support/servers/web";
import { clock, faulty, pathOf, quick, type Outcome, type Surroundings } from "./faulty";
import { letter, recordsWith, slackDoubt } from "./messages";

/** Slack with the messages that it holds and those that it has posted. */
function slackWith() {
  const held = new Map<string, { readonly post_at: number; readonly text: string }>();
  const slack = {
    held,
    posted: 0,
    serve: (asked: Asked): Answering => {
      const fields = (asked.body.length === 0 ? {} : JSON.parse(asked.body.toString())) as { post_at?: number; text?: string; scheduled_message_id?: string };
      const method = pathOf(asked);
      const ok = (more: object): Answering => ({ status: 200, body: { ok: true, ...more } });
      if (method.endsWith("/chat.scheduleMessage")) {
        const id = `Q${held.size + 1}`;
        held.set(id, { post_at: fields.post_at ?? 0, text: fields.text ?? "" });
        return ok({ scheduled_message_id: id, channel: "C1", post_at: fields.post_at });
      }
      if (method.endsWith("/chat.scheduledMessages.list")) return ok({ scheduled_messages: [...held].map(([id, one]) => ({ id, channel_id: "C1", ...one })), response_metadata: { next_cursor: "" } });
      if (method.endsWith("/chat.deleteScheduledMessage")) return held.delete(fields.scheduled_message_id ?? "") ? ok({}) : { status: 200, body: { ok: false, error: "invalid_scheduled_message_id" } };
      slack.posted++;
      return ok({ channel: "C1", ts: "1.1" });
    },
  };
  return slack;
}

/**
 * A message that Slack is to hold until an hour from now. The user tries again what has failed, asks whether Slack holds what
 * is unclear, and takes some back: those they send at once. Then the hour passes.
 */
export async function holdOnce(id: string, { outbox, ...around }: Surroundings & { readonly outbox: Outbox }): Promise<Outcome> {
  const { dice } = around;
  const { history, deps, entry } = recordsWith(outbox);
  const slack = slackWith();
  const sendAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000).toISOString() as Instant;
  const at = async <T>(job: (bot: ReturnType<typeof createSlackBot>) => Promise<T>): Promise<T> => {
    const web = await faulty((asked) => slack.serve(asked), around, slackDoubt);
    try {
      return await job(createSlackBot(() => Promise.resolve("secret"), { http: quick, clock, baseUrl: `${web.url}/api/` }));
    } finally {
      await web.stop();
    }
  };
  const message = letter(id, { to: ["C1"], sendAt });
  let tries = 0;
  const send = async (one: typeof message, draftId: string) => {
    for (let turn = 0; turn < 3; turn++) {
      tries++;
      await at((channel) => sendMessage({ message: one, draftId, channel, account: "default", tries: turn }, deps));
      if ((await entry(draftId))?.state !== "failed") return;
    }
  };
  await send(message, id);
  for (let turn = 0; turn < 2; turn++) {
    const waiting = await entry(id);
    if (waiting?.state !== "unclear") break;
    const messageId = await at((bot) => bot.heldAs(message));
    if (messageId !== undefined) await itWentOut(waiting, deps, { messageId, heldUntil: sendAt });
  }
  // It may or may not have been taken back: the user is told so, and nothing is sent in its place.
  let recallUnclear = false;
  const [record] = standing(history);
  if (record && isHeld(record, clock.now()) && dice.next() < 0.7) {
    for (let turn = 0; turn < 3; turn++) {
      const recalled = await at((bot) =>
        recallHeld(record, undefined, { clock: { ...clock, zone: () => "UTC" as Zone }, newId: () => `${id}-withdrawn`, channels: { recall: (held) => bot.recall(held) }, drafts: { read: () => Promise.resolve(undefined) } as never, history: { all: () => Promise.resolve(history), add: (one: (typeof history)[number]) => Promise.resolve(void history.push(one)) } as never }),
      );
      recallUnclear = recalled.is !== "recalled";
      if (recalled.is !== "failed") break;
    }
    if (!recallUnclear) {
      const { sendAt: _, ...now } = message;
      await send({ ...now, id: `${id}-b` }, id);
    }
  }
  const left = await entry(id);
  const records = standing(history).length;
  const ended = records === 1 && !left ? (recallUnclear ? "unclear" : "delivered") : left?.reason && left.state !== "sending" ? left.state : "unknown";
  return { taken: slack.posted + slack.held.size, records, tries, ended };
}

import assert from "node:assert/strict";
import path from "node:path";
import type { Channel, Sending } from "../../../src/core/ports/channels";
import type { HistoryEntry, SentRecord } from "../../../src/core/book/sentRecord";
import type { Instant } from "../../../src/core/time/types";
import { itWentOut, sendMessage, waitingMessages, type Went } from "../../../src/flows/sendMessage";
import { createOutbox } from "../../../src/storage/outbox";
import { message } from "../channels/messages";
import { sent } from "../storage/historySamples";
import { listening } from "../storage/logs";
import { tempFolders } from "../storage/tempFolder";

const temp = tempFolders();
const clock = { now: () => "2026-11-20T10:00:00.000Z" as Instant };

function desk() {
  const outbox = createOutbox({ folder: path.join(temp(), "outbox"), clock, log: listening().log });
  const records: Went[] = [];
  const history: HistoryEntry[] = [];
  const trouble: { disk?: Error } = {};
  const record = (draftId: string, went: Went): Promise<SentRecord> => {
    if (trouble.disk) return Promise.reject(trouble.disk);
    records.push(went);
    const made = sent(`r-${records.length}`, { draftId, outcome: went.outcome }) as SentRecord;
    history.push(made);
    return Promise.resolve(made);
  };
  const deps = { outbox, clock, log: listening().log, record, history: { all: () => Promise.resolve(history) } };
  const going = (channel: Channel, tries = 0) => ({ message: message(), draftId: "d-1", channel, account: "default", tries });
  const waiting = async () => (await waitingMessages(deps)).map(({ state, tries, reason }) => [state, tries, reason?.id]);
  return { deps, records, history, trouble, going, waiting };
}
const saying = (...said: readonly Sending[]): Channel & { tried: () => number } => {
  let tried = 0;
  return { name: "email", send: () => Promise.resolve(said[Math.min(tried++, said.length - 1)]!), tried: () => tried };
};

describe("sending", () => {
  it("writes the record of what was delivered or handed over, and nothing waits", async () => {
    const { deps, records, going, waiting } = desk();
    const sending = await sendMessage(going(saying({ is: "delivered", messageId: "<m>", thread: "<t>" })), deps);
    assert.deepEqual([sending.is, records.map(({ outcome, messageId, thread }) => [outcome, messageId, thread]), await waiting()], ["delivered", [["delivered", "<m>", "<t>"]], []]);
    const other = desk();
    await sendMessage(other.going(saying({ is: "handedOver" })), other.deps);
    assert.deepEqual(other.records.map(({ outcome }) => outcome), ["handedOver"]);
  });

  it("keeps what failed, and tries it again with the same id when asked", async () => {
    const { deps, records, going, waiting } = desk();
    const channel = saying({ is: "failed", reason: { id: "send.unreached", values: { host: "x" } }, detail: "ECONNREFUSED" }, { is: "delivered" });
    await sendMessage(going(channel), deps);
    assert.deepEqual([await waiting(), records.length], [[["failed", 1, "send.unreached"]], 0]);
    await sendMessage(going(channel, 1), deps);
    assert.deepEqual([await waiting(), records.length, channel.tried()], [[], 1, 2]);
  });

  it("never tries again what is unclear, until somebody has looked", async () => {
    const { deps, records, going, waiting } = desk();
    const channel = saying({ is: "unclear", reason: { id: "send.unclear", values: { host: "x" } }, detail: "reset" }, { is: "delivered" });
    await sendMessage(going(channel), deps);
    assert.deepEqual([await sendMessage(going(channel, 1), deps), channel.tried(), await waiting()], [{ is: "busy" }, 1, [["unclear", 1, "send.unclear"]]]);
    const [entry] = await waitingMessages(deps);
    await itWentOut(entry!, deps);
    assert.deepEqual([await waiting(), records.map(({ outcome }) => outcome)], [[], ["delivered"]]);
  });

  it("does not send again what went out and could not be recorded", async () => {
    const { deps, trouble, going, waiting } = desk();
    trouble.disk = new Error("no space");
    const channel = saying({ is: "delivered" });
    await assert.rejects(sendMessage(going(channel), deps), /no space/);
    assert.deepEqual([await waiting(), (await sendMessage(going(channel, 1), deps)).is, channel.tried()], [[["unclear", 1, "send.notRecorded"]], "busy", 1]);
  });

  it("forgets what is on record by now", async () => {
    const { deps, history, going, waiting } = desk();
    await sendMessage(going(saying({ is: "unclear", reason: { id: "send.cutShort" }, detail: "" })), deps);
    history.push(sent("r-9", { draftId: "d-1" }));
    assert.deepEqual(await waiting(), []);
  });

  it("is cancelled without a trace before anything has left, and takes a fault for a failure", async () => {
    const { deps, going, waiting } = desk();
    const stop = new AbortController();
    const stopping: Channel = { name: "email", send: (_, signal) => (stop.abort(), signal?.throwIfAborted(), Promise.reject(new Error("not reached"))) };
    await assert.rejects(sendMessage(going(stopping), deps, stop.signal), { name: "AbortError" });
    assert.deepEqual(await waiting(), []);
    const broken: Channel = { name: "email", send: () => Promise.reject(new Error("ENOENT: picture.png")) };
    assert.deepEqual([(await sendMessage(going(broken), deps)).is, await waiting()], ["failed", [["failed", 1, "send.failed"]]]);
  });
});

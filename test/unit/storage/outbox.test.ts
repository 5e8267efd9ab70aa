import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { WaitingMessage } from "../../../src/core/ports/channels";
import type { Instant } from "../../../src/core/time/types";
import { createOutbox } from "../../../src/storage/outbox";
import { message } from "../channels/messages";
import { listening } from "./logs";
import { tempFolders } from "./tempFolder";

const temp = tempFolders();
const at = "2026-11-20T10:00:00.000Z" as Instant;
const entry = (more: Partial<WaitingMessage> = {}): Omit<WaitingMessage, "state"> => ({ message: message(), draftId: "d-1", channel: "email", account: "default", at, tries: 1, ...more });

function open(folder = path.join(temp(), "outbox"), now: Instant = at) {
  const outbox = createOutbox({ folder, clock: { now: () => now }, log: listening().log });
  return { outbox, folder };
}
const states = async (outbox: ReturnType<typeof createOutbox>) => (await outbox.all()).map(({ state, reason }) => [state, reason?.id]);

describe("the outbox", () => {
  it("lets a message be on its way once, from one window", async () => {
    const { outbox, folder } = open();
    const other = open(folder).outbox;
    const begun = await Promise.all([outbox.begin(entry()), other.begin(entry()), outbox.begin(entry())]);
    assert.deepEqual(begun.filter(Boolean).length, 1);
    await outbox.settle(entry().message.id, { is: "failed", reason: { id: "send.unreached", values: { host: "mail.example" } } });
    assert.deepEqual(await states(other), [["failed", "send.unreached"]]);
    assert.deepEqual([await other.begin(entry({ tries: 2 })), await outbox.begin(entry({ tries: 2 }))], [true, false]);
    await other.settle(entry().message.id, { is: "gone" });
    assert.deepEqual(await outbox.all(), []);
  });

  it("knows what was on its way when a window died, and lets it be tried again only after somebody has looked", async () => {
    const { outbox, folder } = open();
    await outbox.begin(entry());
    const file = path.join(folder, readdirSync(folder).find((name) => name.endsWith(".json"))!);
    const stored = JSON.parse(readFileSync(file, "utf8")) as { holder: { pid: number; run: string } };
    assert.deepEqual(await states(open(folder).outbox), [["sending", undefined]]);
    // A process of that number runs, but it is another one.
    writeFileSync(file, JSON.stringify({ ...stored, holder: { ...stored.holder, run: "an earlier one" } }));
    const later = open(folder).outbox;
    assert.deepEqual(await states(later), [["unclear", "send.cutShort"]]);
    assert.equal(await later.begin(entry({ tries: 2 })), false);
    await later.release(entry().message.id);
    assert.deepEqual([await states(later), await later.begin(entry({ tries: 2 }))], [[["failed", undefined]], true]);
  });

  it("takes a try that nobody has heard of for long as unclear", async () => {
    const { outbox, folder } = open();
    await outbox.begin(entry());
    assert.deepEqual(await states(open(folder, "2026-11-20T10:10:01.000Z" as Instant).outbox), [["unclear", "send.cutShort"]]);
  });

  it("lets nothing go before the other side said that it may, wherever it is tried from", async () => {
    const { outbox, folder } = open();
    await outbox.begin(entry());
    await outbox.settle(entry().message.id, { is: "failed", reason: { id: "send.tooMany", values: { host: "slack.com" } }, retryAfter: "2026-11-20T10:10:00.000Z" as Instant });
    assert.deepEqual([await outbox.begin(entry({ tries: 2 })), await states(outbox)], [false, [["failed", "send.tooMany"]]]);
    const later = open(folder, "2026-11-20T10:10:00.000Z" as Instant).outbox;
    assert.equal(await later.begin(entry({ tries: 2 })), true);
  });

  it("is on its way for as long as its window says so, however long that takes", async () => {
    const folder = path.join(temp(), "outbox");
    let now = at;
    const clock = { now: () => now };
    const sending = createOutbox({ folder, clock, log: listening().log, heartbeat: 20 });
    const other = createOutbox({ folder, clock, log: listening().log });
    await sending.begin(entry());
    now = "2026-11-20T10:30:00.000Z" as Instant;
    for (let turn = 0; turn < 100 && (await states(other))[0]![0] !== "sending"; turn++) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual([await states(other), (await other.all())[0]!.at], [[["sending", undefined]], at]);
    await sending.settle(entry().message.id, { is: "gone" });
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.deepEqual(await other.all(), []);
    sending.dispose();
    other.dispose();
  });

  it("keeps the whole message, and tells other windows", async () => {
    const { outbox, folder } = open();
    const other = open(folder).outbox;
    const whole = entry({ message: message({ thread: "<a@b>", attachments: [{ name: "a.png", type: "image/png", size: 3, path: "/x/a.png" }] }) });
    await other.begin(entry({ message: message({ id: "another" }) }));
    const told = new Promise<void>((resolve) => other.onDidChange(resolve));
    await outbox.begin(whole);
    await told;
    const { state, ...kept } = (await outbox.all()).find(({ message: { id } }) => id === whole.message.id)!;
    assert.deepEqual([state, kept], ["sending", whole]);
    other.dispose();
    outbox.dispose();
  });
});

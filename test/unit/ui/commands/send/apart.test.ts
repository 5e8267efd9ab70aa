import assert from "node:assert/strict";
import type { SentRecord } from "../../../../../src/core/book/sentRecord";
import type { Provenance } from "../../../../../src/core/drafting/draft";
import { boundToken } from "../../../../../src/core/sending/accounts";
import type { Instant } from "../../../../../src/core/time/types";
import { keptApart } from "../../../../../src/flows/keptApart";
import { recallHeldMessage } from "../../../../../src/ui/commands/send/outbox";
import { sendAgain } from "../../../../../src/ui/commands/send/outboxActions";
import { send } from "../../../../../src/ui/commands/send/send";
import { startMail, startCutting } from "../../../../support/servers/mail";
import { openedInTest } from "../../../../support/servers/openedInTest";
import { closedPort, startWeb } from "../../../../support/servers/web";
import { now } from "../../../flows/machine";
import { tempFolders } from "../../../storage/tempFolder";
import type { Act } from "../../prompts/scriptedScreen";
import { sendRoom, type RoomOptions } from "./sendRoom";

const folder = tempFolders();
const { opened, servers } = openedInTest();
const serving = async <S extends { stop(): Promise<unknown> }>(starting: Promise<S>): Promise<S> => {
  const server = await starting;
  servers.push(server);
  return server;
};
const letter = "Subject: A question\n\nHi Sara, would you write an honest review of our work?\n";
async function room(options: RoomOptions, ...acts: Act[]) {
  const made = await sendRoom(folder(), { text: letter, ...options, draft: { kind: "review", ...options.draft } }, ...acts);
  opened.push(made);
  // The sample's draft offers something.
  await made.window.drafts.change("d-1", ({ incentive, ...draft }) => draft);
  return made;
}
type Room = Awaited<ReturnType<typeof room>>;
const mailTo = (port: number) => ({ host: "127.0.0.1", port, security: "none", from: { name: "Rafi", address: "rafi@example.com" }, copyToMyself: false }) as const;
const days = (count: number) => new Date(Date.parse(now) + count * 86_400_000).toISOString() as Instant;
/** Something that went to the same client, from another draft. */
const went = ({ window }: Room, record: Pick<SentRecord, "kind" | "at"> & Partial<SentRecord>) =>
  window.history.add({ version: 2, what: "sent", outcome: "delivered", id: `r-${record.kind}`, clientId: "c-acme", language: "en", channel: "email", text: "Hi", told: [], readUpTo: {}, noteIds: [], ...record });
const gift = { kind: "comeback", at: days(-3), incentive: true } as const;
const yes: Act = { confirm: true };
const byMail: Act = { pick: "Email" };
const tooNear = /A discount, gift or free work was offered less than 14 days ago/;
const draftOf = async ({ window }: Room): Promise<Provenance> => (await window.drafts.read("d-1"))!.provenance;

describe("a review and something given", () => {
  it("never go out within fourteen days, whatever gate is passed", async () => {
    const { port, taken } = await serving(startMail());
    const made = await room({ mail: mailTo(port) }, byMail, yes);
    await went(made, gift);
    await send(made.deps);
    assert.match(made.last(), tooNear);
    assert.deepEqual([taken.length, made.screen.shown.length, (await made.outbox.all()).length], [0, 0, 0]);
  });

  it("are kept apart at a retry, where the gift was given while the review waited", async () => {
    const made = await room({ mail: mailTo(await closedPort()) }, byMail, yes, yes);
    await send(made.deps);
    const [waiting] = await made.outbox.all();
    assert.equal(waiting?.state, "failed");
    await went(made, { ...gift, at: now });
    const { port, taken } = await serving(startMail());
    await made.deps.accounts.setMail(mailTo(port));
    await sendAgain(waiting, made.deps);
    assert.match(made.last(), tooNear);
    assert.deepEqual([taken.length, (await made.sent()).map(({ kind }) => kind)], [0, ["comeback"]]);
    assert.equal((await made.outbox.all()).length, 1, "it still waits");
  });

  it("are kept apart where the gift was given while somebody looked at the review", async () => {
    const { port, taken } = await serving(startMail());
    const made = await room({ mail: mailTo(port) }, byMail, yes);
    const { screen } = made;
    const asked = made.deps.screen.confirm.bind(screen);
    Object.assign(made.deps, { screen: { ...made.deps.screen, confirm: async (...args: Parameters<typeof asked>) => (await went(made, { ...gift, at: now }), asked(...args)) } });
    await send(made.deps);
    assert.match(made.last(), tooNear);
    assert.equal(taken.length, 0);
  });

  it("are measured by when a scheduled one leaves", async () => {
    const server = await serving(startWeb(() => ({ status: 200, body: { ok: true, scheduled_message_id: "Q1" } })));
    const made = await room({ client: { channel: "slack", channelTo: { account: "Acme", to: "C0ACME001" } }, slackUrl: `${server.url}/api/` }, { pick: "Slack app" }, { pick: "At the client’s 09:00" }, yes, yes);
    await made.secrets.set({ service: "slack", account: "Acme" }, boundToken(made.deps.accounts.slackUrl(), "xoxb-1"));
    await send(made.deps);
    const [held] = await made.sent();
    assert.equal(held?.heldUntil, "2026-11-23T09:00:00.000Z");
    const offer = { ...(await draftOf(made)), id: "d-2", kind: "comeback", incentive: true } as const;
    const at = (instant: string) => keptApart(offer, "Hi Sara", { ...made.deps, clock: { ...made.deps.clock, now: () => instant as Instant } });
    assert.equal((await at("2026-11-21T11:00:00.000Z"))?.id, "refused.nearReview", "it has not left, and will");
    assert.equal((await at("2026-12-07T08:00:00.000Z"))?.id, "refused.nearReview", "fourteen days after it was scheduled, not after it left");
    assert.equal(await at("2026-12-07T09:00:00.000Z"), undefined);
    // Taken back, it was never asked for.
    await recallHeldMessage({ kind: "held", recordId: held.id }, made.deps);
    assert.equal(await at("2026-11-21T11:00:00.000Z"), undefined);
  });

  it("are kept apart where nobody knows whether the review arrived", async () => {
    const { port } = await serving(startCutting("afterTaken"));
    const made = await room({ mail: mailTo(port) }, byMail, yes);
    await send(made.deps);
    assert.equal((await made.outbox.all())[0]?.state, "unclear");
    const offer = { ...(await draftOf(made)), id: "d-2", kind: "comeback", incentive: true } as const;
    assert.equal((await keptApart(offer, "Hi Sara", made.deps))?.id, "refused.nearReview");
  });

  it("never stand in one message", async () => {
    const { port, taken } = await serving(startMail());
    const made = await room({ mail: mailTo(port), text: "Hi Sara, would you write a review? You get 20% off the next page.\n" }, byMail, yes);
    await send(made.deps);
    assert.match(made.last(), /nothing in the other hand/);
    assert.equal(taken.length, 0);
  });

  it("let a review go that has been waiting long enough, and another client's gift be", async () => {
    const { port, taken } = await serving(startMail());
    const made = await room({ mail: mailTo(port) }, byMail, yes);
    await went(made, { ...gift, at: days(-14) });
    await went(made, { ...gift, id: "r-other", clientId: "c-other", at: days(-1) });
    await send(made.deps);
    assert.equal(taken.length, 1);
    assert.deepEqual((await made.sent()).map(({ kind }) => kind).sort(), ["comeback", "comeback", "review"]);
  });
});

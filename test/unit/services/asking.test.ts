import assert from "node:assert/strict";
import { createSlackBot } from "../../../src/channels/slackBot";
import { createSlackWebhook } from "../../../src/channels/slackWebhook";
import { createWebhook } from "../../../src/channels/webhook";
import { refreshed } from "../../../src/services/basecamp/signIn";
import { createHttp } from "../../../src/services/http";
import { createTrello } from "../../../src/services/trello/trello";
import { createZoom } from "../../../src/services/zoom/zoom";
import type { Instant } from "../../../src/core/time/types";
import { message } from "../channels/messages";
import { startWeb, type Answering } from "../../support/servers/web";

const written = (said: object): unknown => ("detail" in said ? said.detail : undefined);
const parts = { http: createHttp(), clock: { now: () => "2026-11-20T10:00:00.000Z" as Instant } };
const saying = (value: string) => () => Promise.resolve(value);
async function at<T>(answer: Answering, job: (url: string) => Promise<T>): Promise<T> {
  const web = await startWeb(() => answer);
  try {
    return await job(web.url);
  } finally {
    await web.stop();
  }
}

describe("what is written down about an answer", () => {
  // Cut in the middle: no JSON any more, and the token is in it.
  const halfToken: Answering = { status: 200, body: '{"access_token":"acc3ss-t0ken","refresh_token":"r3fresh' };

  it("holds nothing of an answer that gives tokens", async () => {
    const zoom = await at(halfToken, (url) => createZoom({ baseUrl: `${url}/v2/`, tokenUrl: `${url}/oauth/token`, accountId: "acc", clientId: "cid", clientSecret: saying("s3cret") }, parts).whoAmI());
    const basecamp = await at(halfToken, (url) => refreshed({ refresh: "old-r3fresh" }, { launchpad: `${url}/`, clientId: "cid", clientSecret: "s3cret", redirectUri: "" }, parts));
    for (const answered of [zoom, basecamp]) {
      assert.notEqual(answered.is, "ok");
      assert.doesNotMatch(JSON.stringify(answered), /acc3ss|r3fresh/);
      assert.match(JSON.stringify(answered), /token: 200/);
    }
  });

  it("holds none of the keys that were sent, where the other side repeats them", async () => {
    const body = 'no such key: k3y-of-the-app, token t0ken-of-mine, "OAuth oauth_consumer_key=..."';
    const answered = await at({ status: 400, body }, (url) => createTrello({ baseUrl: `${url}/1/`, key: saying("k3y-of-the-app"), token: saying("t0ken-of-mine") }, parts).whoAmI());
    assert.equal("detail" in answered && answered.detail, 'GET /1/members/me: 400 no such key: …, token …, "OAuth oauth_consumer_key=..."');
  });

  it("holds nothing of what a message was sent with, in its head or in its address", async () => {
    const echo: Answering = { status: 400, body: "no xoxb-s3cret here, nor /services/T0123456/B0123456/s3cretOfTheHook" };
    const address = (url: string) => `${url}/services/T0123456/B0123456/s3cretOfTheHook`;
    const slack = await at(echo, (url) => createSlackBot(saying("xoxb-s3cret"), { ...parts, baseUrl: `${url}/api/` }).send(message({ to: ["C0SHOP"] })));
    const odd = await at({ status: 200, body: { ok: false, error: "bad_xoxb-s3cret" } }, (url) => createSlackBot(saying("xoxb-s3cret"), { ...parts, baseUrl: `${url}/api/` }).send(message({ to: ["C0SHOP"] })));
    const half = await at({ status: 200, body: '{"token":"xoxb-s3cret' }, (url) => createSlackBot(saying("xoxb-s3cret"), { ...parts, baseUrl: `${url}/api/` }).send(message({ to: ["C0SHOP"] })));
    const hook = await at(echo, (url) => createSlackWebhook(saying(address(url)), parts).send(message({})));
    const strange = await at({ status: 200, body: "sent to s3cretOfTheHook" }, (url) => createSlackWebhook(saying(address(url)), parts).send(message({})));
    const own = await at(echo, (url) => createWebhook({ url: address(url), secret: saying("k3y") }, parts).send(message({})));
    assert.deepEqual(
      [slack, odd, half, hook, strange, own].map(written),
      ["400 no … here, nor /services/T0123456/B0123456/s3cretOfTheHook", "bad_…", '{"token":"…', "400 no xoxb-s3cret here, nor /…", "sent to …", "400 no xoxb-s3cret here, nor /…"],
    );
    assert.doesNotMatch(JSON.stringify([slack, odd, half]), /xoxb/);
    assert.doesNotMatch(JSON.stringify([hook, strange, own]), /s3cretOfTheHook/);
  });
});

import assert from "node:assert/strict";
import { refreshed } from "../../../src/services/basecamp/signIn";
import { createHttp } from "../../../src/services/http";
import { createTrello } from "../../../src/services/trello/trello";
import { createZoom } from "../../../src/services/zoom/zoom";
import type { Instant } from "../../../src/core/time/types";
import { startWeb, type Answering } from "../../support/servers/web";

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
});

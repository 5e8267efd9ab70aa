import assert from "node:assert/strict";
import { incentiveRefusal, reviewRefusal } from "../../../../src/core/book/incentives";
import type { SentRecord } from "../../../../src/core/book/sentRecord";
import type { Instant, Zone } from "../../../../src/core/time/types";

const at = (day: string) => `2026-11-${day}T11:00:00.000Z` as Instant;
const when = (day: string) => ({ now: at(day), zone: "Asia/Dhaka" as Zone });
type Sent = Pick<SentRecord, "kind" | "at" | "projectId" | "incentive">;
const offer: Sent = { kind: "comeback", at: at("06"), projectId: "a", incentive: true };
const review: Sent = { kind: "review", at: at("06"), projectId: "a" };

describe("a review and anything that is given", () => {
  it("stay fourteen days apart, whichever comes first", () => {
    assert.equal(reviewRefusal([offer], "a", when("19"))?.id, "refused.nearIncentive");
    assert.equal(reviewRefusal([offer], "a", when("20")), undefined);
    assert.equal(incentiveRefusal([review], when("19"))?.id, "refused.nearReview");
    assert.equal(incentiveRefusal([review], when("20")), undefined);
  });
  it("stay apart across the projects of a client", () => {
    assert.equal(reviewRefusal([{ ...offer, projectId: "b" }], "a", when("10"))?.id, "refused.nearIncentive");
    assert.equal(incentiveRefusal([{ ...review, projectId: "b" }], when("10"))?.id, "refused.nearReview");
  });
  it("are measured by the later one of several", () => {
    assert.deepEqual(reviewRefusal([offer, { ...offer, at: at("15") }], "a", when("22"))?.values, {
      from: { time: "moment", at: at("29"), zone: "Asia/Dhaka", now: at("22") },
    });
  });
  it("are asked for once a project", () => {
    assert.equal(reviewRefusal([review], "a", when("30"))?.id, "refused.reviewOnce");
    assert.equal(reviewRefusal([review], "b", when("30")), undefined);
  });
  it("let ordinary messages be", () => {
    const update: Sent = { kind: "progress", at: at("18"), projectId: "a" };
    assert.equal(reviewRefusal([update], "a", when("19")), undefined);
    assert.equal(incentiveRefusal([update], when("19")), undefined);
  });
});

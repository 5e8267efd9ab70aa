import assert from "node:assert/strict";
import { contactMayBeShared, kindOff, marketplaceOf, marketplaces, mostCharacters } from "../../../../src/core/book/marketplaces";

describe("marketplaces", () => {
  it("say where each rule comes from, or that nobody knows", () => {
    for (const rules of Object.values(marketplaces)) {
      const ruled = [...rules.off, ...Object.values(rules).filter((rule): rule is { source: string } => typeof rule === "object" && "source" in rule)];
      assert.ok(ruled.length >= 6);
      for (const { source } of ruled) assert.match(source, /^(?:https:\/\/\S+|unknown)$/);
    }
  });
  it("are paid through alone", () => {
    for (const place of ["fiverr", "upwork", "marketplace"] as const) {
      assert.equal(kindOff({ place }, "invoice")?.id, "marketplace.paidThere");
      assert.equal(kindOff({ place }, "payment")?.id, "marketplace.paidThere");
      assert.equal(kindOff({ place }, "delivery"), undefined);
    }
    assert.equal(kindOff({ place: "direct" }, "invoice"), undefined);
    assert.deepEqual(kindOff({ place: "marketplace", placeName: "Toptal" }, "invoice")?.values, { place: "Toptal" });
  });
  it("are known by name where the record has no place for them", () => {
    const met = { place: "marketplace", placeName: "freelancer.com" } as const;
    assert.equal(marketplaceOf(met), marketplaces.freelancer);
    assert.deepEqual(kindOff(met, "invoice")?.values, { place: "Freelancer.com" });
    assert.equal(marketplaceOf({ place: "marketplace", placeName: "Freelancermap" }), marketplaces.marketplace);
    assert.equal(marketplaceOf({ place: "direct", placeName: "Freelancer" }), undefined);
  });
  it("keep contact details back until the order allows them", () => {
    assert.equal(contactMayBeShared({ place: "upwork" }), false);
    assert.equal(contactMayBeShared({ place: "upwork", contactAllowed: true }), true);
    assert.equal(contactMayBeShared({ place: "agency" }), true);
  });
  it("bound a message where a bound is known", () => {
    assert.equal(mostCharacters({ place: "fiverr" }, "progress"), 2500);
    assert.equal(mostCharacters({ place: "upwork" }, "proposal"), 5000);
    assert.equal(mostCharacters({ place: "upwork" }, "progress"), undefined);
  });
});

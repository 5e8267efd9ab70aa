import assert from "node:assert/strict";
import { definitionOf } from "../../../../../src/core/drafting/kinds/registry";
import type { Instant } from "../../../../../src/core/time/types";
import { dollars, inputOf, on, taka } from "../../../../golden/kindInputs";
import * as relation from "../../../../golden/relation";
import { ask } from "./asked";

const bare = (more: Parameters<typeof inputOf>[3] = {}) => inputOf("en", "friendly", "none", more);

describe("what the proposal and the kick-off ask", () => {
  it("becomes the project's, and is not asked again by the other", () => {
    const lead = bare({ project: { status: "lead" } });
    const proposed = ask("proposal", lead, {
      goal: "Customers order on their phones",
      approach: ["First the catalogue"],
      references: ["The shop of Rahim Traders"],
      priceLow: taka(40_000),
      priceHigh: taka(50_000),
      daysLow: 15,
      question: "Should a coupon also apply to delivery",
    });
    assert.deepEqual(proposed.names, ["goal", "approach", "references", "firstStep", "daysLow", "daysHigh", "priceLow", "priceHigh", "question"]);
    const project = proposed.input.project!;
    assert.equal(project.goal, "Customers order on their phones");
    assert.deepEqual(project.priceRange, { low: taka(40_000), high: taka(50_000) });
    assert.deepEqual(project.daysRange, { low: 15 });
    assert.deepEqual(proposed.book.me.references, ["The shop of Rahim Traders"]);
    assert.equal(proposed.book.note[0]!.kind, "question");

    const begun = ask("kickoff", { ...proposed.input, answers: {} }, {
      included: ["A catalogue", "Payment with bKash"],
      excluded: ["An app"],
      stages: ["Catalogue: 25 nov", "Launch"],
      revisions: "2",
      budget: taka(45_000),
      deposit: taka(15_000),
    });
    assert.ok(!begun.names.includes("goal") && !begun.names.includes("questions"));
    const kept = begun.input.project!;
    assert.deepEqual(kept.included, ["A catalogue", "Payment with bKash"]);
    assert.deepEqual(kept.revisions, { agreed: 2, used: 0 });
    assert.deepEqual(kept.deposit, { amount: taka(15_000) });
    assert.deepEqual(begun.book.milestone.map(({ title, due }) => [title, due]), [["Catalogue", { by: "date", on: "2026-11-25" }], ["Launch", undefined]]);
    assert.deepEqual(definitionOf("kickoff")!.effects?.(begun.input), [{ do: "projectStatus", status: "active" }]);
  });
  it("is only the goal and what is included where everything else is left empty", () => {
    const { names, input } = ask("kickoff", bare(), { goal: "A shop", included: ["A catalogue"] });
    assert.ok(names.length <= 12, names.join(" "));
    const required = definitionOf("kickoff")!.needs(bare()).filter(({ optional }) => !optional);
    assert.deepEqual(required.map(({ name }) => name), ["goal", "included"]);
    assert.equal(input.project?.excluded, undefined);
  });
  it("speaks neither of a deposit nor of terms where a marketplace holds the money", () => {
    const there = { client: { place: "fiverr", channel: "fiverr" }, project: { deposit: { amount: taka(5000) }, paymentTerms: "Half now by bKash" } } as const;
    const { names, input } = ask("kickoff", bare({ ...there, project: {} }), {});
    assert.ok(!names.includes("deposit") && !names.includes("paymentTerms"));
    const view = definitionOf("kickoff")!.compose({ ...input, project: { ...input.project!, ...there.project } });
    assert.ok(!("deposit" in view) && !("paymentTerms" in view));
  });
  it("proposes the lower end of an offer as the price", () => {
    const need = definitionOf("kickoff")!.needs(bare({ project: { priceRange: { low: dollars(400) } } })).find(({ name }) => name === "budget");
    assert.equal(need?.proposed, "400 USD");
  });
});

describe("the requirements", () => {
  it("ask nothing that is known", () => {
    const view = definitionOf("requirements")!.compose(inputOf("en", "friendly", "much")) as unknown as { asks: object; own: readonly string[] };
    assert.deepEqual(view.asks, { goal: false, mustHaves: false, deadline: true, budget: false });
    assert.equal(view.own.length, 1);
  });
});

describe("the charter", () => {
  it("is kept in Me, part by part", () => {
    const { names, book } = ask("charter", bare(), { services: ["Shops"], hours: ["Sunday to Thursday"], responseTime: ["One working day"], payment: ["Half first"] });
    assert.equal(names.length, 8);
    assert.deepEqual(book.me.charter, { services: ["Shops"], hours: ["Sunday to Thursday"], responseTime: ["One working day"], payment: ["Half first"] });
  });
  it("says nothing of payment on a marketplace", () => {
    const { names } = ask("charter", bare({ client: { place: "upwork", channel: "upwork" } }), {});
    assert.ok(!names.includes("payment"));
  });
});

describe("a change", () => {
  const note = { ...relation.questionIn((en) => en), id: "request", kind: "request", text: "A bigger logo" } as const;
  const asked = (project: object, answers: Parameters<typeof ask>[2]) => ask("change", bare({ project, about: { noteId: "request", note } }), answers);

  it("asks for price, days and the day of the answer, and keeps the first two", () => {
    const { names, book } = asked({}, { price: taka(5000), days: 2 });
    assert.deepEqual(names, ["price", "days", "answerBy"]);
    assert.deepEqual(book.note[0]!.change, { price: taka(5000), days: 2 });
  });
  it("costs nothing as a round that was agreed", () => {
    const { names, input } = asked({ revisions: { agreed: 2, used: 1 } }, { revision: "round" });
    assert.deepEqual(names, ["revision", "days", "answerBy"]);
    assert.equal(definitionOf("change")?.incentive?.(input), false);
  });
  it("is priced as a round beyond those agreed", () => {
    const { names } = asked({ revisions: { agreed: 1, used: 1 } }, { revision: "round" });
    assert.deepEqual(names, ["revision", "price", "days", "answerBy"]);
  });
  it("is free work where nothing is asked for it", () => {
    assert.equal(definitionOf("change")?.incentive?.(asked({}, {}).input), true);
    assert.equal(definitionOf("change")?.incentive?.(asked({}, { price: taka(1) }).input), false);
    assert.equal(definitionOf("change")?.incentive?.(asked({ hourly: {} }, {}).input), false);
  });
  it("is never free near a review that was asked for", () => {
    const review = { ...relation.sentIn("review", "2026-11-10T10:00:00.000Z", {}) };
    const price = (at: string) => definitionOf("change")!.needs(bare({ about: { noteId: "request", note }, sent: [{ ...review, at: at as Instant }] })).find(({ name }) => name === "price");
    assert.equal(price("2026-11-10T10:00:00.000Z")?.optional, undefined);
    assert.equal(price("2026-11-06T10:00:00.000Z")?.optional, true);
  });
  it("proposes a day three working days of the client's on", () => {
    const need = definitionOf("change")!.needs(bare({ about: { note } })).find(({ name }) => name === "answerBy");
    assert.equal(need?.proposed, "2026-11-25");
  });
});

describe("the delivery", () => {
  it("claims nothing that is not ticked, and delivers what it is about", () => {
    const [, checkout] = relation.milestonesIn((en) => en);
    const input = inputOf("en", "friendly", "none", { milestones: relation.milestonesIn((en) => en).slice(0, 2), about: { milestoneId: "checkout", milestone: checkout! } });
    const { delivered } = definitionOf("delivery")!.compose(input) as unknown as { delivered: readonly string[] };
    assert.deepEqual(delivered, ["Part 0", "Part 1", "Part 2", "Part 0", "Part 1", "Part 2", "Part 3", "Part 4"]);
    assert.deepEqual(definitionOf("delivery")?.effects?.(input), [
      { do: "milestoneState", milestoneId: "checkout", state: "delivered" },
      { do: "projectStatus", status: "delivered" },
    ]);
  });
  it("asks what was delivered where nobody knows, and keeps the end of support", () => {
    const { names, book } = ask("delivery", bare(), { included: ["A shop"], supportUntil: on("2027-01-28") });
    assert.equal(names[0], "included");
    assert.equal(book.project[0]?.supportUntil, "2027-01-28");
  });
});

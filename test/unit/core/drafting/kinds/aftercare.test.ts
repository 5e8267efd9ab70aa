import assert from "node:assert/strict";
import type { SentRecord } from "../../../../../src/core/book/sentRecord";
import type { MessageKind } from "../../../../../src/core/book/messageKind";
import { definitionOf } from "../../../../../src/core/drafting/kinds/registry";
import type { Instant } from "../../../../../src/core/time/types";
import { at, inputOf, on, type More } from "../../../../golden/kindInputs";
import * as relation from "../../../../golden/relation";
import { ask } from "./asked";

const bare = (more: More = {}) => inputOf("en", "friendly", "none", more);
const sent = (kind: MessageKind, day: string, more: Partial<SentRecord> = {}): SentRecord => ({
  version: 2,
  what: "sent",
  id: `${kind}${day}`,
  clientId: "client",
  projectId: "project",
  kind,
  language: "en",
  channel: "email",
  at: `2026-11-${day}T11:00:00.000Z` as Instant,
  text: "",
  told: [],
  readUpTo: {},
  noteIds: [],
  outcome: "handedOver",
  ...more,
});
const delivered = { status: "delivered", deliveredAt: at("2026-11-10T10:00:00.000Z") } as const;
const review = definitionOf("review")!;

describe("a review", () => {
  const refusal = (more: More) => review.forbidden!(bare(more))?.id;

  it("is asked for after delivery", () => {
    assert.equal(refusal({}), "refused.notDelivered");
    assert.equal(refusal({ project: delivered }), undefined);
    const all = relation.milestonesIn((en) => en).map((milestone) => ({ ...milestone, state: "accepted" as const }));
    assert.equal(refusal({ milestones: all }), undefined);
  });
  it("is asked for once, and never near anything that was given", () => {
    assert.equal(refusal({ project: delivered, sent: [sent("review", "12")] }), "refused.reviewOnce");
    assert.equal(refusal({ project: delivered, sent: [sent("mistake", "12", { incentive: true })] }), "refused.nearIncentive");
    assert.equal(refusal({ project: delivered, sent: [sent("mistake", "05", { incentive: true })] }), undefined);
  });
  it("does not depend on what the client thinks", () => {
    const view = (feedback: "good" | "bad") => {
      const note = { ...relation.questionIn((en) => en), kind: "feedback", feedback } as const;
      const input = bare({ project: delivered, notes: [note] });
      return [review.compose(input), review.fits(input), review.forbidden!(input), review.needs(input).map(({ name }) => name)];
    };
    assert.deepEqual(view("good"), view("bad"));
  });
  it("is not refused before the project is known", () => {
    const { project: _, ...input } = bare();
    assert.equal(review.forbidden!(input), undefined);
  });
});

describe("what is given to a client", () => {
  const comeback = definitionOf("comeback")!;
  const thanks = definitionOf("thanks")!;
  const answers = { thought: "A thought", offer: "Two hours free" };

  it("marks the message that offers it", () => {
    assert.equal(comeback.incentive!(bare({ answers })), true);
    assert.equal(comeback.incentive!(bare({ answers: { thought: "A thought" } })), false);
  });
  it("is neither asked for nor said within fourteen days of a review", () => {
    const near = { answers, sent: [sent("review", "12")] };
    assert.deepEqual(comeback.needs(bare(near)).map(({ name }) => name), ["thought"]);
    assert.ok(!("offer" in comeback.compose(bare(near))));
    assert.equal(comeback.incentive!(bare(near)), false);
    assert.ok("offer" in comeback.compose(bare({ answers, sent: [sent("review", "05")] })));
  });
  it("stays out of the word about a mistake, too", () => {
    const mistake = definitionOf("mistake")!;
    const note = { ...relation.questionIn((en) => en), kind: "note", outline: { events: [], explanation: "It went out twice.", offer: "An hour free" } } as const;
    const offers = (day: string) => {
      const input = bare({ about: { noteId: note.id, note }, sent: [sent("review", day)] });
      return ["offer" in mistake.compose(input), mistake.incentive!(input)];
    };
    assert.deepEqual(offers("12"), [false, false]);
    assert.deepEqual(offers("05"), [true, true]);
  });
  it("is a private note where it is a gift, never in the message, and only for direct clients", () => {
    const { names, book, input } = ask("thanks", bare(), { gift: "Sweets from Cumilla" });
    assert.deepEqual(names, ["wentWell", "gift"]);
    assert.deepEqual(book.note.map(({ text, forUpdate }) => [text, forUpdate]), [["Sweets from Cumilla", false]]);
    assert.ok(!JSON.stringify(thanks.compose(input)).includes("Sweets"));
    assert.equal(thanks.incentive!(input), true);
    assert.deepEqual(ask("thanks", bare({ client: { place: "upwork", channel: "upwork" } }), {}).names, ["wentWell"]);
    assert.deepEqual(ask("thanks", bare({ sent: [sent("review", "12")] }), {}).names, ["wentWell"]);
  });
});

describe("support", () => {
  const ending = (supportUntil: string, form?: string) => {
    const { ending, ended } = definitionOf("support")!.compose(bare({ project: { ...delivered, supportUntil: on(supportUntil) }, about: form ? { form } : {} })) as unknown as { ending: boolean; ended: boolean };
    return [ending, ended];
  };
  it("ends a week before its last day, or when the command says so", () => {
    assert.deepEqual(ending("2026-11-28"), [false, false]);
    assert.deepEqual(ending("2026-11-27"), [true, false]);
    assert.deepEqual(ending("2026-11-19"), [true, true]);
    assert.deepEqual(ending("2027-01-28", "ending"), [true, false]);
    assert.deepEqual(ending("2026-11-25", "midway"), [false, false]);
  });
  it("remembers which of the two it was", () => {
    const forms = (project: object) => definitionOf("support")!.forms!(bare({ project })).map(({ value }) => value);
    assert.deepEqual(forms({ supportUntil: on("2027-01-28") }), ["midway"]);
    assert.deepEqual(forms({ supportUntil: on("2026-11-25") }), ["ending"]);
    assert.deepEqual(forms({}), []);
  });
  it("fits once in its midst and once at its end", () => {
    const fits = (supportUntil: string, told: readonly SentRecord[]) => definitionOf("support")!.fits(bare({ project: { ...delivered, supportUntil: on(supportUntil) }, sent: told }));
    assert.equal(fits("2027-01-28", []), 1);
    assert.equal(fits("2027-01-28", [sent("support", "12")]), 0);
    assert.equal(fits("2026-11-25", [sent("support", "12")]), 2);
    assert.equal(fits("2026-11-25", [sent("support", "19", { about: { form: "ending" } })]), 0);
  });
});

describe("a hello", () => {
  it("is tied to something known, which the writer sees and the client does not", () => {
    const input = bare({ client: { needs: "Wants a second shop" } });
    const [need] = definitionOf("touch")!.needs(input);
    assert.deepEqual([need?.optional, need?.hint], [false, { id: "need.personal.known", values: { known: "Wants a second shop" } }]);
    assert.ok(!JSON.stringify(definitionOf("touch")!.compose(input)).includes("second shop"));
    const milestones = relation.milestonesIn((en) => en).slice(0, 1);
    assert.equal(definitionOf("touch")!.needs(bare({ milestones }))[0]?.optional, true);
  });
});

describe("feedback", () => {
  it("asks three questions of my own at most", () => {
    const { own } = definitionOf("feedback")!.compose(bare({ answers: { own: ["1", "2", "3", "4"] } })) as unknown as { own: readonly string[] };
    assert.deepEqual(own, ["1", "2", "3"]);
  });
});

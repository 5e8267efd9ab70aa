import assert from "node:assert/strict";
import type { Due } from "../../../../../src/core/book/fields";
import type { Answers, Need } from "../../../../../src/core/drafting/kinds/kind";
import type { Instant, PlainDate } from "../../../../../src/core/time/types";
import { definitionFor, inputOf, type Told } from "../../../../golden/messages";
import * as relation from "../../../../golden/relation";

const pick: relation.Pick = (en) => en;
const delay = definitionFor("delay");
const checkout = relation.milestonesIn(pick)[1]!;
const about = { milestoneId: "checkout" };
const told = (answers: Answers, more: Told = {}): Told => ({ about, answers, ...more, book: { milestone: [checkout], ...more.book } });
const inputFor = (answers: Answers, more?: Told) => inputOf("en", "friendly", told(answers, more));
const needsOf = (answers: Answers, more?: Told): readonly Need[] => delay.needs(inputFor(answers, more));
const named = (needs: readonly Need[], name: string) => needs.find((need) => need.name === name);
const on = (date: string): Due => relation.day(date);

describe("a delay", () => {
  it("asks for the reason, a new date, what is being done and the choice, and proposes a good day", () => {
    assert.deepEqual(needsOf({}).map(({ name }) => name), ["reason", "newDue", "doing", "choice"]);
    // Thursday 3 December and three working days in London
    assert.equal(named(needsOf({}), "newDue")?.proposed, "2026-12-08");
  });

  /** Begun on Sunday 1 November, parts done on these days. */
  const paced = (done: readonly string[], all: number) => {
    const begin = "2026-11-01T04:00:00.000Z" as Instant;
    const deliverables = Array.from({ length: all }, (_, n) => ({ id: String(n), text: "Part", ...(done[n] !== undefined && { doneAt: `2026-11-${done[n]}T08:00:00.000Z` as Instant }) }));
    return { book: { milestone: [{ ...checkout, createdAt: begin, startedAt: begin, deliverables }] } };
  };

  it("proposes the latest day that the pace so far makes likely, and says the range", () => {
    // Four of twelve parts in fourteen working days: eight more take 19 to 42 of my days.
    const need = named(needsOf({}, paced(["04", "09", "12", "18"], 12)), "newDue");
    assert.deepEqual(need?.ask, {
      id: "need.delay.newDueForecast",
      values: { from: { time: "day", on: "2026-12-16", today: "2026-11-20" }, to: { time: "day", on: "2027-01-18", today: "2026-11-20" } },
    });
    assert.equal(need.proposed, "2027-01-18");
  });

  it("proposes the usual three days where the pace ends sooner, or tells too little", () => {
    const sooner = named(needsOf({}, paced(["04", "09", "12", "18"], 5)), "newDue");
    assert.deepEqual([sooner?.ask.id, sooner?.proposed], ["need.delay.newDueForecast", "2026-12-08"]);
    const tooLittle = named(needsOf({}, paced(["04"], 12)), "newDue");
    assert.deepEqual([tooLittle?.ask.id, tooLittle?.proposed], ["need.delay.newDue", "2026-12-08"]);
  });

  it("asks what goes with a choice", () => {
    assert.ok(named(needsOf({ choice: "parts" }), "inParts"));
    assert.equal(named(needsOf({ choice: "parts" }), "partBy"), undefined);
    assert.ok(named(needsOf({ choice: "cut" }), "leaveOut"));
    const late = { book: { milestone: [{ ...checkout, due: on("2026-11-18") }] } };
    assert.ok(named(needsOf({ choice: "parts" }, late), "partBy"));
  });

  const why = (date: string, more?: Told) => named(needsOf({ newDue: on(date) }, more), "dateCheck")?.ask.id;

  it("asks again where the new date is a bad day", () => {
    assert.equal(why("2026-12-08"), undefined);
    assert.equal(why("2026-12-12"), "need.date.theirDayOff");
    // London works on Friday, Dhaka does not.
    assert.equal(why("2026-12-11"), "need.date.myDayOff");
    assert.equal(why("2026-12-02"), "need.delay.notLater");
    const { due, ...undated } = checkout;
    assert.equal(why("2026-11-18", { book: { milestone: [undated] } }), "need.date.past");
    assert.equal(why("2026-12-08", { client: { holidays: [{ from: "2026-12-08" as PlainDate, name: "Feast" }] } }), "need.date.theirHoliday");
    assert.equal(why("2026-12-08", { me: { holidays: [{ from: "2026-12-07" as PlainDate, to: "2026-12-09" as PlainDate }] } }), "need.date.myHoliday");
    assert.equal(why("2026-12-08", { book: { milestone: [checkout], absence: [relation.absenceIn("2026-12-07", "2026-12-08")] } }), "need.date.absence");
    const other = { ...relation.milestonesIn(pick)[2]!, due: on("2026-12-08") };
    assert.equal(why("2026-12-08", { book: { milestone: [checkout, other] } }), "need.date.milestone");
  });

  it("asks again where the date would overtake what comes after it, or the whole, and has no better day to offer", () => {
    const check = (date: string, more: Told) => named(needsOf({ newDue: on(date) }, more), "dateCheck");
    const launch = relation.milestonesIn(pick)[2]!;
    const both = { book: { milestone: [checkout, { ...launch, due: on("2026-12-07") }] } };
    assert.equal(check("2026-12-03", both)?.ask.id, "need.delay.notLater");
    assert.equal(check("2026-12-08", { book: { milestone: [checkout, launch] } }), undefined);
    const found = check("2026-12-08", both);
    assert.deepEqual(found?.ask, { id: "need.date.overtakes", values: { name: "Launch", due: { time: "day", on: "2026-12-07", today: "2026-11-20" } } });
    assert.deepEqual(found.choices?.map(({ value }) => value), ["moveToo", "other", "keep"]);
    // A hard clock counts by the day that it is on, where the client is.
    assert.equal(check("2027-01-07", { book: { milestone: [checkout, launch] } })?.ask.id, "need.date.milestone");
    assert.equal(check("2027-01-11", { book: { milestone: [checkout, launch] } })?.ask.id, "need.date.overtakes");
    const whole = { book: { milestone: [checkout], project: [{ ...relation.projectIn(pick), dueOn: "2026-12-07" as PlainDate }] } };
    assert.equal(check("2026-12-08", whole)?.ask.id, "need.date.pastWhole");
    assert.equal(check("2026-12-07", whole), undefined);
  });

  const launch = { ...relation.milestonesIn(pick)[2]!, due: on("2026-12-07") };
  const later = { ...launch, id: "later", title: "Newsletter", due: on("2026-12-09") };
  const farOff = { ...later, id: "farOff", due: on("2027-02-01") };
  const chain = { book: { milestone: [checkout, launch, later, farOff], project: [{ ...relation.projectIn(pick), dueOn: "2026-12-08" as PlainDate }] } };

  it("offers to move what comes after it by as many working days, and what that overtakes, and the whole", () => {
    const answers = { newDue: on("2026-12-08"), dateCheck: "moveToo" };
    const offered = named(needsOf({ newDue: answers.newDue }, chain), "dateCheck")?.choices?.[0];
    assert.deepEqual([offered?.value, offered?.detail], ["moveToo", { id: "need.delay.moves", values: { count: 3, name: "Launch", on: { time: "day", on: "2026-12-10", today: "2026-11-20" } } }]);
    // Three of London's working days each, as the milestone; Saturday and Sunday are off there, Friday in Dhaka.
    assert.deepEqual(delay.effects?.(inputFor(answers, chain)), [
      { do: "moveMilestone", milestoneId: "checkout", due: on("2026-12-08") },
      { do: "moveMilestone", milestoneId: launch.id, due: on("2026-12-10") },
      { do: "moveMilestone", milestoneId: "later", due: on("2026-12-14") },
      { do: "moveProject", on: "2026-12-14" },
    ]);
    assert.deepEqual(delay.effects(inputFor({ ...answers, dateCheck: "keep" }, chain)).length, 1);
    assert.deepEqual(delay.effects(inputFor({ ...answers, choice: "cut" }, chain)), []);
  });

  it("offers it for a date that was chosen in another's place, too", () => {
    const answers = { newDue: on("2026-12-12"), dateCheck: "other", otherDue: on("2026-12-14") };
    const need = named(needsOf(answers, chain), "moveToo");
    assert.deepEqual([need?.ask.id, need?.choices?.map(({ value }) => value)], ["need.date.overtakes", ["move", "keep"]]);
    assert.equal(delay.effects?.(inputFor({ ...answers, moveToo: "move" }, chain)).length, 4);
    assert.equal(delay.effects?.(inputFor({ ...answers, moveToo: "keep" }, chain)).length, 1);
    assert.equal(named(needsOf({ ...answers, otherDue: on("2026-12-04") }, chain), "moveToo"), undefined);
  });

  it("keeps the time of day of a hard clock that moves with it", () => {
    const clocked = { book: { milestone: [checkout, { ...launch, due: { by: "instant", at: "2026-12-07T12:00:00.000Z" as Instant } as const }] } };
    assert.deepEqual(delay.effects?.(inputFor({ newDue: on("2026-12-08"), dateCheck: "moveToo" }, clocked))[1], { do: "moveMilestone", milestoneId: launch.id, due: { by: "instant", at: "2026-12-10T12:00:00.000Z" } });
  });

  const movesTo = (answers: Answers) => {
    const [effect] = delay.effects?.(inputFor(answers)) ?? [];
    return effect?.do === "moveMilestone" ? effect.due : effect;
  };

  it("moves the milestone to what was chosen in the end", () => {
    assert.deepEqual(movesTo({ newDue: on("2026-12-12"), dateCheck: "keep" }), on("2026-12-12"));
    // Saturday, then Sunday which London has off, then Monday
    assert.deepEqual(movesTo({ newDue: on("2026-12-12"), dateCheck: "next" }), on("2026-12-14"));
    assert.deepEqual(movesTo({ newDue: on("2026-12-12"), dateCheck: "other", otherDue: on("2026-12-16") }), on("2026-12-16"));
  });

  it("moves nothing while the client is to choose between the new date and leaving something out", () => {
    assert.deepEqual(movesTo({ newDue: on("2026-12-08"), choice: "parts" }), on("2026-12-08"));
    assert.deepEqual(delay.effects?.(inputFor({ newDue: on("2026-12-08"), choice: "cut" })), []);
    const project = { answers: { newDue: on("2026-12-08"), choice: "cut" }, book: { project: [{ ...relation.projectIn(pick), dueOn: "2026-12-03" as PlainDate }] } };
    assert.deepEqual(delay.effects(inputOf("en", "friendly", project)), []);
  });

  it("moves the project where no milestone is named", () => {
    const input = inputOf("en", "friendly", { answers: { newDue: on("2026-12-08") }, book: { project: [{ ...relation.projectIn(pick), dueOn: "2026-12-03" as PlainDate }] } });
    assert.deepEqual(delay.effects?.(input), [{ do: "moveProject", on: "2026-12-08" }]);
    assert.deepEqual(delay.abouts?.(input).map(({ label }) => label), ["the online shop"]);
  });

  it("counts the client's working days, without their holidays", () => {
    const days = (more: Told) => (delay.compose(inputFor({ newDue: on("2026-12-08") }, more)) as unknown as { days: number }).days;
    assert.equal(days({}), 3);
    assert.equal(days({ client: { holidays: [{ from: "2026-12-04" as PlainDate }] } }), 2);
  });

  it("fits when a date is near or past with parts open", () => {
    const fits = (date: string, done = 0) =>
      delay.fits(inputOf("en", "friendly", { book: { milestone: [{ ...checkout, due: on(date), deliverables: checkout.deliverables.map(({ id, text }) => ({ id, text, ...(done === 7 && { doneAt: relation.now }) })) }] } }));
    assert.deepEqual([fits("2026-11-18"), fits("2026-11-23"), fits("2026-12-23"), fits("2026-11-23", 7)], [2, 2, 1, 0]);
  });
});

import assert from "node:assert/strict";
import { on } from "./sample";
import { at, by, date, monday, usd, world } from "./rulesWorld";

describe("money", () => {
  it("a deposit is asked for when work begins before it came, not on a marketplace", () => {
    const deposit = { deposit: { amount: usd(5000) } };
    const w = world({}, deposit);
    assert.deepEqual(w.find("deposit", monday), []);
    w.milestone({ startedAt: at(17) });
    assert.deepEqual(w.find("deposit", at(17)).map(({ sendBy, kind }) => [sendBy, kind]), [[by(18), "invoice"]]);
    w.invoice({ forDeposit: true, issuedOn: date("2026-11-17") });
    assert.deepEqual(w.find("deposit", at(18)), []);
    const there = world({ place: "upwork" }, deposit);
    there.milestone({ startedAt: at(17) });
    assert.deepEqual(there.find("deposit", at(18)), []);
  });
  it("an invoice follows a priced milestone, or a project with a budget", () => {
    const w = world();
    const milestone = w.milestone({ state: "delivered", deliveredAt: at(17), price: usd(20000) });
    assert.deepEqual(w.find("invoice", at(18)).map(({ sendBy, about }) => [sendBy, about]), [[by(18), { milestoneId: milestone.id }]]);
    w.invoice({ issuedOn: date("2026-11-18"), lines: [{ text: "Checkout", amount: usd(20000), milestoneId: milestone.id }] });
    assert.deepEqual(w.find("invoice", at(19)), []);
    const whole = world({}, { status: "delivered", deliveredAt: at(17), budget: usd(90000) });
    assert.equal(whole.find("invoice", at(18)).length, 1);
    whole.invoice({ issuedOn: date("2026-11-18") });
    assert.deepEqual(whole.find("invoice", at(19)), []);
  });
  it("a payment is asked for after its date, never before, then more firmly every week", () => {
    const w = world();
    const invoice = w.invoice({ issuedOn: date("2026-11-10"), dueOn: date("2026-11-17") });
    assert.deepEqual(w.find("payment", at(17)).map(({ sendBy, about }) => [sendBy, about]), [[by(18), { invoiceId: invoice.id, form: "friendly" }]]);
    w.send(at(18), { kind: "payment", about: { invoiceId: invoice.id } });
    assert.deepEqual(w.find("payment", at(19)), []);
    assert.deepEqual(w.find("paymentAgain", at(19)).map(({ sendBy, about }) => [sendBy, about?.form]), [[by(25), "firm"]]);
    w.put("invoice", { ...invoice, paidOn: date("2026-11-20") });
    assert.deepEqual([...w.find("payment", at(25)), ...w.find("paymentAgain", at(25))], []);
  });
});

describe("an invoice without a date", () => {
  it("is asked about two weeks after it was issued, and again", () => {
    const w = world();
    const invoice = w.invoice({ issuedOn: date("2026-11-03") });
    assert.deepEqual(w.find("payment", at(17)).map(({ sendBy, about }) => [sendBy, about]), [[by(18), { invoiceId: invoice.id, form: "friendly" }]]);
    w.send(at(18), { kind: "payment", about: { invoiceId: invoice.id } });
    assert.deepEqual(w.find("payment", at(19)), []);
    assert.deepEqual(w.sendBy("paymentAgain", at(19)), [by(25)]);
    assert.deepEqual(world().find("payment", at(19)), []);
  });
});

describe("work logs", () => {
  it("are due before Upwork locks its diary on Monday at noon UTC, and ready in my hours before it", () => {
    const w = world({ place: "upwork" }, { hourly: {}, startsOn: date("2026-11-16") });
    // 12:00 UTC is 18:00 in Dhaka.
    const [item] = w.find("worklog", at(20));
    assert.deepEqual([item?.sendBy, item?.readyFrom, item?.hard], [at(23, "18:00"), at(23, "09:00"), true]);
    w.send(at(23, "12:00"), { kind: "worklog" });
    assert.deepEqual(w.sendBy("worklog", at(24, "08:00")), [on("2026-11-30 18:00")]);
  });
  it("that were missed make way for the next after half a day", () => {
    const w = world({ place: "upwork" }, { hourly: {}, startsOn: date("2026-11-16") });
    assert.deepEqual(w.find("worklog", at(24, "05:00")).map(({ level }) => level), ["overdue"]);
    assert.deepEqual(w.sendBy("worklog", at(24, "06:01")), [on("2026-11-30 18:00")]);
  });
  it("are due at the end of my week elsewhere", () => {
    const w = world({}, { hourly: {} });
    assert.deepEqual(w.sendBy("worklog", at(18)), [by(19)]);
  });
});

describe("after delivery", () => {
  const delivered = { status: "delivered" as const, deliveredAt: monday };

  it("feedback is asked for three days later, unless it came", () => {
    const w = world({}, delivered);
    assert.deepEqual(w.sendBy("feedback", at(17)), [by(19)]);
    w.note("feedback", { feedback: "good", at: at(18) });
    assert.deepEqual(w.find("feedback", at(19)), []);
  });
  it("a review is asked for once, whatever the feedback was, and never near anything given", () => {
    const w = world({}, delivered);
    assert.deepEqual(w.sendBy("review", at(18)), [by(23)]);
    w.note("feedback", { feedback: "bad", at: at(18) });
    assert.deepEqual(w.sendBy("review", at(18)), [by(23)]);
    w.send(at(19), { kind: "mistake", incentive: true });
    // The 15th day after it is a Friday here, and then a weekend there.
    assert.deepEqual(w.sendBy("review", at(30)), [on("2026-12-07 17:00")]);
    w.send(on("2026-12-07 11:00"), { kind: "review" });
    assert.deepEqual(w.find("review", on("2026-12-08 11:00")), []);
  });
  it("the support window has a word in its middle and one before its end", () => {
    const w = world({}, { ...delivered, status: "support", supportUntil: date("2026-12-15") });
    assert.deepEqual(w.sendBy("supportMidway", at(17)), [on("2026-11-30 17:00")]);
    assert.deepEqual(w.sendBy("supportEnding", at(17)), [on("2026-12-10 17:00")]);
    w.send(on("2026-11-30 11:00"), { kind: "support", about: { form: "midway" } });
    assert.deepEqual(w.find("supportMidway", on("2026-12-01 11:00")), []);
    assert.equal(w.find("supportEnding", on("2026-12-01 11:00")).length, 1);
  });
  it("a closed project is thanked for, and the client invited back once after three months", () => {
    const w = world({}, { status: "closed", deliveredAt: monday, closedAt: at(18) });
    assert.deepEqual(w.sendBy("thanks", at(18)), [by(19)]);
    assert.deepEqual(w.find("comeback", at(18)), []);
    assert.deepEqual(w.sendBy("comeback", on("2027-02-10 10:00")), [on("2027-02-18 17:00")]);
    w.send(on("2027-02-18 11:00"), { kind: "comeback" });
    assert.deepEqual(w.find("comeback", on("2028-02-18 11:00")), []);
  });
});

describe("what is off by default", () => {
  it("is owed where a client, a project or the user asks for it", () => {
    const quiet = world({ owedRules: { touch: { off: false, number: 30 } } }, { rhythm: { every: "never" } });
    assert.equal(quiet.find("touch", on("2026-12-16 10:00")).length, 1);
    const former = world({ owedRules: { touch: { off: false, number: 30 } } }, { status: "closed", deliveredAt: monday, closedAt: at(18) });
    assert.deepEqual(former.find("touch", on("2027-02-18 10:00")), [], "the word that asks them back comes first");
    former.send(on("2027-02-18 11:00"), { kind: "comeback" });
    assert.equal(former.find("touch", on("2027-04-20 10:00")).length, 1);
    const w = world();
    assert.deepEqual(w.find("serviceReview", on("2027-02-16 10:00")), []);
    Object.assign(w.more, { settings: { rules: { serviceReview: true } } });
    assert.equal(w.find("serviceReview", on("2027-02-16 10:00")).length, 1);
  });
});

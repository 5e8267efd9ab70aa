import assert from "node:assert/strict";
import { DATE } from "../../../../src/core/checks/finding";
import { findings, fixed, marked } from "./checking";

const bn = { language: "bn" } as const;

describe("what is promised and claimed", () => {
  it("promiseDate: finds promises without a day, and offers to write one", () => {
    assert.deepEqual(marked("promiseDate", "I'll send it soon."), ["soon"]);
    assert.deepEqual(marked("promiseDate", "I'll send you the list."), ["I'll send"]);
    assert.equal(fixed("promiseDate", "I'll send it soon."), `I'll send it by ${DATE}.`);
    assert.equal(fixed("promiseDate", "I'll send you the list."), `I'll send you the list by ${DATE}.`);
    assert.equal(fixed("promiseDate", "শিগগিরই পাঠাব।", bn), `${DATE}ের মধ্যে পাঠাব।`);
    assert.equal(findings("I'll send it soon.", {}, "promiseDate")[0]?.fixes?.[0]?.asks, "date");
  });
  it("promiseDate: leaves what has a day, hangs on the client, or is asked", () => {
    for (const text of ["I'll send it on Tuesday.", "I'll send it today at 17:00.", "If anything looks off, tell me and I'll fix it.", "Shall I send it soon?", "I'll tell you the price before I begin.", "Support ends soon."]) assert.deepEqual(marked("promiseDate", text), [], text);
    for (const text of ["২৪ নভেম্বর, মঙ্গলবার পাঠাব।", "চাইলে পাঠাব।", "প্রতি ধাপ শেষে জানাব।"]) assert.deepEqual(marked("promiseDate", text, bn), [], text);
    assert.deepEqual(marked("promiseDate", "I'll send it soon.", { kind: "charter" }), []);
  });
  it("dayOff: finds days off of the reader, holidays and my absences, and moves them on", () => {
    assert.equal(fixed("dayOff", "It will be ready by Saturday, 28 November."), "It will be ready by Monday, 30 November.");
    assert.equal(findings("Ready by 25 December.", {}, "dayOff")[0]?.message.id, "check.dayOff.holiday");
    assert.equal(findings("Ready by Monday, 7 December.", {}, "dayOff")[0]?.message.id, "check.dayOff.absence");
    assert.equal(fixed("dayOff", "Ready by Monday, 7 December."), "Ready by Wednesday, 9 December.");
    assert.equal(fixed("dayOff", "২৭ নভেম্বর, শুক্রবারের মধ্যে শেষ করব।", bn), "২৯ নভেম্বর, রবিবারের মধ্যে শেষ করব।");
  });
  it("dayOff: leaves working days, what has been, days given up, and days off named as such", () => {
    for (const text of ["Ready by Friday, 27 November.", "It was due on Saturday, 28 November.", "Instead of Saturday, 28 November it comes by Monday, 30 November.", "I will be away on Monday, 7 December.", "I call them on Sunday.", "I work Sunday to Thursday, and answer by noon."]) assert.deepEqual(marked("dayOff", text), [], text);
  });
  it("wrongWeekday: mends the weekday", () => {
    assert.equal(fixed("wrongWeekday", "By Thursday, 4 December."), "By Friday, 4 December.");
    assert.equal(fixed("wrongWeekday", "By Thu 4 Dec."), "By Fri 4 Dec.");
    assert.equal(fixed("wrongWeekday", "৩ ডিসেম্বর, বুধবারের মধ্যে।", bn), "৩ ডিসেম্বর, বৃহস্পতিবারের মধ্যে।");
    assert.deepEqual(marked("wrongWeekday", "Since Sunday, 3 May, and by Friday, 4 December."), []);
  });
  it("ambiguousDay: says which", () => {
    assert.equal(fixed("ambiguousDay", "কাল দেখাব।", bn), "আগামীকাল দেখাব।");
    assert.equal(fixed("ambiguousDay", "কাল পাঠিয়েছি।", bn), "গতকাল পাঠিয়েছি।");
    assert.deepEqual(marked("ambiguousDay", "আগামীকাল সকালে ও বিকালে, আজকাল, গতকাল।", bn), []);
  });
  it("notLive: finds what git does not bear out", () => {
    const text = "Hi:\n\n**Live now**\n- Pay in parts.\n- Prices show the tax.\n\n**Ready for you to try**\n- Save a cart.";
    assert.deepEqual(marked("notLive", text, { items: { "Pay in parts": "ready", Prices: "live", "Save a cart": "ready" } }), ["- Pay in parts."]);
    assert.deepEqual(marked("notLive", text, { items: { "Save a cart": "inProgress" } }), ["- Save a cart."]);
    assert.deepEqual(marked("notLive", "- কিস্তি এখন লাইভ।", { ...bn, items: { কিস্তি: "ready" } }), ["- কিস্তি এখন লাইভ।"]);
    assert.deepEqual(marked("notLive", "- A live chat for customers.", { items: { "live chat": "ready" } }), []);
  });
  it("notLive: moves the line to where git has it", () => {
    const headings = { live: "**Live now**", ready: "**Ready for you to try**", inProgress: "**In progress**", besides: "" };
    const moved = (text: string, items: Readonly<Record<string, "live" | "ready" | "inProgress">>) => fixed("notLive", text, { items, provenance: { headings } });
    assert.equal(
      moved("Hi:\n\n**Live now**\n- Pay in parts.\n- Prices show the tax.\n\n**Ready for you to try**\n- Save a cart.\n\nRafi", { "Pay in parts": "ready", Prices: "live", "Save a cart": "ready" }),
      "Hi:\n\n**Live now**\n- Prices show the tax.\n\n**Ready for you to try**\n- Save a cart.\n- Pay in parts.\n\nRafi",
    );
    assert.equal(moved("Hi:\n\n**Live now**\n- Pay in parts.\n\nRafi", { "Pay in parts": "ready" }), "Hi:\n\n**Ready for you to try**\n- Pay in parts.\n\nRafi");
    assert.equal(
      moved("**Ready for you to try**\n- Pay in parts.\n- Save a cart.\n\nRafi", { "Pay in parts": "inProgress", "Save a cart": "ready" }),
      "**Ready for you to try**\n- Save a cart.\n\n**In progress**\n- Pay in parts.\n\nRafi",
    );
    // Its own words claim it: another place does not help.
    assert.equal(findings("**Live now**\n- Pay in parts is live now.", { items: { "Pay in parts": "ready" }, provenance: { headings } }, "notLive")[0]?.fixes, undefined);
  });
  it("delayDate: wants the new date", () => {
    assert.equal(marked("delayDate", "It was due on Wednesday, 25 November and needs more days.", { kind: "delay" }).length, 1);
    assert.equal(fixed("delayDate", "It was due on Wednesday, 25 November.", { kind: "delay" }), `It was due on Wednesday, 25 November. The new date is ${DATE}.`);
    assert.deepEqual(marked("delayDate", "It was due on Wednesday, 25 November and will be ready on Friday, 27 November.", { kind: "delay" }), []);
    assert.deepEqual(marked("delayDate", "২৫ নভেম্বর, বুধবারের বদলে ২৯ নভেম্বর, রবিবার।", { ...bn, kind: "delay" }), []);
    assert.deepEqual(marked("delayDate", "No date here.", { kind: "progress" }), []);
  });
  it("delayPlain: wants the reason, the days and a word of regret", () => {
    const ids = (text: string) => findings(text, { kind: "delay" }, "delayPlain").map(({ message }) => message.id);
    const bare = "Hi Sara, it was due on Wednesday, 25 November. The new date is Monday, 30 November.";
    assert.deepEqual(ids(bare), ["check.delay.reason", "check.delay.days", "check.delay.apology"]);
    assert.deepEqual(ids("It was due on Wednesday, 25 November; it comes on Friday, 27 November, two working days later, because the rules changed. I'm sorry."), []);
    const days = findings(bare, { kind: "delay" }, "delayPlain").find(({ message }) => message.id === "check.delay.days");
    assert.equal(days?.fixes?.[0]?.edits[0]?.text, " That is 3 of your working days later.");
  });
  it("mistakeOwned: wants who made it, and an apology", () => {
    const ids = (text: string, language: "en" | "bn" = "en") => findings(text, { kind: "mistake", language }, "mistakeOwned").map(({ message }) => message.id);
    assert.deepEqual(ids("Mistakes were made. They are corrected."), ["check.mistake.passive", "check.mistake.apology"]);
    assert.deepEqual(ids("The prices were wrong. I'm sorry."), ["check.mistake.owned"]);
    assert.deepEqual(ids("I made a mistake, and I'm sorry."), []);
    assert.deepEqual(ids("ভুল হয়ে গেছে, দুঃখিত।", "bn"), ["check.mistake.passive"]);
    assert.deepEqual(ids("আমি ভুল করেছি, দুঃখিত।", "bn"), []);
    assert.equal(fixed("mistakeOwned", "Sorry. Mistakes were made.", { kind: "mistake" }), "Sorry. I made mistakes.");
  });
});

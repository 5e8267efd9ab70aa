import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "../../src/core/book/fields";
import type { MessageKind } from "../../src/core/book/messageKind";
import { definitionOf } from "../../src/core/drafting/kinds/registry";
import { createRenderer } from "../../src/core/drafting/textRenderer";
import { renderMessage } from "../../src/core/drafting/renderDraft";
import { hasSubject } from "../../src/core/drafting/subject";
import type { Note } from "../../src/core/book/note";
import { amounts, at, dollars, inputOf, on, taka, type Amount, type More } from "./kindInputs";
import * as relation from "./relation";
import { shippedTemplate } from "./templates";

// Messages of every kind as a client would read them, in messages/: a file per kind and language, a section per case.
// UPDATE_GOLDEN=1 writes them anew: then read the difference aloud.

type Cases = (pick: relation.Pick, amount: Amount) => More;
const nothing: Cases = () => ({});
const only = (amount: Amount, more: More, wanted: Amount = "much"): More => (amount === wanted ? more : {});
const fiverr = { place: "fiverr", channel: "fiverr" } as const;
const upwork = { place: "upwork", channel: "upwork" } as const;

const request = (pick: relation.Pick, change: Note["change"]): Note => {
  const { due: _, ...note } = relation.questionIn(pick);
  return { ...note, id: "request", kind: "request", text: pick("A bigger logo on phones", "মোবাইলে লোগো আরও বড় করা"), ...(change && { change }) };
};
const finished = (pick: relation.Pick) =>
  relation.milestonesIn(pick).map((milestone, index) => ({
    ...milestone,
    deliverables: lineItems(pick)[index]!.map((text, part) => ({ id: `part${part}`, text, doneAt: relation.now })),
    state: "delivered" as const,
    deliveredAt: at("2026-11-17T10:00:00.000Z"),
  }));
const lineItems = (pick: relation.Pick) => [
  [pick("Customers find products by name", "ক্রেতারা নাম দিয়ে পণ্য খুঁজে পান")],
  [pick("Customers pay with bKash", "ক্রেতারা বিকাশে মূল্য পরিশোধ করেন"), pick("Coupon codes work", "কুপন কোড কাজ করে")],
  [pick("The shop is on your own domain", "শপটি আপনার নিজের ডোমেইনে চলছে")],
];
const delivered = { status: "delivered", deliveredAt: at("2026-11-14T10:00:00.000Z") } as const;
const lookBy = { lookBy: relation.day("2026-11-26") };
const answerBy = { answerBy: relation.day("2026-11-25") };

interface Extra {
  readonly amount: Amount;
  readonly more: Cases;
}
interface Golden {
  readonly cases: Cases;
  /** Cases of this kind alone, in both tones. */
  readonly extra?: Readonly<Record<string, Extra>>;
}

const goldens: Partial<Record<MessageKind, Golden>> = {
  proposal: {
    cases: (pick, amount) =>
      amount === "much"
        ? { project: { status: "lead", budget: undefined as never }, answers: { firstStep: pick("A page that you can open on your phone, by the third day", "তৃতীয় দিনের মধ্যে একটি পেজ, যা আপনার মোবাইলে খুলে দেখতে পারবেন") } }
        : { project: { status: "lead", ...(amount === "little" && { daysRange: { low: 1 }, included: [], budget: taka(5000) }) }, notes: [] },
  },
  requirements: {
    cases: (_, amount) => ({ project: { status: "lead", ...(amount === "much" && { dueOn: on("2027-01-11") }) } }),
    extra: { "on Fiverr": { amount: "none", more: () => ({ client: fiverr, project: { status: "lead" } }) } },
  },
  kickoff: {
    cases: nothing,
    extra: {
      "on Fiverr": { amount: "much", more: (pick) => ({ client: fiverr, project: { budget: dollars(400), rhythm: { every: "workingDay" }, updatesWhere: pick("Here in our messages, with screenshots", "এখানেই মেসেজে, স্ক্রিনশটসহ") } }) },
      "by the hour on Upwork": { amount: "little", more: () => ({ client: upwork, project: { budget: undefined as never, hourly: { rate: dollars(25) }, dueOn: on("2027-01-11") }, milestones: [], notes: [] }) },
    },
  },
  charter: { cases: (pick, amount) => only(amount, { me: { charter: { services: [pick("Online shops", "অনলাইন শপ তৈরি")], hours: [pick("Sunday to Thursday, 10:00 to 18:00, Dhaka time", "রবি থেকে বৃহস্পতিবার, সকাল ১০টা থেকে সন্ধ্যা ৬টা (ঢাকার সময়)")], responseTime: [pick("Within one working day", "এক কর্মদিবসের মধ্যে")] } } }, "little") },
  change: {
    cases: (pick, amount) => ({
      about: { noteId: "request", note: request(pick, { much: { price: taka(5000), days: 2 }, little: { days: 1 }, none: undefined }[amount]) },
      ...(amount !== "none" && { answers: answerBy }),
    }),
    extra: {
      "within the rounds agreed": { amount: "much", more: (pick) => ({ about: { note: request(pick, { revision: true }) }, answers: answerBy }) },
      "beyond the rounds, on Fiverr": { amount: "much", more: (pick) => ({ client: fiverr, project: { revisions: { agreed: 1, used: 1 } }, about: { note: request(pick, { revision: true, price: dollars(20), days: 1 }) }, answers: answerBy }) },
      "on Upwork": { amount: "little", more: (pick) => ({ client: upwork, about: { note: request(pick, { price: dollars(60) }) }, answers: answerBy }) },
    },
  },
  delivery: {
    cases: (pick, amount) => ({ milestones: amount === "much" ? finished(pick) : [], ...(amount !== "none" && { answers: lookBy }) }),
    extra: { "all rounds used, in a chat": { amount: "little", more: (pick) => ({ client: { channel: "whatsapp" }, project: { revisions: { agreed: 2, used: 2 } }, milestones: finished(pick).slice(0, 1) }) } },
  },
  feedback: {
    cases: (pick, amount) => ({ project: delivered, milestones: amount === "much" ? finished(pick) : [] }),
    extra: { "in a chat": { amount: "little", more: () => ({ client: { channel: "whatsapp" }, project: delivered }) },
      "with questions of my own": { amount: "much", more: (pick) => ({ project: delivered, answers: { own: [pick("Do your people find the orders of the day at once", "দিনের অর্ডারগুলো কি আপনার লোকজন সহজে খুঁজে পান"), pick("Which page do customers leave most often?", "ক্রেতারা কোন পেজ থেকে সবচেয়ে বেশি চলে যান?")] } }) } },
  },
  review: {
    cases: (_, amount) => ({ project: delivered, ...(amount === "much" && { answers: { url: "https://g.page/rafi/review" } }) }),
    extra: { "on Fiverr": { amount: "much", more: () => ({ client: fiverr, project: delivered }) } },
  },
  support: {
    cases: (_, amount) => ({ project: delivered, ...(amount === "little" && { project: { ...delivered, supportUntil: on("2027-01-28") } }) }),
    extra: {
      "midway, in a chat": { amount: "much", more: () => ({ client: { channel: "whatsapp" }, project: delivered }) },
      ending: { amount: "much", more: () => ({ project: { ...delivered, supportUntil: on("2026-11-24") } }) },
      ended: { amount: "little", more: () => ({ project: { ...delivered, supportUntil: on("2026-11-18") } }) },
    },
  },
  thanks: {
    cases: (pick, amount) => ({
      project: { status: "closed" },
      ...(amount === "much" && { answers: { wentWell: [pick("You answered every question within a day", "প্রতিটি প্রশ্নের উত্তর এক দিনের মধ্যে পেয়েছি"), pick("Your photos made the catalogue", "আপনার তোলা ছবিতেই ক্যাটালগটি সুন্দর হয়েছে")], gift: "Sweets from Cumilla" } }),
    }),
  },
  comeback: {
    cases: (pick, amount) => ({
      project: { status: "closed", ...(amount !== "none" && { closedAt: at("2026-07-10T10:00:00.000Z") }) },
      answers: {
        ...(amount !== "none" && { thought: pick("Many of your customers order again before Eid; a “same as last time” button would save them five steps.", "ঈদের আগে আপনার অনেক ক্রেতা আবার অর্ডার করেন; ‘আগের মতোই’ নামে একটি বাটন থাকলে তাঁদের পাঁচটি ধাপ বেঁচে যাবে।") }),
        ...(amount === "much" && { offer: pick("The first two hours are on me, for work begun by 31 December.", "৩১ ডিসেম্বরের মধ্যে কাজ শুরু হলে প্রথম দুই ঘণ্টার খরচ লাগবে না।") }),
      },
    }),
  },
  touch: {
    cases: (pick, amount) => ({
      project: { status: "closed" },
      milestones: amount === "little" ? finished(pick).slice(2) : [],
      ...(amount === "much" && { answers: { personal: pick("I saw that your second shop has opened; how did the first week go?", "আপনার দ্বিতীয় শাখা চালু হয়েছে দেখলাম; প্রথম সপ্তাহ কেমন গেল?") } }),
    }),
  },
  worklog: {
    cases: (pick, amount) => ({
      project: { hourly: {} },
      ...(amount !== "none" && { summary: { items: workOf(pick).slice(0, amount === "much" ? 4 : 1), leftOut: amount === "much" ? [{ ...relation.leftOut("bump", "live"), commit: { ...relation.leftOut("bump", "live").commit, authorDate: "2026-11-17T09:00:00+06:00" }, reason: { id: "work.leftOut.dependencies" } }] : [] } }),
      ...(amount === "none" && { answers: { more: [pick("Talks with the payment provider", "পেমেন্ট কোম্পানির সঙ্গে আলোচনা")] } }),
    }),
    extra: { "for Upwork's diary": { amount: "little", more: (pick) => ({ client: upwork, project: { hourly: {} }, summary: { items: workOf(pick), leftOut: [] } }) } },
  },
  "service-review": {
    extra: { "in a chat": { amount: "much", more: () => ({ client: { channel: "slack" }, project: { startsOn: on("2026-05-03") }, milestones: [] }) } },
    cases: (pick, amount) => ({ milestones: amount === "much" ? finished(pick) : [], project: amount === "none" ? { createdAt: relation.now } : { startsOn: on("2026-05-03") }, ...(amount === "much" && { answers: { answerBy: "2026-11-30" } }) }),
  },
};

const workOf = (pick: relation.Pick) =>
  ["2026-11-16T11:00:00+06:00", "2026-11-16T15:00:00+06:00", "2026-11-17T10:00:00+06:00", "2026-11-19T17:00:00+06:00"].map((authorDate, index) => {
    const item = relation.manyItems(pick)[index + 5]!;
    return { ...item, commits: item.commits.map((commit) => ({ ...commit, authorDate })) };
  });

function message(kind: MessageKind, language: Language, input: ReturnType<typeof inputOf>): string {
  const view = definitionOf(kind)!.compose(input);
  return renderMessage(view, createRenderer(shippedTemplate(language, kind)), { subject: hasSubject(input.client.channel) }).text;
}

function all(kind: MessageKind, language: Language, { cases, extra = {} }: Golden): string {
  const pick: relation.Pick = (en, bn) => (language === "bn" ? bn : en);
  const sections = (["friendly", "formal"] as const).flatMap((tone) => [
    ...amounts.map((amount) => [`${tone}, ${amount}`, message(kind, language, inputOf(language, tone, amount, cases(pick, amount)))] as const),
    ...Object.entries(extra).map(([name, { amount, more }]) => [`${tone}, ${name}`, message(kind, language, inputOf(language, tone, amount, more(pick, amount)))] as const),
  ]);
  return sections.map(([name, text]) => `=== ${name}\n\n${text}`).join("\n");
}

describe("golden messages", () => {
  for (const [kind, golden] of Object.entries(goldens) as [MessageKind, Golden][]) {
    for (const language of ["en", "bn"] as const) {
      it(`${kind} in ${language}`, () => {
        const file = path.resolve("test", "golden", "messages", `${kind}.${language}.md`);
        const text = all(kind, language, golden);
        assert.doesNotMatch(text, /undefined|\{\{|\[object|NaN/);
        assert.doesNotMatch(text, /\*\*[^*\n]+\*\*\n(?:\n|$)/, "a heading without anything below it");
        if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, text);
        assert.ok(existsSync(file), `${file} is missing; UPDATE_GOLDEN=1 writes it`);
        assert.equal(text, readFileSync(file, "utf8"));
      });
    }
  }
});

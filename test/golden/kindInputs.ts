import type { Book } from "../../src/core/book/book";
import { emptyBook } from "../../src/core/book/book";
import type { Client, Tone } from "../../src/core/book/client";
import type { Language } from "../../src/core/book/fields";
import type { Me } from "../../src/core/book/me";
import type { Milestone } from "../../src/core/book/milestone";
import type { Note } from "../../src/core/book/note";
import type { Project } from "../../src/core/book/project";
import type { SentRecord } from "../../src/core/book/sentRecord";
import type { Answers, KindInput } from "../../src/core/drafting/kinds/kind";
import type { Instant, PlainDate } from "../../src/core/time/types";
import * as relation from "./relation";

// What the messages of a client relation are written from, with much, with little and with nothing known.

export type Amount = "much" | "little" | "none";
export const amounts: readonly Amount[] = ["much", "little", "none"];

/** A case of one kind: what differs from the relation as it is. */
export interface More {
  readonly client?: Partial<Client>;
  readonly project?: Partial<Project>;
  readonly me?: Partial<Me>;
  readonly milestones?: readonly Milestone[];
  readonly notes?: readonly Note[];
  readonly about?: KindInput["about"];
  readonly answers?: Answers;
  readonly sent?: readonly SentRecord[];
  readonly summary?: NonNullable<KindInput["summary"]>;
  readonly now?: Instant;
}

export const on = (date: string) => date as PlainDate;
export const at = (instant: string) => instant as Instant;
export const taka = (amount: number) => ({ minor: amount * 100, currency: "BDT" });
export const dollars = (amount: number) => ({ minor: amount * 100, currency: "USD" });

const lines = (pick: relation.Pick, ...pairs: readonly (readonly [string, string])[]) => pairs.map(([en, bn]) => pick(en, bn));

const charterIn = (pick: relation.Pick): NonNullable<Me["charter"]> => ({
  services: lines(pick, ["Online shops, from the first sketch to the daily running", "অনলাইন শপ তৈরি, প্রথম নকশা থেকে প্রতিদিনের দেখভাল পর্যন্ত"], ["Payment with cards and bKash", "কার্ড ও বিকাশে মূল্য পরিশোধের ব্যবস্থা"]),
  hours: lines(pick, ["Sunday to Thursday, 10:00 to 18:00, Dhaka time", "রবি থেকে বৃহস্পতিবার, সকাল ১০টা থেকে সন্ধ্যা ৬টা (ঢাকার সময়)"]),
  responseTime: lines(pick, ["Within one working day", "এক কর্মদিবসের মধ্যে"]),
  updates: lines(pick, ["A message every week, with a link to try what is new", "প্রতি সপ্তাহে একবার, নতুন অংশ দেখার লিংকসহ"]),
  quality: lines(pick, ["Every change is tried on a phone and on a computer", "প্রতিটি পরিবর্তন মোবাইল ও কম্পিউটারে পরীক্ষা করি"]),
  revisions: lines(pick, ["Two rounds of changes are included in the price", "এই খরচের মধ্যে দুবার পরিবর্তন করা যায়"]),
  support: lines(pick, ["I fix whatever does not work as agreed", "কোনো কিছু কথামতো কাজ না করলে ঠিক করে দিই"], ["I answer questions on how to use it", "ব্যবহার নিয়ে যেকোনো প্রশ্নের উত্তর দিই"]),
  payment: lines(pick, ["Half before I begin, half on delivery, by bank transfer", "অর্ধেক শুরুর আগে, অর্ধেক জমা দেওয়ার পর, ব্যাংকের মাধ্যমে"]),
});

const muchOfProject = (pick: relation.Pick): Partial<Project> => ({
  goal: pick("Customers order and pay on their phones, without calling.", "ক্রেতারা ফোন না করে মোবাইল থেকেই অর্ডার ও মূল্য পরিশোধ করবেন।"),
  included: lines(pick, ["A catalogue with search", "সার্চসহ পণ্যের ক্যাটালগ"], ["Payment with bKash", "বিকাশে মূল্য পরিশোধ"], ["Order emails", "অর্ডারের ইমেইল"]),
  excluded: lines(pick, ["An app for phones", "মোবাইল অ্যাপ"], ["Photos of the products", "পণ্যের ছবি তোলা"]),
  assumptions: lines(pick, ["You write the texts of the pages", "পেজের লেখাগুলো আপনি দেবেন"], ["The bKash merchant account is in your name", "বিকাশ মার্চেন্ট অ্যাকাউন্ট আপনার নামে থাকবে"]),
  approach: lines(pick, ["First the catalogue, so that you can fill in products while I go on", "প্রথমে ক্যাটালগ, যাতে আমি এগোতে এগোতে আপনি পণ্য যোগ করতে পারেন"], ["Then checkout and payment, tried with real orders of ten taka", "এরপর চেকআউট ও মূল্য পরিশোধ, দশ টাকার আসল অর্ডার দিয়ে পরীক্ষা করে"], ["At the end the launch, with a day on which I watch every order", "শেষে লঞ্চ; সেদিন প্রতিটি অর্ডারের দিকে নজর রাখব"]),
  needed: lines(pick, ["Access to the domain", "ডোমেইনের অ্যাক্সেস"], ["The logo as a file", "লোগোর ফাইল"]),
  handover: lines(pick, ["The hosting account, in your name", "হোস্টিং অ্যাকাউন্ট, আপনার নামে"], ["The source code", "সোর্স কোড"]),
  howToUse: lines(pick, ["Sign in with your email and choose “Products” to add one", "ইমেইল দিয়ে লগইন করে ‘পণ্য’ মেনু থেকে নতুন পণ্য যোগ করবেন"], ["New orders come by email", "নতুন অর্ডার ইমেইলে আসবে"]),
  priceRange: { low: taka(40_000), high: taka(50_000) },
  daysRange: { low: 15, high: 20 },
  budget: taka(45_000),
  deposit: { amount: taka(15_000) },
  paymentTerms: pick("The rest on delivery, by bank transfer", "বাকিটা জমা দেওয়ার পর, ব্যাংকের মাধ্যমে"),
  revisions: { agreed: 3, used: 1 },
  startsOn: on("2026-11-30"),
  updatesWhere: pick("By email, with a link to try what is new", "ইমেইলে, নতুন অংশ দেখার লিংকসহ"),
  supportUntil: on("2027-01-28"),
  rhythm: { every: "week", day: 4 },
});

const littleOfProject = (pick: relation.Pick): Partial<Project> => {
  const { goal, included, approach, budget } = muchOfProject(pick);
  return { goal: goal!, included: included!.slice(0, 1), approach: approach!.slice(0, 1), budget: budget! };
};

export function inputOf(language: Language, tone: Tone, amount: Amount, more: More = {}): KindInput {
  const pick: relation.Pick = (en, bn) => (language === "bn" ? bn : en);
  const client: Client = { ...relation.clientIn(language, tone), channel: "email", ...more.client };
  const { previewUrl: _, ...bare } = relation.projectIn(pick);
  const of = { much: { ...muchOfProject(pick), previewUrl: "https://staging.example" }, little: littleOfProject(pick), none: { name: "Acme" } }[amount];
  const project: Project = { ...bare, ...of, ...more.project };
  const me: Me = {
    ...relation.meIn(),
    zone: relation.zone,
    ...(amount === "much" && { charter: charterIn(pick), references: [pick("The shop of Rahim Traders: https://rahim.example", "রহিম ট্রেডার্সের শপ: https://rahim.example")] }),
    ...more.me,
  };
  const milestones = more.milestones ?? (amount === "much" ? relation.milestonesIn(pick) : amount === "little" ? relation.milestonesIn(pick).slice(1, 2) : []);
  const notes = more.notes ?? (amount === "none" ? [] : [relation.questionIn(pick)]);
  const book: Book = { ...emptyBook, me, client: [client], project: [project], milestone: milestones, note: [...notes, ...(more.about?.note ? [more.about.note] : [])] };
  return {
    book,
    me,
    client,
    contact: client.contacts[0]!,
    project,
    about: more.about ?? {},
    sent: more.sent ?? [],
    answers: more.answers ?? {},
    ...(more.summary && { summary: more.summary }),
    now: more.now ?? relation.now,
    zone: relation.zone,
  };
}

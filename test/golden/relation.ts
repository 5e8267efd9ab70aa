import type { Absence } from "../../src/core/book/absence";
import type { Client, Tone } from "../../src/core/book/client";
import type { Language } from "../../src/core/book/fields";
import type { Me } from "../../src/core/book/me";
import type { Milestone } from "../../src/core/book/milestone";
import type { Note } from "../../src/core/book/note";
import type { SentRecord } from "../../src/core/book/sentRecord";
import type { Project } from "../../src/core/book/project";
import type { Instant, PlainDate, Zone } from "../../src/core/time/types";
import type { Standing } from "../../src/core/work/commit";
import type { ItemSection, LeftOut, WorkItem } from "../../src/core/work/summary";

// One client relation for the golden drafts, in both languages. It is Friday, 20 November 2026, 17:00 in Dhaka.

export const now = "2026-11-20T11:00:00.000Z" as Instant;
export const zone = "Asia/Dhaka" as Zone;
const base = { rev: 1, createdAt: "2026-11-01T04:00:00.000Z" as Instant, changedAt: "2026-11-01T04:00:00.000Z" as Instant };
export const day = (date: string) => ({ by: "date", on: date as PlainDate }) as const;
const at = (instant: string) => instant as Instant;

/** The English words, or the Bangla ones. */
export type Pick = (en: string, bn: string) => string;

export const meIn = (): Me => ({ names: ["Rafi Ahmed", "রাফি আহমেদ"], emails: ["rafi@example.com"] });

export function clientIn(language: Language, tone: Tone): Client {
  const inBangla = language === "bn";
  const address = { en: { friendly: "Sara", formal: "Ms Rahman" }, bn: { friendly: "সারা আপা", formal: undefined } }[language][tone];
  return {
    ...base,
    id: "client",
    name: "Acme",
    place: "direct",
    contacts: [
      { id: "sara", name: inBangla ? "সারা রহমান" : "Sara Rahman", language, tone, usual: true, ...(address ? { addressAs: address } : {}) },
    ],
    zone: (inBangla ? "Asia/Dhaka" : "Europe/London") as Zone,
    ...(inBangla ? { workingTime: { days: [7, 1, 2, 3, 4] as const, start: "09:00" as never, end: "17:00" as never } } : {}),
    channel: "copy",
  };
}

export const projectIn = (pick: Pick): Project => ({
  ...base,
  id: "project",
  clientId: "client",
  name: pick("the online shop", "অনলাইন শপ"),
  size: "large",
  status: "active",
  scopes: [],
  goesLive: { by: "hand" },
  previewUrl: "https://staging.example",
});

export const milestonesIn = (pick: Pick): readonly Milestone[] => [
  {
    ...base,
    id: "catalogue",
    projectId: "project",
    title: pick("Catalogue", "ক্যাটালগ"),
    due: day("2026-11-18"),
    deliverables: parts(3, 3),
    state: "delivered",
    deliveredAt: at("2026-11-17T10:00:00.000Z"),
  },
  { ...base, id: "checkout", projectId: "project", title: pick("Checkout", "চেকআউট"), due: day("2026-12-03"), deliverables: parts(7, 5), state: "active" },
  {
    ...base,
    id: "launch",
    projectId: "project",
    title: pick("Launch", "লঞ্চ"),
    due: { by: "instant", at: at("2027-01-07T12:00:00.000Z") },
    deliverables: parts(4, 0),
    state: "planned",
  },
];

const parts = (total: number, done: number): Milestone["deliverables"] =>
  Array.from({ length: total }, (_, index) => ({ id: `part${index}`, text: `Part ${index}`, ...(index < done ? { doneAt: now } : {}) }));

export const note = (id: string, kind: Note["kind"], text: string, more: Partial<Note> = {}): Note => ({
  ...base,
  id,
  kind,
  text,
  clientId: "client",
  projectId: "project",
  forUpdate: true,
  ...more,
});

export const questionIn = (pick: Pick): Note =>
  note("question", "question", pick("Should a coupon also apply to delivery?", "কুপনের ছাড় কি ডেলিভারি চার্জেও প্রযোজ্য হবে?"), { due: day("2026-11-25") });
export const blockerIn = (pick: Pick): Note =>
  note("blocker", "blocker", pick("bKash has not approved the merchant account yet; I'll call them again on Sunday.", "বিকাশ এখনো মার্চেন্ট অ্যাকাউন্ট অনুমোদন করেনি; রবিবার আবার ফোন করব।"));

export const manyNotesIn = (pick: Pick): readonly Note[] => [
  note("done", "done", pick("Showed Omar how to add products.", "ওমর ভাইকে পণ্য যোগ করা দেখিয়ে দিয়েছি।")),
  note("decision", "decision", pick("Delivery outside the city goes by courier.", "শহরের বাইরে ডেলিভারি কুরিয়ারে যাবে।")),
  note("request", "request", pick("A bigger logo on phones.", "মোবাইলে লোগো আরও বড় করা।")),
  note("remark", "note", pick("The domain has to be renewed in December.", "ডিসেম্বরে ডোমেইন নবায়ন করতে হবে।")),
  note("private", "note", "Sara never reads on Mondays.", { forUpdate: false }),
  note("settled", "blocker", "An old blocker.", { settledAt: now }),
  note("told", "done", "Something told last time."),
  blockerIn(pick),
  questionIn(pick),
  note("question2", "question", pick("who writes the texts of the about page", "আমাদের সম্পর্কে পেজের লেখা কে দেবেন")),
];

let hashes = 0;
export function item(text: string, standing: Standing, section: ItemSection = "new"): WorkItem {
  const hash = (++hashes).toString(16).padStart(40, "0");
  return { id: hash, text, section, standing, commits: [{ scopeId: "scope", hash, subject: text, authorEmail: "rafi@example.com", authorDate: now }] };
}

export function leftOut(text: string, standing: Standing): LeftOut {
  const [commit] = item(text, standing).commits;
  return { commit: commit!, reason: { id: "draft.notInTemplate" }, text, section: "other", standing };
}

export const manyItems = (pick: Pick): readonly WorkItem[] => [
  item(pick("The login page no longer stays blank on Safari.", "সাফারি ব্রাউজারে লগইন পেজ আর ফাঁকা দেখায় না।"), "live", "fixed"),
  item(pick("Customers can search products by name.", "ক্রেতারা নাম দিয়ে পণ্য খুঁজতে পারেন।"), "live"),
  item(pick("Product photos load faster.", "পণ্যের ছবি আগের চেয়ে দ্রুত আসে।"), "live", "improved"),
  item(pick("The cart total is right after a product is removed.", "পণ্য বাদ দিলেও কার্টের মোট দাম ঠিক থাকে।"), "live", "fixed"),
  item(pick("The order email goes out once after a double click.", "দুবার ক্লিক করলেও অর্ডারের ইমেইল একবারই যায়।"), "live", "fixed"),
  item(pick("The postcode is optional outside the city.", "শহরের বাইরে পোস্টকোড না দিলেও চলে।"), "live", "fixed"),
  item(pick("Customers can pay with bKash.", "ক্রেতারা বিকাশে মূল্য পরিশোধ করতে পারবেন।"), "ready"),
  item(pick("Coupon codes work at checkout.", "চেকআউটে কুপন কোড ব্যবহার করা যাবে।"), "ready"),
  item(pick("The discount has its own line in the summary.", "সারাংশে ছাড় আলাদা লাইনে দেখা যাবে।"), "ready", "improved"),
  item(pick("Refunds through bKash.", "বিকাশে টাকা ফেরত।"), "inProgress"),
  item(pick("Loyalty program: the first screen.", "লয়্যালটি প্রোগ্রাম: প্রথম স্ক্রিন।"), "inProgress"),
];

export const sentIn = (kind: SentRecord["kind"], at: string, about: NonNullable<SentRecord["about"]>): SentRecord => ({
  version: 2, what: "sent", id: `sent-${kind}`, clientId: "client", projectId: "project", kind, language: "en", channel: "copy",
  at: at as Instant, text: "", told: [], readUpTo: {}, noteIds: [], outcome: "handedOver", about,
});

export const absenceIn = (from: string, to: string, more: Partial<Absence> = {}): Absence => ({ ...base, id: `absence-${from}`, from: from as PlainDate, to: to as PlainDate, ...more });

import assert from "node:assert/strict";
import fc from "fast-check";
import type { Note } from "../../../src/core/book/note";
import type { Instant } from "../../../src/core/time/types";
import { goldenMessages, inputOf, messageOf } from "../messages";
import * as relation from "../relation";

type Outline = NonNullable<Note["outline"]>;
const mistakeIn = (pick: relation.Pick, outline: Outline): Note => ({ ...relation.note("mistake", "note", pick("Welcome email sent twice", "স্বাগত ইমেইল দুবার গেছে")), forUpdate: false, outline });

const outline = (pick: relation.Pick): Outline => ({
  events: [{ at: "2026-11-19T10:15:00.000Z" as Instant, text: "Ran the import from memory, twice" }, { text: "Two customers complained" }],
  why: "I was tired and skipped the list",
  explanation: pick("Yesterday's release sent the welcome email twice to 41 customers, because I ran the import a second time.", "গতকালের রিলিজে ৪১ জন গ্রাহক স্বাগত ইমেইল দুবার পেয়েছেন, কারণ আমি ইমপোর্ট দ্বিতীয়বার চালিয়েছিলাম।"),
  fix: pick("It was fixed at 09:20 your time today, and no more duplicates will go out", "আজ সকাল ৯টা ২০ মিনিটে ঠিক করেছি, আর কেউ দুবার ইমেইল পাবেন না"),
  prevention: pick("the import will refuse to run twice", "একই ইমপোর্ট আর দ্বিতীয়বার চালানো যাবে না"),
});

goldenMessages("mistake", {
  much: (pick) => ({
    about: { noteId: "mistake" },
    // Friday is a day off in Dhaka.
    now: "2026-11-19T08:00:00.000Z" as Instant,
    answers: { preventBy: relation.day("2026-11-24") },
    book: { note: [mistakeIn(pick, { ...outline(pick), offer: pick("I'd like to write to those customers for you, at no cost", "ওই গ্রাহকদের কাছে আমিই দুঃখ প্রকাশ করে লিখতে চাই, কোনো খরচ ছাড়া") })] },
  }),
  little: (pick) => ({ about: { noteId: "mistake" }, book: { note: [mistakeIn(pick, outline(pick))] } }),
  none: (pick) => ({ about: { noteId: "mistake" }, book: { note: [mistakeIn(pick, { events: [], explanation: pick("The shop was down from 10:15 to 10:40.", "সকাল ১০টা ১৫ থেকে ১০টা ৪০ পর্যন্ত শপ বন্ধ ছিল।") })] }, noProject: true }),
});

describe("the private outline of a mistake", () => {
  it("never reaches the message", function () {
    this.timeout(20_000);
    // A text of the outline that the message might hold by chance says nothing, so every one has a word of its own.
    const secret = fc.tuple(fc.uuid(), fc.string({ maxLength: 80 })).map(([id, text]) => `${text} zz${id}`);
    const told = fc.option(fc.lorem(), { nil: undefined });
    const maybe = (name: "explanation" | "fix" | "offer", value: string | undefined) => (value === undefined ? {} : { [name]: value });
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), secret, secret, told, told, told, fc.constantFrom("en", "bn"), fc.constantFrom("friendly", "formal"), (events, why, what, explanation, fix, offer, language, tone) => {
        const note: Note = {
          ...mistakeIn((en) => en, { events: events.map((text) => ({ text, at: relation.now })), why, ...maybe("explanation", explanation), ...maybe("fix", fix), ...maybe("offer", offer) }),
          text: what,
        };
        const message = messageOf("mistake", inputOf(language, tone, { about: { noteId: "mistake" }, book: { note: [note] } }));
        for (const text of [...events, why, what]) assert.ok(!message.includes(text.slice(text.lastIndexOf("zz"))), message);
      }),
      { numRuns: 100 },
    );
  });
});

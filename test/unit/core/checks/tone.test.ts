import assert from "node:assert/strict";
import type { MessageKind } from "../../../../src/core/book/messageKind";
import type { Language } from "../../../../src/core/book/fields";
import { findings, marked } from "./checking";

const told = (rule: string, text: string, language: Language, kind: MessageKind): boolean => marked(rule, text, { language, kind }).length > 0;
const each = (rule: string, language: Language, kind: MessageKind, said: readonly string[], left: readonly string[]) => {
  assert.deepEqual(said.filter((text) => !told(rule, text, language, kind)), [], `${rule}: not found`);
  assert.deepEqual(left.filter((text) => told(rule, text, language, kind)), [], `${rule}: found for nothing`);
};

describe("tone, by how it is built", () => {
  it("blame: what they did or left undone, their cause, what would be without them, days and times counted", () => {
    each("blame", "en", "progress", [
      "You never confirmed the opening hours.", "Your accountant still hasn't signed the offer.", "The menu is late because your cook kept changing the dishes.", "You moved the photos twice, so I had to start again.", "Your indecision has cost us a week.",
      "I've been waiting for your reply since Monday.", "You should have told me about the second shop.", "If we had known about the sale, the banner would be online.", "Your office took eleven days to answer.", "It was your printer's mistake.", "The delay is on your side.", "Whoever built the old page made a terrible mess of it.", "I have reminded you three times.", "You keep sending other texts.",
    ], [
      "I still need the opening hours from you to go on.", "While we wait for the texts, the pages show sample ones.", "You haven't lost anything.", "If you haven't paid yet, here is the link again.", "You should have received an email with the file.", "You asked for a second language, so the offer has a line for it.", "You've paid the invoice, so you don't have to do anything.", "Thank you: because of your quick answers we are a day early.", "Could you send the photos by Tuesday?", "The photos arrived on Wednesday.", "You can't break anything there.", "It's up to you to decide.", "Your customers have never asked for it.", "How often do you need the report?", "Your shop sold 300 lamps last week, so the list is longer.",
    ]);
    each("blame", "bn", "progress", [
      "আপনি এখনো মেনু জানাননি।", "আপনার হিসাবরক্ষক সই করেননি, তাই কাজ থেমে আছে।", "আপনি বারবার ছবি বদলানোয় কাজটা পিছিয়ে গেছে।", "আগে জানালে এই ঝামেলা হতো না।", "আপনার সিদ্ধান্তের জন্য দুই সপ্তাহ ধরে অপেক্ষা করছি।", "আপনাদের অফিসের গাফিলতিতে এমন হলো।", "কতবার মনে করিয়ে দিয়েছি!", "আপনার জানানো উচিত ছিল।",
    ], [
      "এগোতে হলে মেনুটা লাগবে।", "আপনার জন্য একটা সমস্যা ঠিক করে রেখেছি।", "আপনার ছবিগুলো আজ পেয়েছি।", "২৪ নভেম্বর, মঙ্গলবারের মধ্যে জানালে ভালো হতো।", "আপনি যা চেয়েছিলেন, তা-ই আছে।", "আপনার জন্যই কাজটা এক দিন আগে শেষ হলো, ধন্যবাদ।", "পেজ এখন দ্রুত খোলে, আগে নয় সেকেন্ড লাগত।", "আপনি কি মেনুটা দেখেছেন?",
    ]);
  });
  it("excuse: a cause from my own life and tools, where something is late", () => {
    each("excuse", "en", "status", [
      "Nothing new, my son had a fever.", "The page isn't ready, our router died on Tuesday.", "Sorry for the silence, two other clients kept me busy.", "Not finished: I was stuck in traffic all afternoon.", "It isn't done, we celebrated Eid until Thursday.", "Little to show, my designer quit.", "I couldn't answer, there was a power cut.",
    ], [
      "All is on time, though my son had a fever.", "The backup failed on Monday, so the list was not complete.", "Two other things are not finished: the footer and the map.", "Traffic to the shop was lower yesterday.", "The app now works without internet; the map does not yet.", "The import needed the whole day and is not finished.", "A bug in the form kept the orders waiting.", "Your mail is answered within 24 hours, not later.", "Your own team could not log in.",
    ]);
    each("excuse", "bn", "status", ["ছেলের জ্বর ছিল বলে কাজ হয়নি।", "সারা দিন কারেন্ট ছিল না, তাই এগোয়নি।", "অন্য ক্লায়েন্টের কাজে আটকে ছিলাম, তাই দেরি হলো।", "জ্যামে আটকে ছিলাম, তাই ঢুকতে পারিনি।"], ["পরীক্ষা চলছে, এখনো শেষ হয়নি।", "মোবাইলে মেনু কাজ করছিল না, ঠিক করেছি।", "সার্ভারে চাপ ছিল, তাই ধীর ছিল।", "তালিকার বাইরে কিছু ছিল না।"]);
    assert.deepEqual(marked("excuse", "The list moves to Friday, 27 November. I was ill for two days. I'm sorry.", { kind: "delay" }), [], "said once, with the new day");
  });
  it("defensive: not I, I said so, you wished it, as bidden, it happens to all", () => {
    each("defensive", "en", "feedback", [
      "That is not our responsibility.", "As I already explained, the header is fixed.", "The layout was your decision.", "The colour was your wish, not mine.", "I only built what the brief says.", "Anyone could have made that mistake.", "How was I supposed to know?", "Nobody told me about the sale.", "I worked through the night on it.", "No other client has ever complained.", "I'm sorry if you feel ignored.", "It works fine on my phone.",
    ], [
      "I've gone with the green that you chose.", "You're right, the header is too high.", "It is not part of what we agreed.", "I have already asked the bank.", "We've also noted the second point.", "I see no problem with adding it.", "You need to accept the invitation first.", "As far as I can see, no order was lost.", "Everyone can see the prices again.", "What should I do differently?", "The order was not saved.",
    ]);
    each("defensive", "bn", "feedback", ["এটা আমার দোষ নয়।", "শুরুতেই বলেছিলাম এটা হবে না।", "রংটা আপনারই পছন্দ ছিল।", "আপনি যা বলেছেন, আমি ঠিক তা-ই করেছি।", "এমন ভুল যে কারও হতে পারত।", "আমাকে কেউ কিছু বলেনি।", "আমার ফোনে তো ঠিকই চলছে।"], ["আপনি যে সবুজ রংটা বেছেছিলেন, সেটাই রেখেছি।", "ঠিকই বলেছেন, হেডারটা উঁচু।", "এটা চুক্তির মধ্যে ছিল না, তাই হিসাবটা জানাচ্ছি।", "সবাই এখন দাম দেখতে পান।"]);
  });
  it("softened: small words, almost done, good news, nothing to worry about", () => {
    each("softened", "en", "problem", ["A minor glitch hid the prices.", "The good news: it runs.", "We're almost there.", "No reason to panic.", "Hardly anyone noticed.", "It was only down for a few minutes."], ["The prices were hidden from 9 to 10.", "Two orders were affected.", "It runs again since 10:00."]);
    each("softened", "bn", "problem", ["সামান্য একটু গোলমাল হয়েছিল।", "কাজ প্রায় শেষ।", "চিন্তার কোনো কারণ নেই।", "কেউ টেরই পায়নি।"], ["৯টা থেকে ১০টা দাম দেখা যায়নি।", "দুটো অর্ডারে প্রভাব পড়েছে।"]);
  });
  it("promiseDate: assurance is no date", () => {
    each("promiseDate", "en", "status", ["Consider it done.", "It won't take long.", "It's next in the queue and will be ready.", "You can count on me."], ["You can count on the report every Friday.", "It will be ready at 16:00."]);
    each("promiseDate", "bn", "status", ["কথা দিচ্ছি, হয়ে যাবে।", "আজকালের মধ্যেই পেয়ে যাবেন।", "ঠিক করে দেব, তারপর জানাব।"], ["আজ বিকাল ৪টার মধ্যে ঠিক করে দেব।", "পরের আপডেটে জানাব।"]);
  });
  it("is never more than a warning", () => {
    const rude = "You never answered, that's not my fault, my laptop died. আপনি জানাননি, আমার দোষ নয়।";
    assert.ok(findings(rude).length >= 3);
    assert.deepEqual(findings(rude).filter(({ level }) => level === "error"), []);
  });
});

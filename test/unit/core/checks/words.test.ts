import assert from "node:assert/strict";
import { findings, fixed, marked } from "./checking";

describe("what is left over, and how it is said", () => {
  it("placeholder: finds places that nobody filled in", () => {
    assert.deepEqual(marked("placeholder", "Hi [client name], {{date}} and ??? and TODO."), ["{{date}}", "[client name]", "???", "TODO"].sort((a, b) => "Hi [client name], {{date}} and ??? and TODO.".indexOf(a) - "Hi [client name], {{date}} and ??? and TODO.".indexOf(b)));
    assert.deepEqual(marked("placeholder", "প্রিয় [নাম], (এখানে তারিখ লিখুন)।", { language: "bn" }), ["[নাম]", "(এখানে তারিখ লিখুন)", "এখানে তারিখ লিখুন"]);
    assert.deepEqual(marked("placeholder", "The to-do list, [the guide](https://x.example), [x] done, and null and void."), []);
    assert.equal(fixed("placeholder", "One\nHi [name]\nTwo"), "One\nTwo");
  });
  it("emptySection: finds headings over nothing, and items without words", () => {
    assert.deepEqual(marked("emptySection", "**Live now**\n\n**Next**\n- One\n-\n\n**Questions**\n\nRafi"), ["**Live now**", "-", "**Questions**"]);
    assert.deepEqual(marked("emptySection", "**Live now**\n- One\n\n**Should it?**\n\nRafi"), []);
    assert.equal(fixed("emptySection", "**Live now**\n\n**Next**\n- One"), "**Next**\n- One");
  });
  it("otherLanguage: finds lines of work in another language than the message", () => {
    const text = "Hi Sara:\n- ক্রেতারা কার্ডে টাকা দিতে পারেন।\n- Prices show the tax.";
    assert.deepEqual(marked("otherLanguage", text, { items: { ক্রেতারা: "live", Prices: "live" } }), ["ক্রেতারা কার্ডে টাকা দিতে পারেন।"]);
    assert.equal(fixed("otherLanguage", text, { items: { ক্রেতারা: "live", Prices: "live" } }), "Hi Sara:\n- Prices show the tax.");
  });
  it("jargon: finds words of the trade, but not the client's own", () => {
    assert.deepEqual(marked("jargon", "I refactored the backend and the pull request waits."), ["refactored", "backend", "pull request"]);
    assert.deepEqual(marked("jargon", "কোড রিফ্যাক্টর করে merge করেছি।", { language: "bn" }), ["রিফ্যাক্টর", "merge"]);
    assert.deepEqual(marked("jargon", "The API, the login page and two branches of your shop commit to it."), []);
    assert.deepEqual(marked("jargon", "The webhook works.", { client: { needs: "A webhook for each order" } }), []);
    assert.equal(fixed("jargon", "I refactored it."), "I reworked it.");
  });
  it("glossary: puts the client's word", () => {
    assert.equal(fixed("glossary", "Ledger opens quickly."), "Account page opens quickly.");
    assert.equal(fixed("glossary", "The ledger opens quickly."), "The account page opens quickly.");
    assert.deepEqual(marked("glossary", "Ledgers of other kinds, and https://x.example/ledger."), []);
  });
  it("excuse: finds what tells of the writer instead of the work", () => {
    assert.deepEqual(marked("excuse", "I have been super busy lately."), ["I have been super busy"]);
    assert.deepEqual(marked("excuse", "কাজের চাপে সময় পাইনি।", { language: "bn" }), ["কাজের চাপে", "সময় পাইনি"]);
    assert.deepEqual(marked("excuse", "I hope the first days were busy ones. It takes no time. The bank was closed."), []);
    assert.equal(fixed("excuse", "It moves to Friday. My laptop was slow. I'm sorry."), "It moves to Friday. I'm sorry.");
  });
  it("blame: finds whose fault it is said to be", () => {
    assert.deepEqual(marked("blame", "It is late because you failed to send it."), ["because you failed to send it"]);
    assert.equal(marked("blame", "দোষটা আপনারও।", { language: "bn" }).length, 1);
    assert.deepEqual(marked("blame", "I had the photos on Wednesday. Tell me what you would keep."), []);
  });
  it("defensive: finds what argues", () => {
    assert.deepEqual(marked("defensive", "As per my last email, it works on my machine."), ["As per my last email", "it works on my machine"]);
    assert.equal(marked("defensive", "আসলে কেউ বলেনি।", { language: "bn", kind: "mistake" }).length, 2);
    assert.deepEqual(marked("defensive", "আসলে ভাবনাটা সুন্দর।", { language: "bn", kind: "comeback" }), []);
  });
  it("softened: finds delays and mistakes made small, in their kinds alone", () => {
    assert.deepEqual(marked("softened", "A tiny delay.", { kind: "delay" }), ["A tiny delay"]);
    assert.equal(fixed("softened", "There is a tiny delay.", { kind: "delay" }), "There is a delay.");
    assert.equal(marked("softened", "একটু দেরি হবে।", { language: "bn", kind: "delay" }).length, 1);
    assert.deepEqual(marked("softened", "A tiny delay.", { kind: "thanks" }), []);
  });
  it("shouting: lowers the voice", () => {
    assert.equal(fixed("shouting", "THE SHOP IS ONLINE now."), "The shop is online now.");
    assert.equal(fixed("shouting", "Thank you!!!"), "Thank you!");
    assert.deepEqual(marked("shouting", "VAT and the VAT ID stand on every PDF, API and FAQ. Thank you!"), []);
  });
  it("hardToRead: finds sentences that are too long, and words that are", () => {
    assert.equal(findings(`${"and then it went on ".repeat(10)}.`, {}, "hardToRead").length, 1);
    assert.equal(findings("Notwithstanding organisational incompatibilities, the comprehensive authentication infrastructure necessitates additional administrative verification. Subsequent optimisation initiatives systematically facilitate organisational sustainability, consequently accelerating interdepartmental communication and infrastructural modernisation considerably.", {}, "hardToRead").length, 1);
    assert.deepEqual(findings("The search reads the numbers now. It takes a second for those with a dash. I look into that when the cart is finished, on Thursday.", {}, "hardToRead"), []);
    assert.equal(findings(`${"আর কাজটি এভাবে চলতে থাকে ".repeat(9)}।`, { language: "bn" }, "hardToRead").length, 1);
  });
  it("tooLong: counts as the marketplace does, without the subject and the marks", () => {
    const [found] = findings("a".repeat(2600), { place: "fiverr" }, "tooLong");
    assert.deepEqual(found?.message.values, { place: "Fiverr", most: 2500, count: 100 });
    assert.deepEqual(findings(`Subject: x\n\n**${"a".repeat(2495)}**`, { place: "fiverr" }, "tooLong"), []);
    assert.deepEqual(findings("a".repeat(2600), {}, "tooLong"), []);
  });
});

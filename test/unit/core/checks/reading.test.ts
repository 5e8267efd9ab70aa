import assert from "node:assert/strict";
import { readText } from "../../../../src/core/checks/reading";
import { findDates } from "../../../../src/core/checks/find/dates";
import { marked } from "./checking";

const today = "2026-11-20" as never;
const at = (text: string, words: string) => {
  const reading = readText(text);
  const start = reading.text.indexOf(words);
  const { start: from, end } = reading.range(start, start + words.length);
  return text.slice(from, end);
};

describe("a draft as rules read it", () => {
  it("reads both encodings of a letter alike, and leads back to the one that stands there", () => {
    const one = "\u09a6\u09c1\u0983\u0996\u09bf\u09a4, \u09b8\u09ae\u09df \u09aa\u09be\u0987\u09a8\u09bf।";
    const two = one.replaceAll("\u09df", "\u09af\u09bc");
    assert.equal(readText(one).text, readText(two).text);
    assert.equal(at(one, "সময়".normalize("NFC")), "\u09b8\u09ae\u09df");
    assert.equal(at(two, "সময়".normalize("NFC")), "\u09b8\u09ae\u09af\u09bc");
    for (const text of [one, two]) assert.equal(marked("excuse", text, { language: "bn" }).length, 1);
  });
  it("reads over joiners, odd quotes and Bangla digits", () => {
    assert.equal(readText("I’ll send it “soon”, ২৪\u200d নভেম্বর").text, "I'll send it \"soon\", 24 নভেম্বর".normalize("NFC"));
    assert.equal(at("a\u200bb c", "b"), "b");
  });
  it("blanks addresses in its prose and keeps every place", () => {
    const reading = readText("See https://acme.example/soon, or write to a@b.example.");
    assert.equal(reading.prose.length, reading.text.length);
    assert.doesNotMatch(reading.prose, /soon|@/);
    assert.match(reading.prose, /^See +, or write to +\.$/);
  });
  it("ends sentences at marks and at lines, not at abbreviations and numbers", () => {
    const { sentences } = readText("Hi Ms. Rahman, it costs 1.5 times. Is it fine? হ্যাঁ। না।\n- One\n1. Two");
    assert.deepEqual(sentences.map(({ text }) => text), ["Hi Ms. Rahman, it costs 1.5 times.", "Is it fine?", "হ্যাঁ।".normalize("NFC"), "না।", "- One", "1. Two"]);
  });
});

describe("dates in a draft", () => {
  const dates = (text: string) => findDates(readText(text), today).map(({ date }) => date);
  it("are read as our writers write them and as people type them", () => {
    for (const text of ["Thursday, 3 December", "Thu 3 Dec", "December 3rd", "the 3rd of December", "3/12/2026", "2026-12-03", "৩ ডিসেম্বর, বৃহস্পতিবার", "৩ ডিসেম্বরের মধ্যে", "বৃহস্পতিবার, ৩ ডিসেম্বর"]) assert.deepEqual(dates(text), ["2026-12-03"], text);
  });
  it("are the nearest ones, past or coming, and the years that are written", () => {
    assert.deepEqual(dates("13 November, 7 January, 7 January 2029, 30 February"), ["2026-11-13", "2027-01-07", "2029-01-07"]);
  });
  it("are days of the week and tomorrow, too", () => assert.deepEqual(dates("by Tuesday, tomorrow, রবিবারের মধ্যে, আগামীকাল"), ["2026-11-24", "2026-11-21", "2026-11-22", "2026-11-21"]));
  it("are no numbers, versions or words", () => assert.deepEqual(dates("may 24 people march, 3 sat down, version 1.2.2026.1, 24 mon"), ["2027-05-24"].slice(1)));
});

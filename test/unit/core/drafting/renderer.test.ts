import assert from "node:assert/strict";
import { createRenderer } from "../../../../src/core/drafting/textRenderer";
import { writingIn } from "../../../../src/core/language/writing";
import type { PlainDate } from "../../../../src/core/time/types";

const view = { ...writingIn("bn"), today: "2026-11-20" as PlainDate, formal: true, on: "2026-12-03", time: "18:00", n: 7, words: "a {{n}} <b>" };
const render = (template: string, partials: Record<string, string> = {}, more: object = {}) =>
  createRenderer({ template, partials }).render({ ...view, ...more });

describe("templates", () => {
  it("write days, times and numbers in the language of the message", () => {
    assert.equal(render('{{day on}} {{clock time "of"}} {{pieces n}} {{ordinal n}} {{number n}}'), "৩ ডিসেম্বর, বৃহস্পতিবার সন্ধ্যা ৬টার ৭টি সপ্তম ৭\n");
    assert.equal(render('{{plural n "is" "are"}}{{plural "1" "is" "are"}}'), "areis\n");
  });
  it("never run a value as a template, and have no escapes of their own", () => {
    assert.equal(render("{{words}}"), "a {{n}} <b>\n");
  });
  it("reach nothing but the view's own fields", () => {
    assert.equal(render("[{{constructor.name}}{{words.constructor}}{{__proto__.x}}{{list.length}}]"), "[]\n");
    assert.throws(() => render("{{lookup this 'constructor'}}"), /lookup/);
    assert.throws(() => render("{{nothing words}}"), /nothing/);
  });
  it("come to an end", () => {
    assert.throws(() => render("{{> a}}", { a: "{{> a}}" }), RangeError);
    const doubling = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`p${at}`, `{{> p${at + 1}}}{{> p${at + 1}}}`]));
    assert.throws(() => render("{{> p0}}", { ...doubling, p40: "x" }), RangeError);
    const list = Array.from({ length: 100 }, () => "x");
    assert.throws(() => render("{{#each list}}{{#each @root.list}}{{#each @root.list}}x{{/each}}{{/each}}{{/each}}", {}, { list }), RangeError);
    assert.throws(() => render("x".repeat(100_000)), RangeError);
  });
  it("leave no empty lines where a section says nothing", () => {
    assert.equal(render("a\n\n{{#if none}}\nb\n\n{{/if}}\n\n\nc   \n\n"), "a\n\nc\n");
  });
  it("give one partial alone", () => {
    const renderer = createRenderer({ template: "", partials: { heading: "**{{words}}**\n" } });
    assert.equal(renderer.renderPartial("heading", view), "**a {{n}} <b>**");
    assert.equal(renderer.renderPartial("none", view), undefined);
  });
});

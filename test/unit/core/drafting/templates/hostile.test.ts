import assert from "node:assert/strict";
import fc from "fast-check";
import { writingIn } from "../../../../../src/core/language/writing";
import { createRenderer } from "../../../../../src/core/drafting/textRenderer";
import { customRenderer } from "../../../../../src/core/drafting/templates/customRenderer";
import { checkTemplate } from "../../../../../src/core/drafting/templates/check";
import { completionsAt, helpAt } from "../../../../../src/core/drafting/templates/help";
import { variablesOf } from "../../../../../src/core/drafting/templates/variables";
import type { PlainDate } from "../../../../../src/core/time/types";
import { shippedTemplate } from "../../../../golden/templates";

const variables = variablesOf("progress") ?? [];
const shipped = shippedTemplate("en", "progress");
const view = {
  ...writingIn("en"), today: "2026-11-20" as PlainDate, formal: true, addressee: "Sara", signature: Array.from({ length: 100 }, (_, at) => `line ${at}`),
  live: { items: [{ id: "a", text: "Added {{constructor}} <b>" }] }, list: Array.from({ length: 200 }, () => "x".repeat(500)),
};
const piece = fc.constantFrom(
  "{{", "}}", "{{{", "}}}", "{{#if formal}}", "{{#each signature}}", "{{#each @root.list}}", "{{#with live}}", "{{/if}}", "{{/each}}", "{{/with}}", "{{else}}", "{{^}}", "{{> lines signature}}", "{{> list live}}",
  "{{> @partial-block}}", '{{#*inline "a"}}', "{{/inline}}", "{{> a}}", "{{#> lines}}", "{{/lines}}", "{{lookup this 'constructor'}}", "{{constructor}}", "{{__proto__}}", "{{this.constructor.constructor}}", "{{@root.__proto__}}",
  "{{log today}}", "{{helperMissing}}", "{{#blockHelperMissing}}{{/blockHelperMissing}}", "{{[constructor]}}", "{{../../today}}", "{{day today}}", "{{sentence (sentence addressee)}}", "{{#subject}}x{{/subject}}", "{{{{raw}}}}", "{{{{/raw}}}}",
  "{{!-- c --}}", "{{! c }}", "\\{{x}}", "{{#each signature as |s|}}{{s}}{{/each}}", "{{addressee}}", "text", "\n", "”", "অ", "\u0000", "{{#each", "as |x|", "=\"",
);
const templates = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(""));

describe("a hostile template", () => {
  it("never blocks a message, runs nothing, and says in one text why it is not used", () => {
    fc.assert(
      fc.property(templates, (template) => {
        const why: string[] = [];
        const fallback = createRenderer({ template: "shipped", partials: {} });
        const text = customRenderer({ template, partials: shipped.partials }, "progress", fallback, ({ id }) => why.push(id)).render(view);
        assert.ok(why.length <= 1);
        assert.equal(why.length === 1 && text !== "shipped\n", false);
        assert.doesNotMatch(text, /native code|\[object|function/);
      }),
      { numRuns: 400 },
    );
  });

  it("is checked, completed and explained at any place without a fall", () => {
    const partials = Object.keys(shipped.partials);
    fc.assert(
      fc.property(templates, fc.double({ min: 0, max: 1, noNaN: true }), (template, share) => {
        for (const { at } of checkTemplate(template, { variables, partials: shipped.partials, obligatory: [] })) {
          assert.ok(at.start.line >= 0 && at.end.line <= template.split("\n").length);
        }
        const offset = Math.floor(share * template.length);
        completionsAt(template, offset, { variables, partials });
        helpAt(template, offset, { variables, partials });
      }),
      { numRuns: 400 },
    );
  });

  it("is stopped by steps and by size, however it is nested", () => {
    const why = (template: string, data: object = {}) => {
      const told: string[] = [];
      const began = performance.now();
      const text = customRenderer({ template, partials: shipped.partials }, "progress", createRenderer({ template: "shipped", partials: {} }), ({ id }) => told.push(id)).render({ ...view, ...data });
      assert.ok(performance.now() - began < 5000);
      return [text, ...told];
    };
    const each = (depth: number): string => (depth === 0 ? "x" : `{{#each @root.signature}}${each(depth - 1)}{{/each}}`);
    assert.deepEqual(why(each(3)), ["shipped\n", "template.endless"]);
    const long = Array.from({ length: 100 }, () => "x".repeat(500));
    assert.deepEqual(why("{{#each signature}}{{#each @root.signature}}{{this}}{{/each}}{{/each}}", { signature: long.slice(0, 60) }), ["shipped\n", "template.endless"]);
  });

  it("cannot bring in partials of its own, which would not be counted", () => {
    const renderer = createRenderer({ template: '{{#*inline "a"}}{{> a}}{{> a}}{{/inline}}{{> a}}', partials: {} });
    assert.throws(() => renderer.render(view));
  });

  it("reads own properties only", () => {
    const text = createRenderer({ template: "[{{signature.constructor}}{{live.items.__proto__}}{{live.items.0.text.constructor}}{{[constructor]}}{{@root.constructor}}]", partials: {} }).render(view);
    assert.equal(text, "[]\n");
  });
});

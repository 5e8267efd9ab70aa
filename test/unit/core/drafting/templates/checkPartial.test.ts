import assert from "node:assert/strict";
import fc from "fast-check";
import type { Language } from "../../../../../src/core/book/fields";
import { checkPartial, using, variablesIn } from "../../../../../src/core/drafting/templates/checkPartial";
import { templateKinds } from "../../../../../src/core/drafting/templates/reference";
import { shippedTemplate } from "../../../../golden/templates";

const of = (language: Language) => {
  const { partials } = shippedTemplate(language, "progress");
  return { partials, messages: templateKinds().map((kind) => ({ kind, template: shippedTemplate(language, kind).template })) };
};
const english = of("en");
const check = (name: string, text: string, more: Readonly<Record<string, string>> = {}) =>
  checkPartial(text, { ...english, partials: { ...english.partials, ...more }, name, shipped: english.partials[name] }).map(({ problem, severity, at }) => [problem.id, severity, problem.values?.["name"], at.start.character] as const);

describe("checking a partial of the user's own", () => {
  for (const language of ["en", "bn"] as const)
    for (const [name, text] of Object.entries(of(language).partials))
      it(`finds nothing in what ships, which some message uses: ${language}/${name}`, () => {
        const names = of(language);
        assert.ok(using(name, names.partials, names.messages).length > 0);
        assert.deepEqual(checkPartial(text, { ...names, name, shipped: text }), []);
      });

  it("finds what no message that uses it has, where it stands", () => {
    assert.deepEqual(check("headingLive", "To try {{nothing}}"), [["template.unknownVariable", "error", "nothing", 9]]);
    assert.deepEqual(check("lines", "{{#each this}}{{shout this}}{{/each}}").map(([id]) => id), ["template.unknownHelper"]);
    assert.deepEqual(check("lines", "{{#each this}}{{sentence this}}{{/each}}{{> nix}}").map(([id, , name]) => [id, name]), [["template.unknownPartial", "nix"]]);
    assert.equal(check("lines", "{{#each this}}")[0]?.[0], "template.unclosed");
    assert.equal(check("lines", "x".repeat(70_000))[0]?.[0], "template.tooLong");
  });

  it("warns of what only some of the messages have", () => {
    const found = check("signature", "{{#each signature}}{{this}}{{/each}} {{live.items}}");
    assert.deepEqual(found.map(([id, severity, name]) => [id, severity, name]), [["template.unknownInKinds", "warning", "live.items"]]);
  });

  it("warns of messages that no longer tell what they should", () => {
    assert.deepEqual(check("list", "nothing").filter(([id]) => id.startsWith("template.untold")), []);
    const told = check("notes", "nothing");
    assert.ok(told.some(([id, , name]) => id.startsWith("template.untoldInKind") && name === "blockers"), JSON.stringify(told));
  });

  it("knows the round that a partial goes, and how deep it lies", () => {
    assert.deepEqual(check("signature", "a {{> signature}}").map(([id, , , at]) => [id, at]), [["template.circular", 2]]);
    assert.deepEqual(check("signature", "{{> a}}", { a: "{{> b}}", b: "{{> signature}}" }).map(([id]) => id), ["template.circular"]);
    const deep = Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`p${at}`, at < 13 ? `{{> p${at + 1}}}` : "x"]));
    assert.deepEqual(check("signature", "{{> p0}}", deep).map(([id]) => id), ["template.tooDeep"]);
  });

  it("knows what can be named in it: the fields of what it is called with", () => {
    const names = (name: string) => variablesIn(name, english).map((variable) => variable.name);
    assert.ok(names("signature").includes("addressee"));
    assert.ok(names("list").includes("groups") && !names("list").includes("addressee"), names("list").join(" "));
    assert.deepEqual(names("unused"), []);
  });

  it("comes to an end whatever partials call, without a fall", () => {
    const name = fc.constantFrom("a", "b", "c", "signature", "list", "constructor", "nix");
    const piece = fc.oneof(name.map((one) => `{{> ${one}}}`), fc.constantFrom("{{#if formal}}", "{{/if}}", "{{#each signature}}", "{{/each}}", "{{", "}}", "x", "{{> (a)}}", "{{#> a}}{{/a}}", "{{> a x=formal}}", "{{../x}}"));
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(fc.property(text, text, text, (one, a, b) => void checkPartial(one, { ...english, name: "signature", shipped: "", partials: { ...english.partials, a, b }, messages: english.messages.slice(0, 2) })), { numRuns: 150 });
  });
});

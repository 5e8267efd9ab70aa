import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { messageKinds, type MessageKind } from "../../../../../src/core/book/messageKind";
import { checkTemplate } from "../../../../../src/core/drafting/templates/check";
import { obligatoryIn, readPart } from "../../../../../src/core/drafting/templates/obligatory";
import { variablesOf } from "../../../../../src/core/drafting/templates/variables";
import { shippedTemplate } from "../../../../golden/templates";

const variables = variablesOf("progress") ?? [];
const { partials } = shippedTemplate("en", "progress");
const check = (text: string, obligatory: readonly string[] = []) => checkTemplate(text, { variables, partials, obligatory: obligatory.map(readPart) });
const said = (text: string) => check(text).map(({ problem, at }) => [problem.id, problem.values?.["name"], at.start.line, at.start.character, at.end.character]);

describe("checking a template of the user's own", () => {
  for (const language of ["en", "bn"] as const)
    for (const kind of readdirSync(`templates/${language}`).filter((file) => file.endsWith(".hbs")).map((file) => file.replace(".hbs", "") as MessageKind))
      it(`finds nothing in what ships: ${language}/${kind}`, () => {
        const shipped = shippedTemplate(language, kind);
        const known = variablesOf(kind);
        assert.ok(known, `no variables are declared for ${kind}`);
        assert.deepEqual(checkTemplate(shipped.template, { variables: known, partials: shipped.partials, obligatory: obligatoryIn(kind) }), []);
      });

  it("finds what is not there, where it stands", () => {
    assert.deepEqual(said("Hi {{adressee}}"), [["template.unknownVariable", "adressee", 0, 5, 13]]);
    assert.deepEqual(said("a\n{{shout addressee}}"), [["template.unknownHelper", "shout", 1, 2, 7]]);
    assert.deepEqual(said("{{> signatur}}"), [["template.unknownPartial", "signatur", 0, 4, 12]]);
    assert.deepEqual(said("{{#each live.items}}{{txt}}{{/each}}"), [["template.unknownVariable", "txt", 0, 22, 25]]);
    assert.deepEqual(said("{{#if next}}{{next.due.onn}}{{/if}}"), [["template.unknownVariable", "next.due.onn", 0, 14, 26]]);
    assert.deepEqual(said("{{sentence (sentence nix)}}"), [["template.unknownVariable", "nix", 0, 21, 24]]);
    assert.deepEqual(said("{{lookup this 'constructor'}}{{log today}}").map(([id]) => id), ["template.unknownHelper", "template.unknownHelper"]);
    assert.deepEqual(said("{{constructor}}{{__proto__.x}}").map(([id]) => id), ["template.unknownVariable", "template.unknownVariable"]);
  });

  it("knows where names begin anew", () => {
    assert.deepEqual(said("{{#each live.items}}{{text}}{{../today}}{{@root.addressee}}{{@first}}{{this.text}}{{/each}}"), []);
    assert.deepEqual(said("{{#each live.groups as |group|}}{{#each items}}{{group.milestone}}{{/each}}{{/each}}"), []);
    assert.deepEqual(said("{{#with next}}{{title}}{{#with due}}{{day on}}{{/with}}{{/with}}{{#each signature}}{{this}}{{/each}}"), []);
    assert.deepEqual(said("{{#next}}{{title}}{{/next}}"), []);
    assert.deepEqual(said("{{#if next}}{{title}}{{/if}}").map(([, name]) => name), ["title"]);
    assert.deepEqual(said("{{../today}}").map(([, name]) => name), ["../today"]);
  });

  it("says which block is open, and which end is missing", () => {
    assert.deepEqual(said("a\n{{#if formal}}b\n{{#each asked}}x{{/each}}"), [["template.unclosed", "if", 1, 0, 14]]);
    assert.deepEqual(check("{{#if formal}}{{/each}}").map(({ problem, at }) => [problem.id, problem.values, at.start.character]), [["template.mismatch", { open: "if", close: "each" }, 14]]);
    assert.deepEqual(said("a\nHi {{addressee"), [["template.unended", undefined, 1, 3, 14]]);
    assert.equal(said("{{/if}}")[0]?.[0], "template.unreadable");
    assert.equal(said("x".repeat(70_000))[0]?.[0], "template.tooLong");
  });

  it("has no use for what could go on for ever or reach elsewhere", () => {
    assert.deepEqual(said('{{#*inline "a"}}{{> a}}{{/inline}}').map(([id]) => id), ["template.notAllowed"]);
    assert.deepEqual(said("{{#> lines}}x{{/lines}}").map(([id]) => id), ["template.notAllowed"]);
    assert.deepEqual(said("{{> (sentence today)}}").map(([id]) => id), ["template.notAllowed"]);
    assert.deepEqual(said("{{> @partial-block}}").map(([id]) => id), ["template.unknownPartial"]);
  });

  it("warns of what a message of the kind should tell; partials tell it as well", () => {
    const missing = (text: string) => check(text, ["live", "question|questions"]).map(({ severity, problem }) => [severity, problem.values?.["name"]]);
    assert.deepEqual(missing("hello"), [["warning", "live"], ["warning", "question"]]);
    assert.deepEqual(missing("{{#if live}}{{> list live}}{{/if}}{{> notes}}"), []);
    assert.deepEqual(missing("{{#if live}}Much is live.{{/if}}{{#if question}}?{{/if}}"), [["warning", "live"], ["warning", "question"]]);
  });

  it("lets a yes or no be told by what it decides", () => {
    assert.deepEqual(check("{{#if bare}}Nothing new.{{/if}}", ["bare?"]), []);
    assert.deepEqual(check("Nothing new.", ["bare?"]).map(({ problem }) => problem.values?.["name"]), ["bare"]);
  });

  it("has something to hold every kind to", () => {
    for (const kind of messageKinds) assert.ok(obligatoryIn(kind).length > 2, kind);
  });
});

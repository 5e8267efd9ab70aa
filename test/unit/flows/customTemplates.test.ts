import assert from "node:assert/strict";
import type { Language } from "../../../src/core/book/fields";
import { renderPreview } from "../../../src/core/drafting/templates/preview";
import { templateKinds } from "../../../src/core/drafting/templates/reference";
import { makeSay } from "../../../src/core/language/makeSay";
import type { Text } from "../../../src/core/say";
import { composeUpdate } from "../../../src/flows/draftUpdate";
import { previewMessage } from "../../../src/flows/previewMessage";
import { createRenderers } from "../../../src/flows/renderers";
import { shippedTemplates } from "../../../src/storage/shippedTemplates";
import english from "../../../l10n/bundle.l10n.json";
import { shippedTemplate } from "../../golden/templates";
import { createRepo } from "../../support/gitRepo";
import { openDesk } from "./desk";

const say = makeSay({ bundle: english, language: "en", digits: "latin", format: (text, values) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name) });
const shipped = shippedTemplates;

async function deskWith(template: string | undefined, partials: Readonly<Record<string, string>> = {}) {
  const repo = createRepo();
  repo.commit("Add coupons at the checkout");
  const desk = await openDesk({ repos: [repo] });
  const told: Text[] = [];
  const toldOf: (string | undefined)[] = [];
  let text = template;
  let own = partials;
  const file = (one: string) => ({ place: "user" as const, path: "x", text: one });
  const renderers = createRenderers(shipped, {
    templates: { 
      find: () => Promise.resolve(text === undefined ? undefined : file(text)),
      partials: () => Promise.resolve(Object.fromEntries(Object.entries(own).map(([name, one]) => [name, file(one)]))),
    },
    notUsed: (_template, _kind, why, partial) => {
      told.push(why);
      toldOf.push(partial);
    },
  });
  return { ...desk, told, toldOf, deps: { ...desk.deps, renderers, say }, use: (next: string | undefined) => void (text = next), usePartials: (next: typeof own) => void (own = next) };
}

describe("a message from the user's own template", () => {
  it("says what the template says, with the same helpers and partials", async () => {
    const desk = await deskWith("Dear {{addressee}}!\n\n{{#if ready}}{{> list ready}}{{/if}}\n{{> signature}}");
    const { provenance } = await composeUpdate(desk.project(), { from: "beginning" }, desk.deps);
    assert.match(provenance.rendered, /^Dear Acme!\n\n- Added coupons at the checkout\.\n/);
    assert.equal(provenance.items[0]?.line, 2);
    assert.deepEqual(desk.told, []);
  });

  for (const [what, broken, why] of [
    ["is not closed", "Hi {{#if formal}}there", "template.unclosed"],
    ["names what is not there", "Hi {{adressee}}", "template.unknownVariable"],
    ["calls what it may not", "{{lookup this 'constructor'}}", "template.unknownHelper"],
  ] as const)
    it(`is written from the shipped one where it ${what}, which is said once`, async () => {
      const desk = await deskWith(broken);
            const plain = await composeUpdate(desk.project(), { from: "beginning" }, { ...desk.deps, renderers: createRenderers(shipped) });
      const { provenance } = await composeUpdate(desk.project(), { from: "beginning" }, desk.deps);
      assert.equal(provenance.rendered, plain.provenance.rendered);
      await composeUpdate(desk.project(), { from: "beginning" }, desk.deps);
      assert.deepEqual(desk.told.map(({ id }) => id), [why]);
    });

  it("follows each change of the file, and its going", async () => {
    const desk = await deskWith("one");
        const text = async () => (await composeUpdate(desk.project(), { from: "beginning" }, desk.deps)).provenance.rendered;
    assert.equal(await text(), "one\n");
    desk.use("two");
    assert.equal(await text(), "two\n");
    desk.use(undefined);
    assert.match(await text(), /Added coupons/);
  });
});

describe("a message with the user's own partials", () => {
  const written = async (partials: Readonly<Record<string, string>>, template?: string) => {
    const desk = await deskWith(template, partials);
    const write = async () => (await composeUpdate(desk.project(), { from: "beginning" }, desk.deps)).provenance.rendered;
    return { ...desk, write };
  };

  it("has them in the place of the shipped ones, in a shipped template as in one of the user's own", async () => {
    const desk = await written({ signature: "Yours,\n{{#each signature}}\n{{this}}\n{{/each}}", headingReady: "## To try\n" });
    assert.match(await desk.write(), /## To try\n- Added coupons[^]*Yours,\n/);
    desk.use("{{> headingReady}}\n{{> mine thanks=addressee}}");
    desk.usePartials({ headingReady: "## To try\n", mine: "Bye {{thanks}}" });
    assert.equal(await desk.write(), "## To try\nBye Acme\n");
    assert.deepEqual(desk.told, []);
  });

  it("follows each change of them, and their going", async () => {
    const desk = await written({ headingReady: "one\n" });
    assert.match(await desk.write(), /^one$/m);
    desk.usePartials({ headingReady: "two\n" });
    assert.match(await desk.write(), /^two$/m);
    desk.usePartials({});
    assert.match(await desk.write(), /Finished, not live yet/);
  });

  for (const [what, partials, why] of [
    ["is not closed", { headingReady: "{{#if formal}}" }, { headingReady: "template.unclosed" }],
    ["names what this message does not have", { headingReady: "{{offer}}" }, { headingReady: "template.unknownVariable" }],
    ["calls itself", { headingReady: "{{> headingReady}}" }, { headingReady: "template.circular" }],
    ["calls what calls it back", { headingReady: "{{> a}}", a: "{{> headingReady}}" }, { headingReady: "template.circular", a: "template.circular" }],
    ["calls what is not there", { headingReady: "{{> nothing}}" }, { headingReady: "template.unknownPartial" }],
    ["lies too deep", { headingReady: "{{> p0}}", ...Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`p${at}`, at < 13 ? `{{> p${at + 1}}}` : "x"])) }, { headingReady: "template.tooDeep", p0: "template.tooDeep", p1: "template.tooDeep" }],
    ["is called twice, and twice again", { headingReady: "{{> p0}}", ...Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`p${at}`, at < 9 ? `{{> p${at + 1}}}`.repeat(9) : "x"])) }, undefined],
    ["makes one of its own", { headingReady: '{{#*inline "a"}}x{{/inline}}' }, { headingReady: "template.notAllowed" }],
  ] as const)
    it(`has the shipped one where a partial ${what}, which is said once`, async () => {
      const desk = await written(partials);
      assert.match(await desk.write(), /\*\*Finished, not live yet\*\*\n- Added coupons/);
      assert.equal(await desk.write(), await desk.write());
      const told = new Map(desk.toldOf.map((name, at) => [name ?? "", desk.told[at]?.id]));
      assert.equal(told.size, desk.toldOf.length, "each is told once");
      if (why) assert.deepEqual(Object.fromEntries(told), why);
      else assert.ok(told.has("headingReady"));
    });

  it("does not hear of one that it does not use", async () => {
    const desk = await written({ moneySignature: "{{#if formal}}" });
    assert.match(await desk.write(), /Added coupons/);
    assert.deepEqual(desk.told, []);
  });

  it("finds out which one writes too much, and keeps the others", async () => {
    const desk = await written({ headingReady: "{{> much}}".repeat(6), much: "x".repeat(60_000), signature: "Yours" });
    const text = await desk.write();
    assert.match(text, /Finished, not live yet[^]*\nYours\n$/);
    assert.ok(desk.toldOf.includes("headingReady") && !desk.toldOf.includes("signature"), String(desk.toldOf));
  });
});

describe("the preview of a template", () => {
  for (const language of ["en", "bn"] as const satisfies readonly Language[])
    for (const kind of templateKinds())
      it(`shows what a draft would say, and keeps nothing: ${language}/${kind}`, async () => {
        const desk = await deskWith(undefined);
        const before = JSON.stringify(desk.book.current());
        const previewed = await previewMessage(kind, desk.client().id, language, desk.deps);
        assert.equal(JSON.stringify(desk.book.current()), before);
        assert.deepEqual(await desk.drafts.list(), []);
        if (previewed.is === "none") { assert.ok(previewed.why.id, kind); return; }
        const { text, notUsed } = renderPreview(shippedTemplate(language, kind), kind, await desk.deps.renderers.of(kind, language), previewed);
        assert.equal(notUsed, undefined);
        assert.ok(text.length > 20, text);
        assert.doesNotMatch(text, /[\ue100-\uf8ff]|undefined|\[object/u);
        return undefined;
      });

  it("of an update is the update", async () => {
    const desk = await deskWith(undefined);
    const { provenance } = await desk.draft();
    const previewed = await previewMessage("progress", desk.client().id, "en", desk.deps);
    assert.ok(previewed.is === "view");
    assert.equal(renderPreview(shippedTemplate("en", "progress"), "progress", await desk.deps.renderers.of("progress", "en"), previewed).text, provenance.rendered);
  });

  it("of a broken template is the shipped one, with the reason", async () => {
    const desk = await deskWith(undefined);
    const previewed = await previewMessage("progress", desk.client().id, "en", desk.deps);
    assert.ok(previewed.is === "view");
    const shown = renderPreview({ ...shippedTemplate("en", "progress"), template: "{{#if formal}}" }, "progress", await desk.deps.renderers.of("progress", "en"), previewed);
    assert.equal(shown.notUsed?.why.id, "template.unclosed");
    assert.match(shown.text, /Added coupons/);
  });
});

import assert from "node:assert/strict";
import type { Language } from "../../../src/core/book/fields";
import { renderPreview } from "../../../src/core/drafting/templates/preview";
import { templateKinds } from "../../../src/core/drafting/templates/reference";
import { makeSay } from "../../../src/core/language/makeSay";
import type { Text } from "../../../src/core/say";
import { composeUpdate } from "../../../src/flows/draftUpdate";
import { previewMessage } from "../../../src/flows/previewMessage";
import { createRenderers } from "../../../src/flows/renderers";
import { compiledTemplate } from "../../../src/storage/compiledTemplates";
import { createShippedTemplates } from "../../../src/storage/shippedTemplates";
import english from "../../../l10n/bundle.l10n.json";
import { shippedTemplate } from "../../golden/templates";
import { createRepo } from "../../support/gitRepo";
import { openDesk } from "./desk";

const say = makeSay({ bundle: english, language: "en", digits: "latin", format: (text, values) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name) });
const shipped = createShippedTemplates("templates", compiledTemplate);

async function deskWith(template: string | undefined) {
  const repo = createRepo();
  repo.commit("Add coupons at the checkout");
  const desk = await openDesk({ repos: [repo] });
  const told: Text[] = [];
  let text = template;
  const renderers = createRenderers(shipped, {
    templates: { find: () => Promise.resolve(text === undefined ? undefined : { place: "user", path: "x", text }), partials: () => Promise.resolve(ownPartials) },
    notUsed: (_template, _kind, why) => told.push(why),
  });
  return { ...desk, told, deps: { ...desk.deps, renderers, say }, use: (next: string | undefined) => void (text = next) };
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
    assert.equal(shown.notUsed?.id, "template.unclosed");
    assert.match(shown.text, /Added coupons/);
  });
});

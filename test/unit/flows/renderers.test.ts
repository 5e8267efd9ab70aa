import assert from "node:assert/strict";
import { createRenderers } from "../../../src/flows/renderers";
import { shippedTemplates } from "../../../src/storage/shippedTemplates";

describe("renderers", () => {
  it("are made once for each kind and language", async () => {
    const renderers = createRenderers(shippedTemplates);
    const english = await renderers.of("progress", "en");
    assert.equal(await renderers.of("progress", "en"), english);
    assert.notEqual(await renderers.of("progress", "bn"), english);
  });

  it("a template that is not there is looked for again", async () => {
    const texts = new Map<string, string>();
    const renderers = createRenderers({ template: (name) => Promise.resolve(texts.get(name)), partials: () => Promise.resolve({}) });
    await assert.rejects(renderers.of("delay", "en"), /no template en\/delay/);
    texts.set("en/delay", "Late.");
    assert.ok(await renderers.of("delay", "en"));
  });
});

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createCompiledRenderer } from "../../../src/core/drafting/compiledRenderer";
import { createRenderer } from "../../../src/core/drafting/textRenderer";
import { writingIn } from "../../../src/core/language/writing";
import type { PlainDate } from "../../../src/core/time/types";
import { shippedTemplates } from "../../../src/storage/shippedTemplates";

const namesIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(".hbs")).map((name) => name.slice(0, -".hbs".length));

describe("the shipped templates", () => {
  for (const language of ["en", "bn"] as const) {
    it(`are those of this repository, and say the same as they are written and compiled (${language})`, async () => {
      const names = namesIn(`templates/${language}`);
      assert.ok(names.includes("progress"));
      const partials = await shippedTemplates.partials(language);
      assert.deepEqual(Object.keys(partials).sort(), [...namesIn(`templates/${language}/partials`)].sort());
      for (const [name, text] of Object.entries(partials)) assert.equal(text, readFileSync(`templates/${language}/partials/${name}.hbs`, "utf8"));
      const view = { ...writingIn(language), today: "2026-11-20" as PlainDate, formal: true, addressee: "Sara", signature: ["Rafi"], bare: true };
      for (const name of names) {
        const template = await shippedTemplates.template(`${language}/${name}`);
        const compiled = await shippedTemplates.compiled(`${language}/${name}`);
        assert.ok(template !== undefined && compiled, name);
        assert.equal(template, readFileSync(`templates/${language}/${name}.hbs`, "utf8"));
        assert.deepEqual(Object.keys(compiled.partials).sort(), Object.keys(partials).sort());
        const written = createCompiledRenderer(compiled).render(view);
        assert.ok(written.includes("Rafi"), name);
        assert.equal(written, createRenderer({ template, partials }).render(view));
      }
    });
  }

  it("go by their names alone", async () => {
    for (const name of ["../secret", "en/../../secret", "secret", "/etc/passwd", "en/partials/greeting", "en\\progress", "fr/progress", "en/Progress", "en/toString", "constructor/name", "en", "constructor", ""]) {
      assert.equal(await shippedTemplates.template(name), undefined, name);
      assert.equal(await shippedTemplates.compiled(name), undefined, name);
    }
  });
});

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createCompiledRenderer } from "../../../src/core/drafting/compiledRenderer";
import { createRenderer } from "../../../src/core/drafting/textRenderer";
import { writingIn } from "../../../src/core/language/writing";
import type { PlainDate } from "../../../src/core/time/types";
import { compiledTemplate } from "../../../src/storage/compiledTemplates";
import { shippedTemplate } from "../../golden/templates";

describe("templates compiled by the build", () => {
  it("are those of every language and kind, and write what their texts write", async () => {
    for (const language of ["en", "bn"] as const) {
      const kinds = readdirSync(`templates/${language}`).filter((file) => file.endsWith(".hbs"));
      assert.ok(kinds.length > 0);
      for (const kind of kinds.map((file) => file.replace(".hbs", ""))) {
        const compiled = await compiledTemplate(`${language}/${kind}`);
        const texts = shippedTemplate(language, kind);
        assert.ok(compiled, kind);
        assert.deepEqual(Object.keys(compiled.partials).sort(), Object.keys(texts.partials).sort());
        const view = { ...writingIn(language), today: "2026-11-20" as PlainDate, formal: true, addressee: "Sara", signature: ["Rafi"], bare: true };
        const written = createCompiledRenderer(compiled).render(view);
        assert.ok(written.includes("Rafi"), kind);
        assert.equal(written, createRenderer(texts).render(view));
      }
    }
  });
  it("are not there under other names", async () => {
    for (const name of ["en", "en/partials", "fr/progress", "en/nothing", "constructor"]) assert.equal(await compiledTemplate(name), undefined, name);
  });
});

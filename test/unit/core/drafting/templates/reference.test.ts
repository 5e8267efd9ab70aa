import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { makeSay } from "../../../../../src/core/language/makeSay";
import { compileOptions, helperNames } from "../../../../../src/core/drafting/templates/dialect";
import { helperDocs } from "../../../../../src/core/drafting/templates/helpers";
import { obligatoryIn } from "../../../../../src/core/drafting/templates/obligatory";
import { templateKinds, templateReference } from "../../../../../src/core/drafting/templates/reference";
import { variablesOf } from "../../../../../src/core/drafting/templates/variables";
import bangla from "../../../../../l10n/bundle.l10n.bn.json";
import english from "../../../../../l10n/bundle.l10n.json";
import { shippedTemplate } from "../../../../golden/templates";

const fill = (text: string, values: Readonly<Record<string, string | number>>) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? name));
const pages = { en: english, bn: bangla } as const;

describe("the template reference", () => {
  for (const language of ["en", "bn"] as const)
    it(`is what the code declares (UPDATE_GOLDEN=1 writes templates/${language}/REFERENCE.md anew)`, () => {
      const say = makeSay({ bundle: pages[language], language, digits: "latin", format: fill });
      const page = templateReference(shippedTemplate(language, "progress").partials, say);
      const file = `templates/${language}/REFERENCE.md`;
      if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, page);
      assert.ok(existsSync(file), `${file} is missing`);
      assert.equal(page, readFileSync(file, "utf8"));
    });

  it("knows every helper that is, and every kind that has a template", () => {
    assert.deepEqual(helperDocs.map(({ name }) => name), [...helperNames]);
    for (const name of helperNames) assert.equal((compileOptions.knownHelpers as Record<string, boolean>)[name], true);
    for (const kind of templateKinds()) {
      assert.ok(existsSync(`templates/en/${kind}.hbs`), kind);
      const names = new Set(variablesOf(kind)?.map(({ name }) => name));
      for (const part of obligatoryIn(kind)) assert.deepEqual(part.names.filter((name) => !names.has(name)), [], kind);
    }
  });
});

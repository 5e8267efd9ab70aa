import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import Handlebars from "handlebars";
import { shippedTemplate } from "../../../golden/templates";

const folder = path.resolve("templates");
const names = (language: string) => readdirSync(path.join(folder, language)).filter((name) => name.endsWith(".hbs")).sort();
const partialNames = (language: string) => readdirSync(path.join(folder, language, "partials")).sort();

interface Uses {
  readonly variables: Set<string>;
  readonly partials: Set<string>;
}

/** What a template with all its partials refers to, wherever it stands. */
function usesOf(language: "en" | "bn", name: string): Uses {
  const { template, partials } = shippedTemplate(language, name);
  const uses: Uses = { variables: new Set(), partials: new Set() };
  const seen = new Set<string>();
  class Visitor extends Handlebars.Visitor {
    override PathExpression(path: hbs.AST.PathExpression) {
      if (path.original !== "this" && !(path.original in helpers)) uses.variables.add(path.original);
    }
    override PartialStatement(partial: hbs.AST.PartialStatement) {
      const partialName = (partial.name as hbs.AST.PathExpression).original;
      uses.partials.add(partialName);
      partial.params.forEach((param) => this.accept(param));
      if (seen.has(partialName)) return;
      seen.add(partialName);
      assert.ok(partialName in partials, `${language}/${name} uses ${partialName}, which is not there`);
      this.accept(Handlebars.parse(partials[partialName]!));
    }
  }
  new Visitor().accept(Handlebars.parse(template));
  return uses;
}
const helpers = { if: 1, each: 1, unless: 1, with: 1, day: 1, clock: 1, number: 1, pieces: 1, plural: 1, ordinal: 1, sentence: 1, of: 1, subject: 1, begin: 1 };

/** One language may need a word more for the tone or for a day that has passed, which says nothing else. */
const says = (variable: string) => variable !== "formal" && variable !== "past" && !variable.endsWith(".past");

describe("shipped templates", () => {
  it("are there in both languages, under the same names", () => {
    assert.ok(names("en").includes("progress.hbs"));
    assert.deepEqual(names("bn"), names("en"));
    assert.deepEqual(partialNames("bn"), partialNames("en"));
  });

  for (const file of names("en")) {
    const name = path.basename(file, ".hbs");
    it(`${name} uses the same variables in both`, () => {
      const [english, bangla] = [usesOf("en", name), usesOf("bn", name)];
      assert.deepEqual([...bangla.variables].filter(says).sort(), [...english.variables].filter(says).sort());
      assert.ok(english.variables.size > 3);
    });
  }

  it("have no partial that nothing uses", () => {
    const used = new Set(names("en").flatMap((file) => [...usesOf("en", path.basename(file, ".hbs")).partials]));
    assert.deepEqual(partialNames("en").filter((file) => !used.has(path.basename(file, ".hbs"))), []);
  });
});

import assert from "node:assert/strict";
import Handlebars from "handlebars";
import bangla from "../../../../../l10n/bundle.l10n.bn.json";
import english from "../../../../../l10n/bundle.l10n.json";
import { allDefinitions } from "../../../../../src/core/drafting/kinds/registry";
import { shippedTemplate } from "../../../../golden/templates";

const base = ["language", "digits", "today", "formal", "chat", "marketplace", "addressee", "salam", "project", "signature"];

/** The variables that a template itself names at its top level: the first word of each path outside of every `each`. */
function topVariables(language: "en" | "bn", kind: string): ReadonlySet<string> {
  const found = new Set<string>();
  let inside = 0;
  class Visitor extends Handlebars.Visitor {
    override BlockStatement(block: hbs.AST.BlockStatement) {
      block.params.forEach((param) => this.accept(param));
      const each = (block.path).original === "each";
      if (each) inside++;
      this.accept(block.program);
      if (each) inside--;
      // Handlebars' types say that there always is one.
      if (block.inverse as hbs.AST.Program | undefined) this.accept(block.inverse);
    }
    override MustacheStatement(mustache: hbs.AST.MustacheStatement) {
      if (mustache.params.length === 0) this.accept(mustache.path);
      mustache.params.forEach((param) => this.accept(param));
    }
    override PartialStatement(partial: hbs.AST.PartialStatement) {
      partial.params.forEach((param) => this.accept(param));
    }
    override PathExpression(path: hbs.AST.PathExpression) {
      if (inside === 0 && path.original !== "this") found.add(path.original.split(".")[0]!);
    }
  }
  new Visitor().accept(Handlebars.parse(shippedTemplate(language, kind).template));
  return found;
}

const meaningIds = (meanings: unknown): readonly string[] =>
  typeof meanings === "string" ? [meanings] : Object.values(meanings as object).flatMap((part: unknown) => meaningIds(part));

describe("the variables of each kind", () => {
  for (const { kind, meanings } of allDefinitions()) {
    it(`${kind}: a template uses none that has no meaning`, () => {
      const known = new Set([...base, ...Object.keys(meanings)]);
      for (const language of ["en", "bn"] as const) assert.deepEqual([...topVariables(language, kind)].filter((name) => !known.has(name)), []);
    });
    it(`${kind}: each meaning is said in both languages`, () => {
      for (const id of meaningIds(meanings)) assert.ok(id in english && id in bangla, id);
    });
  }
});

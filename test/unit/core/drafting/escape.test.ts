import assert from "node:assert/strict";
import fc from "fast-check";
import { escapeMarkdown, plainLine } from "../../../../src/core/drafting/escape";
import { toPlainText } from "../../../../src/core/drafting/plainText";

describe("escaping the words of commits and notes", () => {
  const untouched = ["snake_case", "#12 is fixed", "2 * 3", "R&D", "a < b", "f(x)[0]", "3.5 GB", "v1.2", "100% - done", "$5 and $6", "ক_খ"];
  for (const text of untouched) {
    it(`leaves "${text}" as it is`, () => assert.equal(escapeMarkdown(text), text));
  }

  const escaped: readonly (readonly [string, string])[] = [
    ["<b>x</b>", "\\<b>x\\</b>"],
    ["[x](command:y)", "[x\\](command:y)"],
    ["**x**", "\\*\\*x\\*\\*"],
    ["__init__", "\\_\\_init\\_\\_"],
    ["`x`", "\\`x\\`"],
    ["# x", "\\# x"],
    ["- x", "\\- x"],
    ["1. x", "1\\. x"],
    ["> x", "\\> x"],
    ["&lt;", "\\&lt;"],
    ["[ ] x", "\\[ ] x"],
    ["[x]: http://a", "[x\\]: http://a"],
    ["$x$", "\\$x\\$"],
    ["---", "\\---"],
  ];
  for (const [text, want] of escaped) it(`makes text of "${text}"`, () => assert.equal(escapeMarkdown(text), want));

  it("takes out what is not text, and keeps the joiners of Bangla", () => {
    assert.equal(plainLine("a\u0000\u001b[31m\u202eb\u200b\ufeff\ue101c\nd\u2028e"), "a[31mbc d e");
    assert.equal(plainLine("র\u200d্যাম ক\u09cd\u200cষ"), "র\u200d্যাম ক\u09cd\u200cষ");
    assert.equal(plainLine("\ud800x"), "x");
  });

  it("cuts what is longer than a line can be, between words", () => {
    const line = plainLine("word ".repeat(100_000));
    assert.ok(line.length <= 601 && line.endsWith("word…"));
    assert.ok(plainLine("x".repeat(1_000_000)).length <= 601);
  });

  it("is undone by plain text, whatever the text", () => {
    const marks = fc.array(fc.constantFrom(...Array.from("*_`[]()<>#-+=~\\&$!|:. ab1ক"), "![", "](", "&lt;", "http://a.b/c_d ", "\n"), { maxLength: 14 });
    fc.assert(
      fc.property(marks, (parts) => {
        const text = parts.join("");
        assert.equal(toPlainText(`- ${escapeMarkdown(text)}`).trimEnd(), `- ${plainLine(text)}`.trimEnd());
      }),
      { numRuns: 2000 },
    );
  });
});

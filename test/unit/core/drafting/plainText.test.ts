import assert from "node:assert/strict";
import { toPlainText } from "../../../../src/core/drafting/plainText";

describe("plain text", () => {
  it("keeps lists, line breaks and addresses, and drops the marks", () => {
    const markdown = "Hi,\n\n**Ready for you to try** at https://a.example/x_y_z\n- *One* of `them`\n- Two \\*stars\\*\n\n# Title\n[Look](https://b.example) <https://c.example>\n";
    assert.equal(
      toPlainText(markdown),
      "Hi,\n\nReady for you to try at https://a.example/x_y_z\n- One of them\n- Two *stars*\n\nTitle\nLook (https://b.example) https://c.example\n",
    );
  });
  it("can write bold in another way", () => {
    assert.equal(toPlainText("**Next:** *soon*, 2 ** 3\n# Title", { bold: "*" }), "*Next:* soon, 2 ** 3\n*Title*");
  });
  it("never swallows a lone mark", () => {
    for (const text of ["2 * 3 * 4", "a_b_c", "5 ** 2", "* item"]) assert.equal(toPlainText(text), text);
  });
  it("is not kept busy by long lines of marks that lead nowhere", function () {
    // Once and again over the same place would take longer than this by far.
    this.timeout(10_000);
    for (const part of ["[a ", "[a](b ", "[a ]", "**a ", "* **", "# a #", "`a ", "![", "   x"]) {
      const text = part.repeat(Math.ceil(400_000 / part.length)).trim();
      assert.ok(toPlainText(text).length > 0, part);
    }
  });
});

import assert from "node:assert/strict";
import { readyNow, readyWhenAsked } from "../../../../src/core/work/patterns";

describe("a pattern made ready", () => {
  it("is the same pattern, and finds the same", () => {
    const [patterns, texts] = [[/^fix\w* (?:the )?cart/i, /cart$/g, /\S+/g, /[^a]/y, /ঠিক/u, /^.*$/s], ["Fix the cart", "the cart", "ঠিক করা হলো", "", "\x7f", "\x7f".repeat(1000)]];
    for (const pattern of patterns) {
      for (const text of texts) {
        const fresh = () => new RegExp(pattern.source, pattern.flags);
        const found = (some: RegExp) => [some.exec(text)?.index, text.replace(some, "*")];
        assert.deepEqual(found(readyNow(fresh())), found(fresh()), `${pattern} in ${text}`);
        assert.equal(readyNow(pattern), pattern);
      }
    }
  });

  it("answers each text for itself", () => {
    const cart = readyWhenAsked(/\bcarts?\b/i);
    assert.deepEqual(["Cart", "chart", "two carts", "Cart"].map((text) => cart.test(text)), [true, false, true, true]);
  });
});

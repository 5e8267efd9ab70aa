import assert from "node:assert/strict";
import fc from "fast-check";
import { ofSmallLetters, readyNow, readyWhenAsked, whenNeeded } from "../../../../src/core/work/patterns";

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

describe("a pattern for texts in small letters", () => {
  const taken = [/^fix(?:e[sd])? (?:the )?cart\b/i, /[\s,;(]+(?:because|since)\W/i, /n['’]t |(?<=per )client/i, /^[a-f]+[^k-s]\d{2}$/i, /(as)\1/i, /\bwip\b|[0-9_.]$/i];
  const notTaken = [/cart/, /cart/iu, /cart/gi, /Cart/i, /[A-F]/i, /café/i, /caf\u00e9/i, /[à-ÿ]/i, /[ -_]x/i, /[0-_]/i, /\x41/i, /[.-z]/i];

  it("finds what the pattern finds in the text as it is", () => {
    const words = ["Fix ", "FIXED the ", "cart", "CART", " since ", "isN't ", "isn’T ", "per Client", "ſ", "K", "É", "ASas", "WIP", "abK99", "ABC12", "\u0130", "ß", "_", "7", "-", " "];
    const inSmall = (text: string) => text.replace(/[A-Z]/g, (capital) => capital.toLowerCase());
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), { maxLength: 5 }), (parts) => {
        const text = parts.join("");
        for (const pattern of taken) assert.equal(ofSmallLetters(pattern)?.test(inSmall(text)), pattern.test(text), `${pattern} in ${text}`);
        for (const pattern of [...taken, ...notTaken.filter(({ global }) => !global)]) assert.equal(readyWhenAsked(pattern).test(text), pattern.test(text), `${pattern} in ${text}`);
      }),
    );
  });

  it("is made only where that is certain", () => {
    for (const pattern of notTaken) assert.equal(ofSmallLetters(pattern), undefined, String(pattern));
  });
});

describe("what is made when it is needed", () => {
  it("is made once, and not before", () => {
    let made = 0;
    const list = whenNeeded(() => [++made]);
    assert.equal(made, 0);
    assert.equal(list(), list());
    assert.equal(made, 1);
  });
});

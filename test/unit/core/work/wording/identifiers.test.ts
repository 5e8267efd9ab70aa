import assert from "node:assert/strict";
import { plainWord } from "../../../../../src/core/work/wording/identifiers";

describe("wording/identifiers", () => {
  it("takes code apart", () => {
    for (const [word, plain] of [
      ["getUserName()", "get user name"], ["(getUserName())", "(get user name)"], ["save(order)", "save order"], ["order_id,", "order id,"], ["MAX_ITEMS", "MAX ITEMS"],
      ["Cart::total", "Cart total"], ["$total", "total"], ["--dry-run", "dry run"], ["src/cart/code-field.tsx", "code field"], ["cart.php.", "cart."], ["parseURL", "parse URL"],
      ["HTMLParser", "HTML Parser"], ["OrderServiceFactory", "order service factory"], ["shop.cart.views.copy", "shop cart views copy"], ["/api/orders/", "orders"],
    ] as const) {
      assert.equal(plainWord(word), plain);
    }
  });

  it("leaves words, names, pages and other scripts alone", () => {
    for (const word of ["and/or", "CI/CD", "24/7", "e.g.", "v1.2.3", "example.com", "bKash", "iPhone", "GitHub", "Node.js", "APIs", "McDonald", "(only", "guests)", "rafi@example.com", "কুপন/কোড", "don't", "--", "well-known"]) {
      assert.equal(plainWord(word), word);
    }
  });
});

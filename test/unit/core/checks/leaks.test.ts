import assert from "node:assert/strict";
import { makeSecret } from "../../../bench/checks/madeSecrets";
import { fixed, findings, marked } from "./checking";

describe("what must not leak", () => {
  describe("secret", () => {
    it("finds what is told in words, in both languages", () => {
      assert.deepEqual(marked("secret", "Log in as sara, password: Tulip#2026x."), ["Tulip#2026x"]);
      assert.deepEqual(marked("secret", "পাসওয়ার্ড হলো bagan2026x।", { language: "bn" }), ["bagan2026x"]);
      assert.deepEqual(marked("secret", "Use pwd=tiger for now."), ["tiger"]);
    });
    it("finds keys by their form", () => {
      for (const form of ["aws", "stripe", "github", "sendgrid", "slackBot", "jwt", "privateKey", "postgres", "telegram"]) {
        const secret = makeSecret(form, "test");
        assert.equal(findings(`Here it is: ${secret} and that is all.`, {}, "secret").length, 1, form);
      }
    });
    it("takes in what a scanner found", () => {
      assert.deepEqual(marked("secret", "one two three", { secrets: [{ start: 4, end: 7, what: "x" }, { start: 900, end: 910, what: "x" }] }), ["two"]);
    });
    it("masks it", () => assert.equal(fixed("secret", "password: Tulip#2026x, please"), "password: ••••••••, please"));
    it("leaves words about passwords alone", () => {
      for (const text of ["The password rules: at least ten characters.", "Forgotten passwords: customers get a link.", "The token on the voucher is larger.", "The key question is whether coupons count.", "A secret is that the search is quick.", "Your password was changed by you on Monday.", "পাসওয়ার্ড ভুলে গেলে ইমেইল আসে।"])
        assert.deepEqual(marked("secret", text), [], text);
    });
  });

  it("internalAddress: finds addresses that work inside alone, and takes them out", () => {
    assert.deepEqual(marked("internalAddress", "See http://localhost:3000/a, 192.168.1.4 and grafana.acme.internal."), ["http://localhost:3000/a", "192.168.1.4", "grafana.acme.internal"]);
    assert.deepEqual(marked("internalAddress", "See https://staging.acme.example, version 1.10.2 and 8.8.8.8."), []);
    assert.equal(fixed("internalAddress", "See it at 10.0.0.7:8080 today."), "See it at today.");
  });

  it("otherClient: finds the names of others, with endings, and not mine or a reference's", () => {
    assert.deepEqual(marked("otherClient", "As for Rahim Traders' shop, and Karim Chowdhury's."), ["Rahim Traders'", "Karim Chowdhury's"]);
    assert.deepEqual(marked("otherClient", "রহিম ট্রেডার্সের মতো।", { language: "bn" }), ["রহিম ট্রেডার্সের"]);
    assert.deepEqual(marked("otherClient", "Acme and Sara Rahman are fine. Karim wrote."), []);
    assert.deepEqual(marked("otherClient", "As for Rahim Traders.", { book: { me: { names: [], emails: [], references: ["The shop of Rahim Traders"] } } }), []);
    assert.equal(fixed("otherClient", "One\nAs for Rahim Traders.\nTwo"), "One\nTwo");
  });

  it("hash: finds names of commits, and takes them out with their brackets", () => {
    assert.deepEqual(marked("hash", "Corrected (see 8b01d77) and `3f2a91c0`."), ["8b01d77", "3f2a91c0"]);
    assert.deepEqual(marked("hash", "Order 48213456, colour #a1b2c3, added, https://x.example/8b01d77."), []);
    assert.equal(fixed("hash", "Corrected (see 8b01d77)."), "Corrected.");
    assert.deepEqual(marked("hash", "Order a1b2c3d4 is done.", { book: { project: [{ ...base, orderNumber: "A1-a1b2c3d4" }] } }), []);
  });

  it("fileName: finds files of code, and not those that a client gets", () => {
    assert.deepEqual(marked("fileName", "In src/cart/total.ts and nginx.conf."), ["src/cart/total.ts", "nginx.conf"]);
    assert.deepEqual(marked("fileName", "Acme-guide.pdf, logo.svg, prices.xlsx, Node.js and acme.example."), []);
    assert.equal(fixed("fileName", "The form in PaymentForm.tsx works."), "The form in payment form works.");
  });

  it("branchName: finds branches, and not roads", () => {
    assert.deepEqual(marked("branchName", "On feature/pay-2, merged into main."), ["feature/pay-2", "main"]);
    assert.deepEqual(marked("branchName", "The main menu, and/or the branch in Leeds, 24/7."), []);
  });

  it("stackTrace: finds what programs print", () => {
    assert.deepEqual(marked("stackTrace", "It says:\nTypeError: x is undefined\n    at total (/srv/cart.js:41:12)\nSorry"), ["TypeError: x is undefined", "    at total (/srv/cart.js:41:12)"]);
    assert.deepEqual(marked("stackTrace", "There was an error at the checkout: cards were refused."), []);
    assert.equal(fixed("stackTrace", "It says:\nTypeError: x is undefined\nBye"), "It says:\nBye");
  });
});

const at = "2026-11-01T00:00:00.000Z" as never;
const base = { id: "shop", rev: 1, createdAt: at, changedAt: at, clientId: "acme", name: "Shop", size: "large", status: "active", scopes: [], goesLive: { by: "hand" } } as const;

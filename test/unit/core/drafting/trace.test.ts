import assert from "node:assert/strict";
import { traceLines } from "../../../../src/core/drafting/trace";
import type { Provenance } from "../../../../src/core/drafting/draft";
import { item } from "../../../golden/relation";
import { draftOf, lineWith } from "./draftOf";

const login = item("The login page no longer stays blank on Safari", "live", "fixed");
const search = item("Customers can search products by name", "live");
const photos = item("Product photos load faster", "live", "improved");
const bkash = item("Customers can pay with bKash", "ready");
const coupons = item("Coupon codes work at checkout", "ready");
const refunds = item("Refunds through bKash", "inProgress");
const items = [login, search, photos, bkash, coupons, refunds];
const draft = draftOf({ items });

/** The ids behind the line that holds these words. */
const behind = (text: string, words: string, provenance: Provenance = draft) =>
  traceLines(provenance, text).get(lineWith(text, words)) ?? [];
const told = (text: string, provenance: Provenance = draft) => new Set([...traceLines(provenance, text).values()].flat());
const edit = (from: string, to: string, text = draft.rendered) => {
  assert.ok(text.includes(from), `"${from}" is not in the draft`);
  return text.replace(from, to);
};

describe("which line rests on which commits", () => {
  it("as rendered: each item its own line", () => {
    for (const each of items) assert.deepEqual(behind(draft.rendered, each.text), [each.id]);
    assert.equal(traceLines(draft, draft.rendered).size, items.length);
  });

  it("survives text written around it, and Windows line ends", () => {
    const text = edit("**Live now**", "I was at the dentist on Monday.\n\nStill, a good week.\n\n**Live now**").replace("Hi Sara", "Dear Sara");
    assert.deepEqual(behind(text, search.text), [search.id]);
    assert.deepEqual(told(text).size, items.length);
    assert.deepEqual(told(text.replaceAll("\n", "\r\n")).size, items.length);
  });

  it("keeps the commits of a reworded line", () => {
    const text = edit("Customers can search products by name.", "Your customers can now search the products by their names!");
    assert.deepEqual(behind(text, "by their names"), [search.id]);
  });

  it("keeps the commits of a line that was written anew in its place", () => {
    const text = edit("- Product photos load faster.", "- Pictures appear at once, even on a slow phone.");
    assert.deepEqual(behind(text, "at once"), [photos.id]);
    assert.equal(told(text).size, items.length);
  });

  it("lets go of deleted lines, and of nothing else", () => {
    const text = edit("- Customers can search products by name.\n", "");
    assert.ok(!told(text).has(search.id));
    assert.equal(told(text).size, items.length - 1);
  });

  it("does not take a neighbour that stayed for a deleted line", () => {
    const alike = draftOf({ items: [item("Fix the login", "live"), item("Fix the login page on Safari", "live"), photos] });
    const text = alike.rendered.replace("- Fix the login.\n", "");
    assert.equal(told(text, alike).size, 2);
  });

  it("finds moved lines", () => {
    const line = "- Customers can pay with bKash.\n";
    const text = edit("**Live now**\n", `**Live now**\n${line}`, edit(line, ""));
    assert.deepEqual(behind(text, "pay with bKash"), [bkash.id]);
    assert.equal(told(text).size, items.length);
  });

  it("gives both items to a merged line", () => {
    const text = edit(
      "- Customers can pay with bKash.\n- Coupon codes work at checkout.\n",
      "- Customers can pay with bKash, and coupon codes work at the checkout.\n",
    );
    assert.deepEqual(new Set(behind(text, "and coupon codes")), new Set([bkash.id, coupons.id]));
  });

  it("does not take a new line elsewhere for a deleted one", () => {
    const text = edit("If anything looks off", "- I also moved your domain.\n\nIf anything looks off", edit("- Refunds through bKash.\n", ""));
    assert.deepEqual(behind(text, "moved your domain"), []);
    assert.ok(!told(text).has(refunds.id));
  });

  it("lets go of everything in an empty document", () => assert.equal(traceLines(draft, "").size, 0));

  it("works in Bangla, whatever the encoding and the endings", () => {
    const pay = item("ক্রেতারা বিকাশে মূল্য পরিশোধ করতে পারবেন", "ready");
    const page = item("সাফারি ব্রাউজারে লগইন পেজ আর ফাঁকা দেখায় না", "live");
    const bangla = draftOf({ items: [page, pay], language: "bn" });
    const reworded = bangla.rendered.replace("ক্রেতারা বিকাশে মূল্য পরিশোধ করতে পারবেন", "এখন ক্রেতাদের বিকাশে মূল্য পরিশোধের সুযোগ আছে");
    assert.deepEqual(behind(reworded, "সুযোগ", bangla), [pay.id]);
    const otherEncoding = bangla.rendered.replaceAll("\u09af\u09bc", "\u09df");
    assert.notEqual(otherEncoding, bangla.rendered);
    assert.equal(told(otherEncoding, bangla).size, 2);
  });

  it("gives a line that sums up all its items, and takes them all when it goes", () => {
    const many = draftOf({ items: Array.from({ length: 14 }, (_, at) => item(`Change number ${at} is live`, "live")) });
    assert.equal(behind(many.rendered, "more changes", many).length, 6);
    assert.equal(told(many.rendered, many).size, 14);
    assert.equal(told(many.rendered.replace(/- And 6 more changes\.\n/, ""), many).size, 8);
  });

  it("is quick on long documents with every line changed", () => {
    const lines = Array.from({ length: 400 }, (_, at) => `- line ${at} about thing ${at % 7} and more words ${at * 31}`);
    const long: Provenance = {
      ...draft,
      rendered: lines.join("\n"),
      items: lines.map((text, line) => ({ ...draft.items[0]!, id: `i${line}`, text, line })),
    };
    assert.equal(told(lines.map((line) => `${line}!`).join("\n"), long).size, 400);
  });
});

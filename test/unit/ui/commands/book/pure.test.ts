import assert from "node:assert/strict";
import { short } from "../../../../../src/ui/commands/book/keep";
import { lineageOf } from "../../../../../src/ui/commands/book/lineage";
import { readParts } from "../../../../../src/ui/commands/book/readParts";
import { readableName } from "../../../../../src/ui/commands/book/suggestName";
import { nodeArgument } from "../../../../../src/ui/commands/nodeArgument";
import { bookWith } from "./room";

describe("a name made readable", () => {
  for (const [folder, name] of [
    ["acme-shop", "Acme Shop"],
    ["acme_shop.git", "Acme Shop"],
    ["acmeShop", "Acme Shop"],
    ["AcmeERP", "Acme ERP"],
    ["WooCommerce", "Woo Commerce"],
    ["rahim.com.bd", "Rahim Com Bd"],
    ["shop (Workspace)", "Shop"],
    ["clients.code-workspace", "Clients"],
    ["রহিম-ট্রেডার্স", "রহিম ট্রেডার্স"],
    ["--", ""],
    ["", ""],
  ] as const)
    it(`"${folder}" is "${name}"`, () => assert.equal(readableName(folder), name));
});

describe("the parts of a milestone", () => {
  it("are divided by commas, or by semicolons where there are any", () => {
    assert.deepEqual(readParts("Pay with bKash, Order emails ,, Refunds,"), ["Pay with bKash", "Order emails", "Refunds"]);
    assert.deepEqual(readParts("Pay by card, cash or bKash; Emails"), ["Pay by card, cash or bKash", "Emails"]);
    assert.deepEqual(readParts(" "), []);
  });
  it("lose their list marks and count once", () => {
    assert.deepEqual(readParts("- [ ] Emails; * Refunds; [x] Login; Emails; e-mail-list"), ["Emails", "Refunds", "Login", "e-mail-list"]);
  });
});

describe("a long text in a message", () => {
  it("is cut between words, and never inside a letter", () => {
    assert.equal(short("Should coupons apply to delivery?"), "Should coupons apply to delivery?");
    const cut = short("Should coupons apply to delivery as well when the customer collects the goods?");
    assert.equal(cut, "Should coupons apply to delivery as well when the customer…");
    const bangla = short("ক্ষি".repeat(40));
    assert.match(bangla, /^(ক্ষি)+…$/);
    assert.ok(bangla.length <= 61);
  });
});

describe("the argument of a command", () => {
  it("is a row only when it is of its shape", () => {
    assert.deepEqual(nodeArgument({ kind: "client", recordId: "c1", more: 1 }), { kind: "client", recordId: "c1" });
    for (const other of [undefined, null, "c1", 7, {}, { kind: "client" }, { kind: "client", recordId: "" }, [1]]) assert.equal(nodeArgument(other), undefined);
  });
  it("brings all that the record belongs to, whatever the row is called", () => {
    const { client, project, milestone, note } = lineageOf(bookWith("Acme"), { kind: "anything", recordId: "acme-project" });
    assert.deepEqual([client?.id, project?.id, milestone, note], ["acme-client", "acme-project", undefined, undefined]);
    assert.deepEqual(Object.values(lineageOf(bookWith("Acme"), { kind: "client", recordId: "gone" })).filter(Boolean), []);
  });
});

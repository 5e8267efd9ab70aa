import assert from "node:assert/strict";
import { exchangeText } from "../../../src/core/book/exchange";
import { carryOut, prepareImport } from "../../../src/flows/importBook";
import { indexMessages } from "../../../src/flows/searchMessages";
import { exchange } from "../core/book/exchanges";
import { tempFolders } from "../storage/tempFolder";
import { openWindow } from "./machine";

const folder = tempFolders();

describe("the index of messages", () => {
  it("is made from the files: what stands sent, open drafts, and notes of every workspace", async () => {
    const place = folder();
    const window = openWindow(place);
    const prepared = await prepareImport(exchangeText(exchange()), window.deps);
    assert.ok("items" in prepared);
    await carryOut(prepared.items, window.deps);

    const other = openWindow(place, { global: window.global });
    const index = await indexMessages(other.deps);
    const found = (query: string) => index.find(query, 20).map(({ entry, client }) => `${entry.is} ${entry.id} ${client}`);
    // "s1" says the same and was taken back; the draft went out as another message.
    assert.deepEqual(found("লগইন"), ["sent s2 Acme Shop"]);
    assert.deepEqual(found("coupons"), ["note n-coupon Acme Shop"]);
    window.close();
    other.close();
  });
});

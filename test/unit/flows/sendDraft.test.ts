import assert from "node:assert/strict";
import { afterEach } from "mocha";
import { markAsSent, sentByHand, withdrawSent } from "../../../src/flows/sendDraft";
import { newId } from "../../../src/storage/newId";
import { exchange, sampleBook } from "../core/book/exchanges";
import { tempFolders } from "../storage/tempFolder";
import { openWindow } from "./machine";

const folder = tempFolders();
const windows: { close(): void }[] = [];
afterEach(() => windows.splice(0).forEach((window) => window.close()));

describe("a draft that two windows mark as sent at the same moment", () => {
  it("has one record, and another one after that was withdrawn", async () => {
    const place = folder();
    const [one, two] = [openWindow(place), openWindow(place)];
    windows.push(one, two);
    const { sentAs: _, ...draft } = exchange().drafts[0]!.provenance;
    await one.drafts.create(draft, "Hello");
    const client = sampleBook().client[0]!;
    const mark = ({ book, drafts, history, clock }: typeof one, text: string) => markAsSent(draft, sentByHand(text, client), { book, drafts, history, clock, newId });
    const [first, second] = await Promise.all([mark(one, "Hello"), mark(two, "Hello, again")]);
    assert.equal(first.id, second.id);
    assert.deepEqual((await one.history.all()).map(({ id }) => id), [first.id]);
    assert.equal((await two.drafts.read(draft.id))?.provenance.sentAs, first.id);

    await withdrawSent(first.id, { drafts: one.drafts, history: one.history, clock: one.clock, newId });
    assert.equal((await two.drafts.read(draft.id))?.provenance.sentAs, undefined);
    const again = await mark(two, "Hello");
    assert.notEqual(again.id, first.id);
    assert.equal((await one.history.all()).filter(({ what }) => what === "sent").length, 2);
  });
});

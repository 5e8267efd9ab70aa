import assert from "node:assert/strict";
import { applyChanges, emptyBook } from "../../../src/core/book/book";
import { putBack } from "../../../src/core/drafting/putBack";
import { createRenderer } from "../../../src/core/drafting/textRenderer";
import { sayLikeThis } from "../../../src/core/drafting/sayLikeThis";
import { missingItems } from "../../../src/core/drafting/toldBy";
import { recount, type RecountDeps } from "../../../src/flows/recount";
import { clientIn, item, leftOut, now } from "../../golden/relation";
import { shippedTemplate } from "../../golden/templates";
import { draftOf } from "../core/drafting/draftOf";

const deps = (language: "en" | "bn"): RecountDeps => ({
  book: { current: () => applyChanges(emptyBook, [{ op: "put", kind: "client", record: clientIn(language, "friendly") }]) },
  renderers: { of: () => Promise.resolve(createRenderer(shippedTemplate(language, "progress"))) },
});
const many = (count: number) => Array.from({ length: count }, (_, at) => item(`Thing ${at} is there now`, "live"));

describe("the counts of a draft", () => {
  it("stay true when a line is hidden", async () => {
    const items = many(5);
    const draft = draftOf({ items });
    assert.match(draft.rendered, /In short: 5 new things\./);
    const { text, provenance } = await recount(draft, sayLikeThis(draft, draft.rendered, items[0]!.id, { how: "hide" }, now), deps("en"));
    assert.match(text, /\n\nIn short: 4 new things\.\n\n/);
    assert.equal(provenance.rendered, text);
    assert.deepEqual(missingItems(provenance, text), []);
  });

  it("go where there is no more to count, and nothing else moves", async () => {
    const items = many(4);
    const draft = draftOf({ items, language: "bn" });
    const { text, provenance } = await recount(draft, sayLikeThis(draft, draft.rendered, items[0]!.id, { how: "hide" }, now), deps("bn"));
    assert.doesNotMatch(text, /সংক্ষেপে|\n\n\n/);
    assert.equal(provenance.rendered, text);
    for (const { line, text: words } of provenance.items) assert.equal(text.split("\n")[line!], `- ${words}`);
  });

  it("sum up right what they fold away", async () => {
    const draft = draftOf({ items: many(12) });
    const folded = draft.items.filter((each) => each.folded);
    const hidden = await recount(draft, sayLikeThis(draft, draft.rendered, folded[0]!.id, { how: "hide" }, now), deps("en"));
    assert.match(hidden.text, /\n- And 3 more changes\.\n/);
    assert.match(hidden.text, /In short: 11 new things\./);
    assert.deepEqual(missingItems(hidden.provenance, hidden.text), []);
  });

  it("stand in a paragraph of their own below the lists of milestones", async () => {
    const items = many(12).map((each, at) => ({ ...each, ...(at < 3 && { milestoneId: "checkout" }) }));
    const draft = draftOf({ items });
    assert.match(draft.rendered, /\*\*Live now\*\*\n\nFor milestone “Checkout”:\n- [^\n]+\n- [^\n]+\n- [^\n]+\n\nBesides that:\n- /);
    assert.match(draft.rendered, /\n\nAnd 4 more changes\.\n\n\*\*Next/);
    const folded = draft.items.find((each) => each.folded)!;
    const hidden = await recount(draft, sayLikeThis(draft, draft.rendered, folded.id, { how: "hide" }, now), deps("en"));
    assert.match(hidden.text, /\n\nAnd 3 more changes\.\n\n/);
  });

  it("count what is put back", async () => {
    const noise = leftOut("Tidied the checkout", "live");
    const draft = draftOf({ items: many(4), leftOut: [noise] });
    const { text, provenance } = await recount(draft, putBack(draft, draft.rendered, noise), deps("en"));
    assert.match(text, /In short: 4 new things and 1 other change\./);
    for (const { line, text: words } of provenance.items) assert.equal(provenance.rendered.split("\n")[line!], `- ${words}`);
  });

  it("are left alone where they were reworded", async () => {
    const items = many(5);
    const draft = draftOf({ items });
    const edited = draft.rendered.replace(/In short: .*/, "Five new things, in short.");
    const { text } = await recount(draft, sayLikeThis(draft, edited, items[0]!.id, { how: "hide" }, now), deps("en"));
    assert.match(text, /Five new things, in short\./);
  });
});

import assert from "node:assert/strict";
import { foreignLines } from "../../../../src/core/drafting/foreignLines";
import { languageOf } from "../../../../src/core/language/languageOf";
import { item } from "../../../golden/relation";
import { draftOf, lineWith } from "./draftOf";

describe("lines in another language than the message", () => {
  const bangla = item("কুপন কোড যোগ করা হলো।", "live");
  const spanish = item("Añade fotos a los platos.", "live");
  const english = item("Added a café menu for Zoë.", "live");

  it("are found, until they are translated", () => {
    const draft = draftOf({ items: [bangla, spanish, english] });
    const found = foreignLines(draft, draft.rendered);
    assert.deepEqual(found.map(({ itemId }) => itemId), [bangla.id, spanish.id]);
    assert.equal(found[0]?.line, lineWith(draft.rendered, "কুপন"));
    const translated = draft.rendered.replace(bangla.text, "Added coupon codes.");
    assert.deepEqual(foreignLines(draft, translated).map(({ itemId }) => itemId), [spanish.id]);
  });

  it("are the English ones in a Bangla message", () => {
    const draft = draftOf({ items: [bangla, english], language: "bn" });
    assert.deepEqual(foreignLines(draft, draft.rendered).map(({ itemId }) => itemId), [english.id]);
  });

  it("are told by letters and small words, and in doubt are none", () => {
    const lines = { "Login": "en", "বিকাশ payment চালু": "bn", "Исправлена корзина": "other", "Corrige o total do carrinho": "other", "Login page er bug fix korsi.": "other", "Umlaute im PDF-Export": "other", "12 %": undefined } as const;
    for (const [line, language] of Object.entries(lines)) assert.equal(languageOf(line), language, line);
  });
});

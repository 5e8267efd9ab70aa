import assert from "node:assert/strict";
import bangla from "../../../../l10n/bundle.l10n.bn.json";
import english from "../../../../l10n/bundle.l10n.json";
import { scriptOf } from "../../../../src/core/language/script";

const en: Record<string, string> = english;
const bn: Record<string, string> = bangla;
const places = (text: string) => [...new Set(text.match(/\{[^}]*\}/g))].sort();

describe("texts of the interface", () => {
  it("have the same ids in both languages", () => assert.deepEqual(Object.keys(bn).sort(), Object.keys(en).sort()));

  it("have the same places for values", () => {
    const different = Object.keys(en).filter((id) => places(en[id]!).join() !== places(bn[id] ?? "").join());
    assert.deepEqual(different, []);
  });

  it("are never empty", () => {
    assert.deepEqual([...Object.entries(en), ...Object.entries(bn)].filter(([, text]) => text.trim() === ""), []);
  });

  it("count with both forms, and a count to choose by", () => {
    const counting = Object.keys(en).filter((id) => /\.(one|other)$/.test(id));
    const twin = (id: string) => (id.endsWith(".one") ? id.replace(/one$/, "other") : id.replace(/other$/, "one"));
    assert.deepEqual(counting.filter((id) => !(twin(id) in en)), []);
    assert.deepEqual(counting.filter((id) => id.endsWith(".other") && !en[id]!.includes("{count}")), []);
    assert.deepEqual(counting.filter((id) => id.replace(/\.(one|other)$/, "") in en), []);
  });

  it("are Bangla in the Bangla bundle, with its own digits and full stop", () => {
    const words = Object.entries(bn).map(([id, text]) => [id, text.replace(/\{[^}]*\}|`[^`]*`/g, "")] as const);
    assert.deepEqual(words.filter(([, text]) => scriptOf(text) === "bn" && /[\u0980-\u09ff]\.(\s|$)/.test(text)), []);
    assert.deepEqual(words.filter(([, text]) => /AM|PM|\bplease\b/.test(text)), []);
  });
});

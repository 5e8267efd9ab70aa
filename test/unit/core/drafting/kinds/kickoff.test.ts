import assert from "node:assert/strict";
import { definitionOf } from "../../../../../src/core/drafting/kinds/registry";
import type { OwedSettings } from "../../../../../src/core/owed/settings";
import { inputOf, type More } from "../../../../golden/kindInputs";

const updates = (more: More, owed?: OwedSettings) => {
  const input = inputOf("en", "friendly", "none", more);
  return (definitionOf("kickoff")!.compose({ ...input, ...(owed && { owed }) }) as unknown as { readonly updates?: { readonly ceiling?: number } }).updates;
};

describe("a kick-off", () => {
  it("promises the longest silence that the user has set, not the usual one", () => {
    assert.equal(updates({})?.ceiling, 7);
    assert.equal(updates({}, { rules: { largeUpdate: 4 } })?.ceiling, 4);
    assert.equal(updates({ project: { owedRules: { largeUpdate: { number: 10 } } } }, { rules: { largeUpdate: 4 } })?.ceiling, 10);
  });
});

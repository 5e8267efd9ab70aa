import assert from "node:assert/strict";
import { isPast, verbOf } from "../../../../../src/core/work/wording/verbs";

describe("wording/verbs", () => {
  it("forms the past as English does", () => {
    for (const [base, past] of [
      ["add", "added"], ["remove", "removed"], ["apply", "applied"], ["delay", "delayed"], ["stop", "stopped"], ["format", "formatted"], ["submit", "submitted"],
      ["transfer", "transferred"], ["open", "opened"], ["render", "rendered"], ["override", "overrode"], ["set", "set"], ["setup", "set up"], ["prefill", "prefilled"], ["write", "wrote"],
    ] as const) {
      assert.equal(verbOf(base)?.past, past);
    }
  });

  it("knows a verb by its other forms, but takes no plural for one", () => {
    assert.equal(verbOf("Fixes")?.past, "fixed");
    assert.equal(verbOf("removing")?.past, "removed");
    assert.equal(verbOf("stopping")?.past, "stopped");
    assert.equal(verbOf("tests"), undefined);
    assert.equal(verbOf("constructor"), undefined);
    assert.ok(isPast("Added") && !isPast("Add"));
  });
});

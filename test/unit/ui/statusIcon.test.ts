import assert from "node:assert/strict";
import { statusIcon } from "../../../src/ui/statusIcon";

describe("the status bar's icon", () => {
  it("tells every level that presses from every other, without a colour", () => {
    const icons = (["overdue", "due", "soon", "fine", "snoozed"] as const).map((level) => statusIcon(level, false));
    assert.equal(new Set(icons).size, icons.length, icons.join());
  });

  it("shows a clock for a moment that does not wait, until it is late", () => {
    assert.deepEqual((["overdue", "due", "soon"] as const).map((level) => statusIcon(level, true)), ["warning", "watch", "clock"]);
    assert.notEqual(statusIcon("due", true), statusIcon("overdue", true));
  });
});

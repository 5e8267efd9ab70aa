import assert from "node:assert/strict";
import { summarise } from "../../../../src/core/work/summarise";
import { commit } from "./commits";

describe("order", () => {
  it("puts live before ready before in progress, new before improved before fixed, the newest first", () => {
    const { items } = summarise({
      commits: [
        commit("Add gift cards", { standing: "inProgress" }),
        commit("Fix the total"),
        commit("Add coupons"),
        commit("Add wish lists"),
        commit("Speed up the search"),
        commit("Fix the login", { standing: "live" }),
      ],
    });
    assert.deepEqual(
      items.map(({ text }) => text),
      ["Fixed the login.", "Added coupons.", "Added wish lists.", "Sped up the search.", "Fixed the total.", "Adding gift cards."],
    );
  });
});

import assert from "node:assert/strict";
import { sectionOf } from "../../../../../src/core/work/decide/section";
import { parseMessage } from "../../../../../src/core/work/parse/message";

describe("decide/section", () => {
  it("goes by the type, else by the verb, in several languages", () => {
    for (const [subject, section] of [
      ["feat: fix the total", "new"],
      ["Fix the total", "fixed"],
      ["Added coupons", "new"],
      ["Speed up the search", "improved"],
      ["Remove the old cart", "other"],
      ["লগইন পেজ ঠিক করা হলো", "fixed"],
      ["কুপন কোড যোগ করা হলো", "new"],
      ["Corrige o total", "fixed"],
      ["로그인 오류 수정", "fixed"],
      ["결제 페이지 추가", "new"],
      ["Urgent fix for the total", "fixed"],
      ["Something else", "other"],
    ] as const) {
      assert.equal(sectionOf(parseMessage({ subject, body: "", parents: [] })), section, subject);
    }
  });
});

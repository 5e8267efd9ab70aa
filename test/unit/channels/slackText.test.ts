import assert from "node:assert/strict";
import fc from "fast-check";
import { slackText } from "../../../src/channels/slackText";

const sections = (markdown: string) => slackText(markdown).blocks?.map(({ text }) => text.text);

describe("a message in Slack's marks", () => {
  it("keeps lists in lists, numbers, headings and links", () => {
    assert.deepEqual(sections("## Next\n\n1. One\n2. Two\n   - a\n   - b\n\n[Look](https://a.example/x|y) and *so*\\_on\\_"), [
      "*Next*",
      "1. One\n2. Two\n    • a\n    • b",
      "<https://a.example/x%7Cy|Look> and _so__on_",
    ]);
  });

  it("keeps a list with the line right above it, and apart from what stands further up", () => {
    assert.deepEqual(sections("**Live now**\n- One\n- Two\n\nBesides that:\n\n- Three\n\n- Four\n\n**Next**\n1. Five"), ["*Live now*\n• One\n• Two", "Besides that:", "• Three\n• Four", "*Next*\n1. Five"]);
  });

  it("lets no text call everybody, or be a link that it is not", () => {
    assert.deepEqual(sections("<!channel> <@U1> [x](javascript:alert) <https://a.example|b>"), ["&lt;!channel&gt; &lt;@U1&gt; [x](javascript:alert) <https://a.example%7Cb|https://a.example¦b>"]);
  });

  it("fits Slack's limits whatever it is given", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 4000 }), { maxLength: 80 }), (lines) => {
        const { blocks } = slackText(lines.join("\n\n"));
        return blocks === undefined || (blocks.length <= 50 && blocks.every(({ text }) => text.text.length > 0 && text.text.length <= 3000));
      }),
      { numRuns: 60 },
    );
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { slackText, type SlackBlock } from "../../../src/channels/slackText";

const words = (text: string, style?: object) => ({ type: "text", text, ...(style && { style }) });
const section = (...elements: object[]) => ({ type: "rich_text_section", elements });
const list = (style: "bullet" | "ordered", indent: number, ...elements: object[]) => ({ type: "rich_text_list", style, indent, elements });
const parts = (markdown: string) => slackText(markdown).blocks.map(({ elements }) => elements);
/** All text of a block, in order. */
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(textsIn) : typeof value !== "object" || value === null ? [] : "text" in value && typeof value.text === "string" ? [value.text] : "elements" in value ? textsIn(value.elements) : [];

describe("a message as Slack shows it", () => {
  it("keeps lists in lists, numbers, headings and links", () => {
    assert.deepEqual(parts("## Next\n\n1. One\n2. Two\n   - a\n   - b\n3. Three\n\n   still three\n\n[Look **here**](https://a.example/x|y) and *so*\\_on\\_ ~~not~~ `a*b`"), [
      [section(words("Next", { bold: true }))],
      [
        list("ordered", 0, section(words("One")), section(words("Two"))),
        list("bullet", 1, section(words("a")), section(words("b"))),
        { ...list("ordered", 0, section(words("Three"), words("\n"), words("still three"))), offset: 2 },
      ],
      [section({ type: "link", url: "https://a.example/x%7Cy", text: "Look here" }, words(" and "), words("so", { italic: true }), words("_on_ "), words("not", { strike: true }), words(" "), words("a*b", { code: true }))],
    ]);
  });

  it("keeps a list with the line right above it, and apart from what stands further up", () => {
    assert.deepEqual(parts("**Live now**\n- One\n- Two\n\nBesides that:\n\n- Three\n\n- Four\n\n**Next**\n5. Five"), [
      [section(words("Live now", { bold: true })), list("bullet", 0, section(words("One")), section(words("Two")))],
      [section(words("Besides that:"))],
      [list("bullet", 0, section(words("Three")), section(words("Four")))],
      [section(words("Next", { bold: true }), words("\n5. Five"))],
    ]);
  });

  it("keeps code and quotes what they are", () => {
    assert.deepEqual(parts("> They said so\n\n```\na *b* _c_\n```"), [[{ type: "rich_text_quote", elements: [words("They said so")] }], [{ type: "rich_text_preformatted", elements: [words("a *b* _c_")] }]]);
  });

  it("lets no star, underscore, tilde or backtick that was typed turn into formatting", () => {
    const typed = "Set \\*all\\* of \\_these\\_: ~2 days~, 5 * 3 * 2, snake_case_name, \\`rm\\` and price*";
    assert.deepEqual(parts(typed), [[section(words("Set *all* of _these_: ~2 days~, 5 * 3 * 2, snake_case_name, `rm` and price*"))]]);
    assert.ok(!JSON.stringify(slackText(typed).blocks).includes("style"));
    assert.ok(!JSON.stringify(slackText("**Bold** \\*not\\*").blocks).includes("mrkdwn"));
  });

  it("lets no text call everybody, or be a link that it is not", () => {
    assert.deepEqual(parts("<!channel> <@U1> [x](javascript:alert) @here"), [[section(words("<!channel> <@U1> [x](javascript:alert) @here"))]]);
    assert.equal(slackText("<!channel> <@U1> <https://a.example|b>").text, "&lt;!channel&gt; &lt;@U1&gt; <https://a.example%7Cb|https://a.example¦b>");
  });

  it("fits Slack's limits whatever it is given, and loses nothing of it", () => {
    const numbered = Array.from({ length: 120 }, (_, n) => `Paragraph ${n}`);
    const { blocks } = slackText(numbered.join("\n\n"));
    assert.deepEqual([blocks.length, textsIn(blocks).filter((text) => text !== "\n")], [40, numbered]);
    const isWhole = ({ elements }: SlackBlock) => elements.length > 0 && textsIn(elements).every((text) => text !== "") && elements.every((one) => one.elements.length > 0);
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 400 }), { maxLength: 120 }), (lines) => {
        const made = slackText(lines.join("\n\n"));
        return made.blocks.length <= 50 && made.blocks.every(isWhole);
      }),
      { numRuns: 60 },
    );
  });
});

import { tokensOf, type Token } from "./html";

// Rich text, https://docs.slack.dev/reference/block-kit/blocks/rich-text-block: what is a list is one, what is bold says so, and a
// star, a tilde or a backtick that somebody typed stays one. In Slack's marks it would begin something, and nothing escapes it there.

interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
}
type Element = { readonly type: "text"; readonly text: string; readonly style?: Style } | { readonly type: "link"; readonly url: string; readonly text?: string; readonly style?: Style };
interface Section {
  readonly type: "rich_text_section" | "rich_text_preformatted" | "rich_text_quote";
  readonly elements: readonly Element[];
}
interface List {
  readonly type: "rich_text_list";
  readonly style: "bullet" | "ordered";
  readonly indent: number;
  /** How many numbers come before its first. */
  readonly offset?: number;
  readonly elements: readonly Section[];
}
type Part = readonly (Section | List)[];
export interface SlackBlock {
  readonly type: "rich_text";
  readonly elements: Part;
}
export interface SlackText {
  /** For notifications, and for whatever shows no blocks. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** https://docs.slack.dev/reference/block-kit/blocks: a message holds 50. */
const mostBlocks = 50;

/** A message as Slack shows it: a block for each paragraph and list, a list with its heading. */
export function slackText(markdown: string): SlackText {
  const parts = partsOf(markdown);
  const text = parts.map(plain).join("\n\n");
  const each = Math.ceil(parts.length / mostBlocks);
  const blocks = Array.from({ length: Math.ceil(parts.length / (each || 1)) }, (_, n): SlackBlock => ({ type: "rich_text", elements: spaced(parts.slice(n * each, (n + 1) * each)) }));
  return { text, blocks };
}

/** The paragraphs and lists of a Markdown text; a list stays with the line that stands right above it. */
function partsOf(markdown: string): readonly Part[] {
  const parts: Part[] = [];
  const lists: { readonly style: List["style"]; readonly first: number; count: number }[] = [];
  let items: List[] = [];
  let quotes = 0;
  let begins = false;
  /** The line after the last paragraph, and whether a list begins in it. */
  let endedAt = -1;
  let hangsOn = false;
  let heading = false;
  for (const token of tokensOf(markdown)) {
    if (lists.length === 0 && /_list_open$/.test(token.type)) hangsOn = parts.length > 0 && token.map?.[0] === endedAt;
    if (token.type === "blockquote_open") quotes++;
    else if (token.type === "blockquote_close") quotes--;
    else if (token.type === "heading_open" || token.type === "heading_close") heading = token.type === "heading_open";
    else if (token.type === "bullet_list_open") lists.push({ style: "bullet", first: 1, count: 0 });
    else if (token.type === "ordered_list_open") lists.push({ style: "ordered", first: Number(token.attrGet("start") ?? 1), count: 0 });
    else if (token.type === "list_item_open") begins = true;
    else if (token.type === "bullet_list_close" || token.type === "ordered_list_close") {
      lists.pop();
      if (lists.length === 0) {
        if (items.length > 0) parts.push([...(hangsOn ? parts.splice(-1).flat() : []), ...items]);
        items = [];
      }
    } else if (token.type === "inline" || token.type === "fence" || token.type === "code_block") {
      const isCode = token.type !== "inline";
      const elements = isCode ? literal(token.content.trimEnd()) : inline(token.children ?? [], heading ? { bold: true } : {});
      if (elements.length === 0) continue;
      const list = lists.at(-1);
      if (!list) {
        parts.push([{ type: isCode ? "rich_text_preformatted" : quotes > 0 ? "rich_text_quote" : "rich_text_section", elements }]);
        endedAt = token.map?.[1] ?? -1;
      } else if (begins) {
        items = withItem(items, list, lists.length - 1, elements);
        list.count++;
        begins = false;
      } else items = goingOn(items, elements);
    }
  }
  return parts;
}

/** A list of another depth or kind is a list of its own there. */
function withItem(items: readonly List[], { style, first, count }: { readonly style: List["style"]; readonly first: number; readonly count: number }, indent: number, elements: readonly Element[]): List[] {
  const item: Section = { type: "rich_text_section", elements };
  const last = items.at(-1);
  if (last?.style === style && last.indent === indent && count > 0) return [...items.slice(0, -1), { ...last, elements: [...last.elements, item] }];
  const offset = style === "ordered" ? first - 1 + count : 0;
  return [...items, { type: "rich_text_list", style, indent, ...(offset > 0 && { offset }), elements: [item] }];
}

/** Another paragraph of the last item. */
function goingOn(items: readonly List[], more: readonly Element[]): List[] {
  const list = items.at(-1);
  const item = list?.elements.at(-1);
  if (!list || !item) return [...items];
  return [...items.slice(0, -1), { ...list, elements: [...list.elements.slice(0, -1), { ...item, elements: [...item.elements, { type: "text", text: "\n" }, ...more] }] }];
}

const literal = (text: string, style?: Style): readonly Element[] => (text === "" ? [] : [{ type: "text", text, ...(style && { style }) }]);

const styles: Readonly<Record<string, keyof Style>> = { strong: "bold", em: "italic", s: "strike" };

function inline(tokens: readonly Token[], base: Style): readonly Element[] {
  const found: Element[] = [];
  let style: Style = base;
  let link: { readonly url: string; text: string } | undefined;
  const add = (text: string, more: Style = {}) => {
    if (link) {
      link.text += text;
      return;
    }
    const its: Style = { ...style, ...more };
    const last = found.at(-1);
    if (text === "") return;
    if (last?.type === "text" && JSON.stringify(last.style ?? {}) === JSON.stringify(its)) found[found.length - 1] = { ...last, text: last.text + text };
    else found.push({ type: "text", text, ...(Object.keys(its).length > 0 && { style: its }) });
  };
  for (const token of tokens) {
    const [, mark = "", side] = /^(\w+)_(open|close)$/.exec(token.type) ?? [];
    const name = styles[mark];
    if (name !== undefined) style = side === "open" ? { ...style, [name]: true } : without(style, name, base);
    else if (token.type === "text") add(token.content);
    else if (token.type === "code_inline") add(token.content, { code: true });
    else if (token.type === "softbreak" || token.type === "hardbreak") add("\n");
    else if (token.type === "link_open") link = { url: String(token.attrGet("href") ?? ""), text: "" };
    else if (token.type === "link_close" && link) {
      const { url, text } = link;
      link = undefined;
      // A picture that goes with the message has an address that only a mail can follow.
      if (/^cid:/i.test(url)) add(text);
      else found.push({ type: "link", url, ...(text !== "" && text !== url && { text }), ...(Object.keys(style).length > 0 && { style }) });
    }
  }
  return found;
}

const without = (style: Style, name: keyof Style, base: Style): Style => (base[name] ? style : Object.fromEntries(Object.entries(style).filter(([one]) => one !== name)));

/** Several paragraphs in one block, with an empty line between them. */
const spaced = (parts: readonly Part[]): Part => parts.flatMap((part, n) => (n === 0 ? part : [{ type: "rich_text_section", elements: [{ type: "text", text: "\n" }] } as const, ...part]));

/** https://docs.slack.dev/messaging/formatting-message-text: the three characters that Slack gives a meaning. */
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function plain(part: Part): string {
  return part.map((one) => (one.type === "rich_text_list" ? one.elements.map((item, n) => `${"    ".repeat(one.indent)}${one.style === "bullet" ? "•" : `${(one.offset ?? 0) + n + 1}.`} ${words(item)}`).join("\n") : words(one))).join("\n");
}
const words = ({ elements }: Section): string =>
  elements.map((one) => (one.type === "text" ? escaped(one.text) : `<${escaped(one.url).replaceAll("|", "%7C")}${one.text === undefined ? "" : `|${escaped(one.text).replaceAll("|", "¦")}`}>`)).join("");

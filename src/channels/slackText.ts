import { tokensOf, type Token } from "./html";

// Slack's own marks: https://docs.slack.dev/messaging/formatting-message-text

/** The three characters that Slack gives a meaning. */
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const link = (address: string, words: string): string => {
  const to = escaped(address).replaceAll("|", "%7C");
  return words === "" || words === escaped(address) ? `<${to}>` : `<${to}|${words.replaceAll("|", "¦")}>`;
};

function inline(tokens: readonly Token[]): string {
  let text = "";
  const links: { address: string; from: number }[] = [];
  for (const token of tokens) {
    if (token.type === "text" || token.type === "code_inline") text += escaped(token.content);
    else if (token.type === "softbreak" || token.type === "hardbreak") text += "\n";
    else if (token.type === "strong_open" || token.type === "strong_close") text += "*";
    else if (token.type === "em_open" || token.type === "em_close") text += "_";
    else if (token.type === "link_open") links.push({ address: String(token.attrGet("href") ?? ""), from: text.length });
    else if (token.type === "link_close") {
      const open = links.pop();
      if (open) text = text.slice(0, open.from) + link(open.address, text.slice(open.from));
    }
  }
  return text;
}

/** The paragraphs and lists of a Markdown text in Slack's marks, one string each; a list stays with the line that stands right above it. */
function slackParts(markdown: string): readonly string[] {
  const parts: string[] = [];
  const lists: { next: number | undefined }[] = [];
  let items: string[] = [];
  let begins = false;
  /** The line after the last paragraph, and whether a list begins in it. */
  let endedAt = -1;
  let hangsOn = false;
  for (const token of tokensOf(markdown)) {
    if (lists.length === 0 && /_list_open$/.test(token.type)) hangsOn = parts.length > 0 && token.map?.[0] === endedAt;
    if (token.type === "bullet_list_open") lists.push({ next: undefined });
    else if (token.type === "ordered_list_open") lists.push({ next: Number(token.attrGet("start") ?? 1) });
    else if (token.type === "list_item_open") begins = true;
    else if (token.type === "bullet_list_close" || token.type === "ordered_list_close") {
      lists.pop();
      if (lists.length === 0) {
        parts.push([...(hangsOn ? parts.splice(-1) : []), ...items].join("\n"));
        items = [];
      }
    } else if (token.type === "inline" || token.type === "fence" || token.type === "code_block") {
      const text = token.type === "inline" ? inline(token.children ?? []) : escaped(token.content.trimEnd());
      const list = lists.at(-1);
      if (!list) {
        parts.push(token.level === 1 && token.map !== null && isHeading(markdown, token) ? `*${text}*` : text);
        endedAt = token.map?.[1] ?? -1;
      } else {
        const mark = list.next === undefined ? "•" : `${list.next++}.`;
        items.push(`${"    ".repeat(lists.length - 1)}${begins ? mark : " "} ${text}`);
        begins = false;
      }
    }
  }
  return parts.filter((part) => part.trim() !== "");
}

const isHeading = (markdown: string, token: Token): boolean => /^#{1,6} /.test(markdown.split("\n")[token.map?.[0] ?? 0] ?? "");

/** https://docs.slack.dev/reference/block-kit/blocks/section-block: a section holds 3,000 characters, a message 50 blocks. */
const mostSection = 3000;
const mostBlocks = 50;

interface Section {
  readonly type: "section";
  readonly text: { readonly type: "mrkdwn"; readonly text: string };
}
export interface SlackText {
  /** For notifications, and for whatever shows no blocks. */
  readonly text: string;
  /** Absent where the message is too long for blocks: then the text alone goes. */
  readonly blocks?: readonly Section[];
}

/** A message as Slack shows it: a section for each paragraph and list, a list with its heading. */
export function slackText(markdown: string): SlackText {
  const parts = slackParts(markdown);
  const text = parts.join("\n\n");
  const sections = parts.flatMap((part) => pieces(part)).map((piece): Section => ({ type: "section", text: { type: "mrkdwn", text: piece } }));
  return sections.length > mostBlocks ? { text } : { text, blocks: sections };
}

/** Cut between lines, and within one only where it alone is too long. */
function pieces(part: string): readonly string[] {
  const found: string[] = [];
  let piece = "";
  for (const line of part.split("\n").flatMap((one) => one.match(new RegExp(`[^]{1,${mostSection}}`, "g")) ?? [""])) {
    if (piece !== "" && piece.length + 1 + line.length > mostSection) {
      found.push(piece);
      piece = line;
    } else piece = piece === "" ? line : `${piece}\n${line}`;
  }
  return piece === "" ? found : [...found, piece];
}

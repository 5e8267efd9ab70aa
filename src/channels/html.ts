import MarkdownIt from "markdown-it";

// What stands in the document is text: HTML in it stays text, and only addresses of pages and mailboxes become links.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false });
markdown.validateLink = (address) => /^(?:https?:|mailto:|cid:)/i.test(address.trim());
/** An image of a page elsewhere would tell that page who reads, and when. */
markdown.disable("image");

/** A message's Markdown as the inside of an HTML page. */
export const htmlOf = (text: string): string => markdown.render(text).trim();

/** A part of a Markdown text, for forms of our own. */
export type Token = ReturnType<typeof markdown.parse>[number];
export const tokensOf = (text: string): readonly Token[] => markdown.parse(text, {});

import { createRequire } from "node:module";

interface Token {
  readonly type: string;
  readonly children: readonly Token[] | null;
}
interface Markdown {
  parse(text: string, environment: object): readonly Token[];
}

// The reader of Markdown that VS Code shows previews with; the packer of extensions brings it along.
const require = createRequire(createRequire(import.meta.url).resolve("@vscode/vsce/package.json"));
const markdown = (require("markdown-it") as (options: object) => Markdown)({ html: true });

const ofOneLine = new Set(["bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special"]);
const ofMessage = new Set([...ofOneLine, "softbreak", "hardbreak", "strong_open", "strong_close", "heading_open", "heading_close"]);

/** Turns, hides or moves text: control characters, marks of direction, what no font shows. */
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function typesIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ type, children }) => [type, ...typesIn(children ?? [])]);
}

/** Why a line of a list is more than text; undefined where it is not. */
export const moreThanALine = (line: string): string | undefined => (unseen.test(line) ? "unseen characters" : typesIn(markdown.parse(`- ${line}`, {})).find((type) => !ofOneLine.has(type)));

/** The same of a whole message, which has headings and bold words of its own. */
export const moreThanAMessage = (text: string): string | undefined => (unseen.test(text) ? "unseen characters" : typesIn(markdown.parse(text, {})).find((type) => !ofMessage.has(type)));

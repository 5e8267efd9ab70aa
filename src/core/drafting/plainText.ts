/**
 * A draft's Markdown as plain text, for a chat or a form: bold and other marks go, escapes are undone, lists, line breaks and
 * addresses stay. @param form.bold what stands around bold words instead: "*" for Slack and WhatsApp
 */
export function toPlainText(markdown: string, form: { readonly bold?: string } = {}): string {
  const bold = (words: string) => `${form.bold ?? ""}${words}${form.bold ?? ""}`;
  const aside = setAside();
  const text = markdown
    .replace(/[\ue000\ue001]/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => aside.put(character))
    .replace(/`([^`\n]+)`/g, (_, code: string) => aside.put(code))
    .replace(/<(https?:\/\/[^\s<>]+)>/g, (_, address: string) => aside.put(address))
    .replace(/https?:\/\/[^\s<>()]+/g, (address) => aside.put(address))
    .replace(brackets, (whole, words: string, address: string, end: string | undefined) => (end === ")" ? linkAsText(words, address) : whole))
    .replace(/(?<!\*)\*(?=[^\s*])([^*\n]*[^\s*])\*(?!\*)/g, "$1")
    .split("\n").map((line) => withoutBold(line, bold)).join("\n")
    .replace(/^#{1,6} +(.*)$/gm, (_, words: string) => bold(withoutMarksBehind(words)))
    .replace(/(?<! ) +$/gm, "");
  return aside.back(text);
}

// Anyone's words come through here, a megabyte of opened brackets too: nothing below looks at the same place again and again.

/** A link, or as much of one as there is: what lacks its end is passed over at once, since no other begins in it. */
const brackets = /!?\[([^\]\n]*)(?:\](?:\(([^)\n]*)(\)?))?)?/g;

/** Looked for up to the last mark that can end bold words: behind it each opening one would be in vain. */
function withoutBold(line: string, bold: (words: string) => string): string {
  let at = line.lastIndexOf("**");
  while (at > 0 && /\s/.test(line.charAt(at - 1))) at = line.lastIndexOf("**", at - 1);
  if (at <= 0) return line;
  return line.slice(0, at + 2).replace(/\*\*(?=\S)([^\n]*?\S)\*\*/g, (_, words: string) => bold(words)) + line.slice(at + 2);
}

/** A heading may be closed by the marks that open it. */
function withoutMarksBehind(words: string): string {
  let end = words.length;
  while (words[end - 1] === "#") end--;
  while (words[end - 1] === " ") end--;
  return words.slice(0, end);
}

const linkAsText = (words: string, address: string) => (words === "" || words === address ? address : `${words} (${address})`);

/** What is text for certain steps aside while marks are taken out, so that it is not taken for one. */
function setAside() {
  const kept: string[] = [];
  const back = (text: string): string => text.replace(/\ue000(\d+)\ue001/g, (_, at: string) => back(kept[Number(at)] ?? ""));
  return { put: (text: string) => `\ue000${kept.push(text) - 1}\ue001`, back };
}

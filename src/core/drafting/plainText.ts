/**
 * A draft's Markdown as plain text, for a chat or a form: bold and other marks go, escapes are undone, lists, line breaks and
 * addresses stay. @param form.bold what stands around bold words instead: "*" for Slack and WhatsApp
 */
export function toPlainText(markdown: string, form: { readonly bold?: string } = {}): string {
  const bold = `${form.bold ?? ""}$1${form.bold ?? ""}`;
  const aside = setAside();
  const text = markdown
    .replace(/[\ue000\ue001]/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => aside.put(character))
    .replace(/`([^`\n]+)`/g, (_, code: string) => aside.put(code))
    .replace(/<(https?:\/\/[^\s<>]+)>/g, (_, address: string) => aside.put(address))
    .replace(/https?:\/\/[^\s<>()]+/g, (address) => aside.put(address))
    .replace(/!?\[([^\]\n]*)\]\(([^)\n]*)\)/g, (_, words: string, address: string) => linkAsText(words, address))
    .replace(/(?<!\*)\*(?=[^\s*])([^*\n]*[^\s*])\*(?!\*)/g, "$1")
    .replace(/\*\*(?=\S)([^\n]*?\S)\*\*/g, bold)
    .replace(/^#{1,6} +(.*?) *#*$/gm, bold)
    .replace(/ +$/gm, "");
  return aside.back(text);
}

const linkAsText = (words: string, address: string) => (words === "" || words === address ? address : `${words} (${address})`);

/** What is text for certain steps aside while marks are taken out, so that it is not taken for one. */
function setAside() {
  const kept: string[] = [];
  const back = (text: string): string => text.replace(/\ue000(\d+)\ue001/g, (_, at: string) => back(kept[Number(at)] ?? ""));
  return { put: (text: string) => `\ue000${kept.push(text) - 1}\ue001`, back };
}

/**
 * An address of a page that can stand in a message: http or https, no name or password in it, and nothing in it that
 * Markdown would take for a mark. Undefined when it is none.
 */
export function safeAddress(address: string): string | undefined {
  const trimmed = address.trim();
  if (!/^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i.test(trimmed) || trimmed.length > 2000) return undefined;
  return trimmed.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "").replace(/[<>"'`*_()[\]\\|$&]|~(?=~)/g, escapeMark);
}

/** "_" between letters and "&" between parameters are ordinary in addresses and no marks there. */
function escapeMark(mark: string, at: number, address: string): string {
  const between = /\w/.test(address[at - 1] ?? "") && /\w/.test(address[at + 1] ?? "");
  const ordinary = mark === "_" ? between : mark === "&" && !/^&\w*;/.test(address.slice(at));
  return ordinary ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

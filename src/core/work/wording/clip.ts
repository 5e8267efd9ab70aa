/** A line of a message, not a page. */
const longest = 280;

/**
 * Cuts what is too long after a whole word, and says so with "…". Only where there is not one space to cut at, as in a wall
 * of letters, does it cut between two characters.
 */
export function clip(text: string): string {
  if (text.length <= longest) return text.trim();
  const head = text.slice(0, longest);
  const at = /\s\S*$/u.exec(head)?.index ?? 0;
  const kept = at > longest / 4 ? head.slice(0, at) : Array.from(head).slice(0, -1).join("");
  return `${kept.replace(/[\s,;:.–—-]+$/u, "")}…`;
}

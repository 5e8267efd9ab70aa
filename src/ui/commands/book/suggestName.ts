/**
 * A folder's or repository's name as a person would write it: "acme-shop.git", "acme_shop" and "acmeShop" become "Acme Shop".
 * A word that has capitals of its own keeps them, and so do words outside the Latin script. What VS Code adds to a
 * workspace of several folders is left away. Empty where nothing is left.
 */
export function readableName(folder: string): string {
  const name = folder.replace(/\.(git|code-workspace)$| \(workspace\)$/i, "").replace(/^@[^/]+\//, "");
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .split(/[\s\-_.]+/)
    .filter((word) => word !== "")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
}

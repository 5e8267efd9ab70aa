import type { Glossary } from "../../book/glossary";
import { plainWord } from "./identifiers";

/** The words of one client for what commits name. */
export interface ClientWords {
  /** Puts a sign in the place of each term, so that wording leaves the client's words as they are. */
  readonly set: (title: string) => string;
  /** Puts the words in the place of the signs. */
  readonly take: (text: string) => string;
  /** What the client calls a scope. */
  readonly ofScope: (scope: string) => string | undefined;
}

/** From the private use area, which is taken out of every message before it is read. */
const firstSign = 0xe200;
const mostTerms = 1000;
const signs = /[\ue200-\ue5ff]/g;

export function clientWords(glossary: Glossary): ClientWords | undefined {
  const entries = glossary.slice(0, mostTerms);
  if (entries.length === 0) return undefined;
  const at = new Map<string, number>();
  entries.forEach(({ term }, index) => {
    for (const form of [term, term.split(" ").map(plainWord).join(" ")]) if (!at.has(form.toLowerCase())) at.set(form.toLowerCase(), index);
  });
  // The longest first: "cart item" before "cart".
  const forms = [...at.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  const any = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])(?:${forms.join("|")})(?![\\p{L}\\p{M}\\p{N}_])`, "giu");
  const sign = (found: string): string => {
    const index = at.get(found.toLowerCase());
    return index === undefined ? found : String.fromCharCode(firstSign + index);
  };
  return {
    set: (title) => title.replace(any, sign),
    take: (text) => text.replace(signs, (found) => entries[found.charCodeAt(0) - firstSign]?.words ?? ""),
    ofScope: (scope) => entries[at.get(scope.toLowerCase()) ?? -1]?.words,
  };
}

// A template while it is being typed is seldom whole, so its marks are also read without Handlebars' grammar.

export interface Mark {
  /** "#" opens a block, "/" closes one, ">" is a partial, "!" a comment, "" anything else. */
  readonly sign: "#" | "/" | ">" | "!" | "^" | "";
  /** The first word. */
  readonly name: string;
  /** What follows it. */
  readonly rest: string;
  /** Of "{{", and of what follows "}}". Of a mark without an end, where the text ends. */
  readonly start: number;
  readonly end: number;
  /** Where what stands between the braces and the sign begins. */
  readonly inside: number;
  readonly isOpen: boolean;
}

const mark = /\{\{\{?~?\s*(?:(!)(?:--[\s\S]*?(?:--~?\}\}|$)|[^}]*)|([#/>^&]?)(?:[>*])?\s*([^\s}~]*)([^}]*?))(~?\}?\}\}|(?=\{\{)|$)/g;

/** What comes before the first word. */
const lead = /^\{\{\{?~?\s*[#/>^&]?[>*]?\s*/;

export function marksIn(text: string): readonly Mark[] {
  return [...text.matchAll(mark)].map((found) => {
    const [whole, comment, sign = "", name = "", rest = "", close = ""] = found;
    const end = found.index + whole.length;
    return {
      sign: (comment ?? (sign === "&" ? "" : sign)) as Mark["sign"],
      name,
      rest: rest.trim(),
      start: found.index,
      end,
      inside: found.index + (lead.exec(whole)?.[0].length ?? 0),
      isOpen: close === "" && comment === undefined,
    };
  });
}

/** The blocks that are open at a place, the outermost first. */
export function openBlocks(marks: readonly Mark[], offset: number): readonly Mark[] {
  const open: Mark[] = [];
  for (const one of marks) {
    if (one.end > offset) break;
    if (one.sign === "#") open.push(one);
    else if (one.sign === "/") open.pop();
  }
  return open;
}

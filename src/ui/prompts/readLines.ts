/** Several sentences typed on one line, divided by ";": a comma belongs to a sentence. */
export const readLines = (typed: string): readonly string[] =>
  typed
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

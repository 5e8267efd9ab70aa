// The words of a commit are data: they become one line of visible characters before anything else looks at them.

/** Longer than any subject that a person wrote; what lies beyond is not read as words. */
const longest = 2000;

// Zero-width joiners are format characters too, but Bangla and many other scripts are misspelt without them.
const unseen = (): RegExp => /(?![\u200c\u200d])[\p{Cf}\p{Co}]/gu;
const breaks = (): RegExp => /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const broken = (): RegExp => /\p{Cs}/gu;

/** Words of plain ASCII with single spaces: nearly all there are, and as they should be. */
const ordinary = /^[!-~]+(?: [!-~]+)*$/;

/** One line of visible text: control characters and line breaks become spaces, marks that turn or hide text vanish. */
export function oneLine(text: string): string {
  if (text.length <= longest && ordinary.test(text)) return text;
  return text.slice(0, longest).replace(broken(), "\ufffd").replace(unseen(), "").replace(breaks(), " ").trim();
}

/** The lines of a body, in any of git's line endings, ends trimmed, leading space kept. */
export const lines = (body: string): readonly string[] => body.split(/\r\n|\n|\r/).map((line) => line.slice(0, longest).trimEnd());

/** What two subjects are compared by: spelling variants of the same letters and the number that a merge appended do not count. */
export function subjectKey(subject: string): string {
  const line = oneLine(subject);
  const same = ordinary.test(line) ? line : line.normalize("NFC");
  return same.endsWith(")") ? same.replace(/(?: \((?:#|!)\d+\))+$/, "") : same;
}

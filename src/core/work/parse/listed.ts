import { lines, oneLine } from "./plainText";
import { isTrailer } from "./trailers";

/**
 * The subjects that a squash lists in its body: "* subject" or "- subject" as hosts write them, and the log that
 * `git merge --squash` prepares ("Squashed commit of the following:").
 */
export function listedSubjects(body: string): readonly string[] {
  if (body === "" || !/^(?:[*-] +\S|commit [0-9a-f]{7})/m.test(body)) return [];
  const found: string[] = [];
  let inLog = false;
  let wantsSubject = false;
  for (const line of lines(body)) {
    if (/^commit [0-9a-f]{7,64}\b/.test(line)) {
      inLog = wantsSubject = true;
      continue;
    }
    if (inLog) {
      const indented = /^ {4}(\S.*)$/.exec(line)?.[1];
      if (wantsSubject && indented !== undefined) {
        found.push(oneLine(indented));
        wantsSubject = false;
      }
      continue;
    }
    const bullet = /^[*-] +(\S.*)$/.exec(line)?.[1];
    if (bullet !== undefined && !isTrailer(bullet)) found.push(oneLine(bullet));
  }
  return found.filter((subject) => subject !== "");
}

/** The first line of a body that is prose: no trailer, no heading, no list, nothing that git wrote. */
export function firstWords(body: string): string | undefined {
  for (const line of lines(body).slice(0, 50)) {
    const text = oneLine(line);
    if (text === "" || isTrailer(text) || /^(?:[#*>|+-]|(?:conflicts|this reverts commit|squashed commit of)\b)/i.test(text)) continue;
    return /^\(?[scfrſ]/i.test(text) && /^\(?(?:see merge request|cherry picked from|closes?|fix(?:es)?|refs?)\b[^\p{L}]*$/iu.test(text) ? undefined : text;
  }
  return undefined;
}

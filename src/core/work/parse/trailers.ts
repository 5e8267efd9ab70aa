import { lines, oneLine } from "./plainText";

const trailerLine = /^([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]*(.*)$/;
/** Trailers that git and its hosts write; a line of these is never taken for words about the work. */
const known =
  /^(?:signed-off-by|co-authored-by|reviewed-by|acked-by|tested-by|reported-by|suggested-by|cc|change-id|fixes|closes|refs|see-also|reviewed-on|client-note|bug|issue|link)$/i;

/**
 * The values of a trailer, by its name in any case. Looked for in the whole body, because a squash leaves the trailers of
 * its commits in the middle; a line that begins with space continues the one before.
 */
export function trailerValues(body: string, name: string): readonly string[] {
  if (body === "" || !body.toLowerCase().includes(`${name.toLowerCase()}:`)) return [];
  const values: string[][] = [];
  let current: string[] | undefined;
  for (const line of lines(body)) {
    const match = trailerLine.exec(line);
    if (match?.[1]?.toLowerCase() === name.toLowerCase()) values.push((current = [match[2] ?? ""]));
    else if (current && /^[ \t]+\S/.test(line)) current.push(line);
    else current = undefined;
  }
  return values.map((parts) => oneLine(parts.join(" "))).filter((value) => value !== "");
}

export const isTrailer = (line: string): boolean => known.test(trailerLine.exec(line)?.[1] ?? "");

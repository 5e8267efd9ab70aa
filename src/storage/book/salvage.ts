import type { Clock } from "../../core/ports/clock";
import type { Content } from "./content";
import { bookVersion, headingIn } from "./image";
import { createReading, sumOf } from "./lines";

/**
 * What is still whole in a damaged file, wherever it lies in it: each line says how long it is and carries its own
 * checksum, so that neither missing line ends nor bytes that are no text hide a line behind them.
 */
export function salvaged(bytes: Buffer, now: Clock["now"]): Content {
  const version = Math.min(headingIn(bytes)?.version ?? bookVersion, bookVersion);
  const reading = createReading(version, now);
  // One character a byte, so that places in the text are places in the bytes.
  const text = bytes.toString("latin1");
  const start = /([0-9a-f]{16}) (\d{1,8}) \{/g;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const from = match.index + match[0].length - 1;
    const json = bytes.subarray(from, from + Number(match[2]));
    if (json.length === Number(match[2]) && sumOf(json) === match[1]) {
      const value: unknown = JSON.parse(json.toString("utf8"));
      if (!isHeading(value)) reading.entry(value, bytes.subarray(match.index, from + json.length).toString("utf8") + "\n");
      start.lastIndex = from + json.length;
    } else {
      // A checksum may begin within what looked like one.
      start.lastIndex = match.index + 1;
    }
  }
  return reading.content();
}

const isHeading = (value: unknown): boolean => typeof value === "object" && value !== null && "khobor" in value;

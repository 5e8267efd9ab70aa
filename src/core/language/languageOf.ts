import type { Language } from "../book/fields";
import { smallWords } from "./englishOf";
import { scriptOf } from "./script";

/**
 * The language that a line is in, as far as its letters and small words tell: "other" where it is surely neither English nor
 * Bangla. Undefined where there are too few letters.
 */
export function languageOf(line: string): Language | "other" | undefined {
  if (/^[ -~]*$/.test(line)) return /[a-z].*[a-z].*[a-z]/i.test(line) ? latin(line) : undefined;
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3) return undefined;
  const script = scriptOf(line);
  if (script === "bn") return "bn";
  const known = line.match(/[\p{Script=Bengali}\p{Script=Latin}]/gu)?.length ?? 0;
  if (script === undefined || known * 2 < letters) return "other";
  // A letter with an accent may be a name's.
  return latin(line);
}

function latin(line: string): "en" | "other" {
  // Where the verb stands last, it carries the full stop: "… fix korsi."
  const { english, other } = smallWords(line.replace(/[.!?]+$/, ""));
  return other > english ? "other" : "en";
}

/**
 * The parts of a milestone, typed on one line: divided by ";" where there is one, else by ",". List marks are taken off, and
 * a part that is named twice counts once.
 */
export function readParts(typed: string): readonly string[] {
  const parts = typed
    .split(typed.includes(";") ? ";" : ",")
    .map((part) => part.trim().replace(/^(?:[-*•]\s*)?(?:\[[ xX]?\]\s*)?/, "").trim())
    .filter((part) => part !== "");
  return [...new Set(parts)];
}

import type { Text } from "../core/say";

/** The plain sentence that an error of ours carries: as `problem`, or one level deeper where that is about a repository. */
export function problemOf(error: unknown): Text | undefined {
  if (!(error instanceof Error) || !("problem" in error)) return undefined;
  const { problem } = error;
  if (isText(problem)) return problem;
  const inner = typeof problem === "object" && problem !== null && "problem" in problem ? problem.problem : undefined;
  return isText(inner) ? inner : undefined;
}

const isText = (value: unknown): value is Text =>
  typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";

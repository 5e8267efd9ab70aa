import type { Text } from "../../say";

/** A place in a template: lines and characters from 0, the end not included. */
export interface Range {
  readonly start: Place;
  readonly end: Place;
}
interface Place {
  readonly line: number;
  readonly character: number;
}

/** "error": the template cannot be used, or would leave a hole in a message. "warning": it can be, and says less than it should. */
export interface Finding {
  readonly at: Range;
  readonly problem: Text;
  readonly severity: "error" | "warning";
}

export const isUsable = (findings: readonly Finding[]): boolean => findings.every(({ severity }) => severity !== "error");

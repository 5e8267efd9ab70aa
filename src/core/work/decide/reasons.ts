import type { Text, TextId } from "../../say";

/** Why a commit is not told. Each is a text that the writer reads beside the commit. */
export type Reason =
  | "skipped"
  | "hidden"
  | "hiddenScope"
  | "empty"
  | "unclear"
  | "merge"
  | "reverted"
  | "revert"
  | "followUp"
  | "wip"
  | "dependencies"
  | "ci"
  | "tests"
  | "docs"
  | "build"
  | "format"
  | "refactor"
  | "typo"
  | "release"
  | "translations"
  | "generated"
  | "chore";

/** These say something of the work itself; the others only of how its commit was worded. */
const aboutTheWork: readonly Reason[] = ["dependencies", "ci", "tests", "docs", "build", "format", "refactor", "release", "translations", "generated", "chore"];
export const isAboutTheWork = (reason: Reason): boolean => aboutTheWork.includes(reason);

export const reasonText = (reason: Reason): Text => ({ id: `work.leftOut.${reason}` satisfies TextId });

import type { Text } from "../core/say";

/** Tells the user of a trouble that stops nothing, or that one is over, in one sentence. `detail` is for the log. */
export type Report = (problem: Text, detail: string) => void;

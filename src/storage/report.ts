import type { Text } from "../core/say";

/** Tells the user of a trouble that stops nothing, in one sentence. `detail` is for the log. */
export type Report = (problem: Text, detail: string) => void;

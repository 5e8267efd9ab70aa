import type { Text } from "../../say";
import type { Answer, AboutChoice, Need } from "./kind";

/** Questions that depend on the answers before them. */
export interface Questions<S> {
  /** What is still to be asked, in order. */
  needs(state: S): readonly Need[];
  /** @param answer undefined: left empty */
  take(state: S, need: Need, answer: Answer | undefined): S;
}

/** What writing a message asks of the user. */
export interface MessagePrompts {
  /** Asks one short question after the other, with a way back. `finished`: the user did not cancel before the last one. */
  interview<S>(title: Text, begin: S, questions: Questions<S>): Promise<{ readonly state: S; readonly finished: boolean }>;
  /** Undefined: cancelled. `orNew`: something that is not in the book yet may be chosen. */
  pickAbout(title: Text, choices: readonly AboutChoice[], orNew: boolean): Promise<AboutChoice | "new" | undefined>;
  /** Undefined: cancelled. */
  pickForm(title: Text, forms: readonly { readonly value: string; readonly label: Text }[]): Promise<string | undefined>;
}

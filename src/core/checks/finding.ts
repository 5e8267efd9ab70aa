import type { MessageKind } from "../book/messageKind";
import type { Text } from "../say";
import type { CheckInput } from "./input";
import type { Range } from "./reading";

export interface Edit {
  readonly range: Range;
  /** Where the fix asks for a date, `DATE` stands for it. */
  readonly text: string;
}
/** What stands in an edit's text for the date that is asked for before the edit is made. */
export const DATE = "\ue010";

export interface Fix {
  readonly title: Text;
  readonly edits: readonly Edit[];
  /** The user says which date first; it is written in the language of the message. */
  readonly asks?: "date";
}
/** What a rule found at one place. */
export interface Found {
  readonly range: Range;
  readonly message: Text;
  /** The likeliest first. */
  readonly fixes?: readonly Fix[];
  /** No reason overrides it. */
  readonly firm?: true;
}
/** An error stops "Mark as sent" until it is fixed or overridden with a reason; a warning does not. */
export type Level = "error" | "warning";

/** One thing that a message is read for. Its file says why, and where that comes from. */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  readonly level: Level;
  /** The page that the rule rests on, where there is one. */
  readonly source?: `https://${string}`;
  /** Absent: every kind. */
  readonly appliesTo?: (kind: MessageKind) => boolean;
  readonly find: (input: CheckInput) => readonly Found[];
}
export const defineRule = <const Id extends string>(rule: Rule<Id>): Rule<Id> => rule;

import type { Found, Level, Rule } from "./finding";
import type { CheckInput } from "./input";
import { rules, type RuleId } from "./rules";

/** Something that a rule has against the message, at one place of the document. */
export interface Finding extends Found {
  readonly rule: RuleId;
  readonly level: Level;
}

/** What the rules find in a message, by place; nothing of those in `off`. Pure: the same input gives the same findings. */
export function check(input: CheckInput, off: ReadonlySet<string> = new Set()): readonly Finding[] {
  const all: readonly Rule<RuleId>[] = rules;
  return all
    .filter(({ id, appliesTo }) => !off.has(id) && appliesTo?.(input.kind) !== false)
    .flatMap(({ id, level, find }) => find(input).map((found): Finding => ({ ...found, rule: id, level })))
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** What stands between a message and "Mark as sent", and what is only worth a look. */
export interface Verdict {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}
export const verdictOf = (findings: readonly Finding[]): Verdict => ({
  errors: findings.filter(({ level }) => level === "error"),
  warnings: findings.filter(({ level }) => level === "warning"),
});

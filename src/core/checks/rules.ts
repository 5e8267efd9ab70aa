import { ambiguousDay } from "./rules/ambiguousDay";
import { blame } from "./rules/blame";
import { branchName } from "./rules/branchName";
import { contactDetails } from "./rules/contactDetails";
import { dayOff } from "./rules/dayOff";
import { defensive } from "./rules/defensive";
import { delayDate } from "./rules/delayDate";
import { delayPlain } from "./rules/delayPlain";
import { emptySection } from "./rules/emptySection";
import { excuse } from "./rules/excuse";
import { fileName } from "./rules/fileName";
import { glossary } from "./rules/glossary";
import { hardToRead } from "./rules/hardToRead";
import { hashes } from "./rules/hash";
import { internalAddress } from "./rules/internalAddress";
import { jargon } from "./rules/jargon";
import { mistakeOwned } from "./rules/mistakeOwned";
import { notLive } from "./rules/notLive";
import { otherClient } from "./rules/otherClient";
import { otherLanguage } from "./rules/otherLanguage";
import { outsidePayment } from "./rules/outsidePayment";
import { placeholder } from "./rules/placeholder";
import { promiseDate } from "./rules/promiseDate";
import { ratingIfGood } from "./rules/ratingIfGood";
import { ratingIncentive } from "./rules/ratingIncentive";
import { secret } from "./rules/secret";
import { shouting } from "./rules/shouting";
import { softened } from "./rules/softened";
import { stackTrace } from "./rules/stackTrace";
import { tooLong } from "./rules/tooLong";
import { wrongWeekday } from "./rules/wrongWeekday";
import type { Rule } from "./finding";

/** Every rule: what leaks and what is untrue first, then what is missing, then how it is said. */
export const rules = [
  secret, internalAddress, otherClient, notLive, stackTrace, hashes, placeholder,
  contactDetails, outsidePayment, ratingIncentive, ratingIfGood,
  delayDate, mistakeOwned, delayPlain, softened,
  promiseDate, wrongWeekday, dayOff, ambiguousDay,
  emptySection, otherLanguage, glossary, jargon, fileName, branchName,
  excuse, blame, defensive, shouting, hardToRead, tooLong,
] as const;

export type RuleId = (typeof rules)[number]["id"];
const byId: ReadonlyMap<string, Rule<RuleId>> = new Map(rules.map((rule) => [rule.id, rule]));
export const ruleOf = (id: string): Rule<RuleId> | undefined => byId.get(id);

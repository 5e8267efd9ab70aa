import { whenNeeded } from "../patterns";

// Subjects that say, beside what was wrong, that it is over.

/** "HOTFIX!!! …", "Prod hotfix: …", "Critical hotfix payment webhook" */
const urgency = "(?:critical|urgent|emergency|quick|prod|production|live)";
export const loud = new RegExp(`^(?:${urgency} )*(?:hot[ -]?fix|bug ?fix|fix|urgent|important|asap|critical)\\s*!+\\s*[:–-]?\\s+(?=\\S)`, "i");
export const hotfix = whenNeeded(() => new RegExp(`^(?:${urgency} )*(?:hot[ -]?fix|bug[ -]?fix)\\s*[:–-]?\\s+(?:for\\s+)?(?=\\p{L})(?!(?:and|or|in|on|at|of|to|with|from|after|release|branch|version|merge)(?![\\p{L}]))`, "iu"));
/** "App crashes without a camera - fixed" */
export const fixedLast = /\s+[-–—]+\s*(?:now |is |all )?(?:fixed|solved|resolved)[.!]*$/i;
/** "menu not closing on click fixed": what was wrong, and that it is over. */
export const wrongThenFixed = /^((?:\S+ ){1,6}?(?:not [a-z]+ing|(?:doesn|didn|isn|wasn|aren|don)['’]?t|fails|failing|crash(?:es|ing)|broken|wrong|missing|incorrect)(?: \S+){0,7}?)(?: issue| problem| bug)?,? (?:(?:is |are |has been |now |all )*)(?:fixed|solved|resolved)[.!]*$/i;

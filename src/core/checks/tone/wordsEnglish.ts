// Classes of English words that the forms are built from: sources of patterns, in which a space stands for any run of spaces.

/** What is said in passing, before a verb. */
export const adverbs = "(?: (?:\\w+ly|also|just|still|even|then|again|ever|yet|always|never|so|once|now|both|all|in fact|of course)){0,3}";
/** A few words of any kind. */
export const some = "(?: [\\w'-]+){0,4}";
/** Something or somebody of the client's. */
export const yours = "your(?: own)?(?: [\\w'-]+){1,3}?";
export const client = `(?:you(?: guys| people| all| both| two)?|${yours})`;
/** Others at work on the same thing, and they who are not named. */
export const others = "(?:they|he|she|(?:the|that|this|their|whoever) (?:[\\w'-]+ ){0,2}(?:host(?:ing)?|provider|agency|designer|developer|programmer|freelancer|coder|guy|supplier|printer|bank|company|vendor|contractor|photographer|copywriter|translator|team|people|office|support|owner|predecessor|one))";

const irregularPast = "(?:sent|told|gave|said|paid|made|read|came|went|wrote|let|left|took|kept|held|put|set|cut|threw|broke|chose|lost|got|had|found|brought|bought|thought|did|drew|fell|forgot|hid|knew|meant|met|ran|saw|shut|spoke|stood|swapped|told|understood|withdrew|built)";
/** A verb in the past, or its participle. */
export const past = `(?:[a-z]{2,}ed|${irregularPast})`;
export const hasDone = `(?: (?:have|has|had)|'ve|'d|'s)?${adverbs} (?:${past}|given|taken|done|gone|written|chosen|broken|forgotten|spoken|thrown|drawn|been)`;
/** What somebody at work owes to another: to send, answer, decide, check. */
export const owes = "(?:send|sent|answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|tell|told|say|said|mention(?:ed)?|inform(?:ed)?|approve[d]?|sign(?:ed)?(?: off)?|confirm(?:ed)?|decide[d]?|give[n]?|gave|provide[d]?|deliver(?:ed)?|supply|supplied|upload(?:ed)?|share[d]?|pay|paid|read|check(?:ed)?|test(?:ed)?|review(?:ed)?|look(?:ed)?|react(?:ed)?|get back|got back|gotten back|come back|came back|write|written|wrote|let (?:me|us) know|warn(?:ed)?|explain(?:ed)?|specif(?:y|ied)|ask(?:ed)?|bother(?:ed)?|care[d]?|turn(?:ed)? up|show(?:n|ed)? up|join(?:ed)?|call(?:ed)?|finish(?:ed)?|do|did|done|keep|kept|make|made|hand(?:ed)?|return(?:ed)?|transfer(?:red)?|settle[d]?|open(?:ed)?|follow(?:ed)?|agree[d]?|choose|chosen|chose|pick(?:ed)?|fill(?:ed)?|set|update[d]?|renew(?:ed)?|think|thought|consider(?:ed)?|listen(?:ed)?|stick|stuck|order(?:ed)? it)";
export const speaks = "(?:said|told(?: you| them)?|mentioned|explained|written|wrote|stated|pointed(?: \\w+)? out|warned(?: you)?|asked|flagged|raised|advised|suggested|recommended|noted|informed you|reminded(?: you)?|repeated|made (?:it |that |this )?(?:very |quite |perfectly )?clear|emphasi[sz]ed|stressed)";
/** A stretch of time, as it is held against somebody. */
export const aWhile = "(?:(?:over|more than|almost|nearly|about|around|at least|the (?:last|past|better part of)|all|these|another|up to|well over|some|(?:a )?full|good|exactly) ){0,3}(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a few|a couple of|some|half an?|countless|long|the whole|this|last|ages|weeks|days|months|hours|forever|so long|too long|far too long|very long|years)(?: (?:working |whole |full |entire |long |more |extra )?(?:days?|weeks?|months?|hours?|ages|time|fortnight|half))?";
export const times = "(?:twice|(?:two|three|four|five|six|seven|ten|several|many|countless|\\d+|a (?:dozen|hundred|thousand)|multiple|enough|so many|how many) times|again and again|over and over|repeatedly|time and (?:time )?again|more than once)";

import { has, words } from "../find/patterns";
import type { Form } from "./form";

// How English makes trouble small: a small word before it, "only", "almost done", good news first, "no need to worry", "hardly
// anyone". Numbers make nothing small: "two orders were affected" is plain.

const small = "(?:tiny|slight|small|little|minor|short|brief|wee|teeny|negligible|insignificant|quick|mini|trivial|harmless|cosmetic|modest|innocent|temporary|momentary|marginal)";
const matter = "(?:delays?|hiccups?|issues?|problems?|mistakes?|glitch(?:es)?|changes?(?: of plans?)?|slips?|bugs?|errors?|setbacks?|bumps?|inconvenience|mix-?up|oversights?|misunderstanding|slip-?ups?|blunders?|mishaps?|snags?|outages?|interruptions?|complications?|shifts?|matter|thing|adjustments?|amendments?|tweaks?|deviations?|reshuffles?|postponements?|extensions?|confusion|wrinkles?|blips?|corrections?|re-?schedul\\w+|updates? to|hold-?ups?|wait|typos?|faults?|losses?|gaps?|hitch(?:es)?|detours?|trouble|difference|correction|move|push|nudge|stumble|imperfections?|accidents?|slowdown|downtime|disruptions?|disturbance|remainder|rest|leftovers?)";
const bit = "(?:a|an|the|one|some)? ?(?:tiny |little |wee |small |tad |mere )?(?:bit|touch|tad|whisker|smidge|fraction|hair|spot|while|moment|notch)";
const worry = "(?:worr(?:y|ies|ied|ying)|panic|alarm(?:ed)?|concern(?:ed|s)?|fear|fret|stress|drama|sweat|lose (?:any )?sleep|be afraid|get (?:nervous|upset|excited))";

export const softenedEnglish: readonly Form[] = [
  { says: words(
    `(?:just |only |but )?(?:a |an |some |one |the |this |our |my )?(?:very |quite )?${small} (?:\\w+ ){0,2}?${matter}`, `(?:just )?a (?:bit|touch|spot) of an? (?:\\w+ )?${matter}`, "(?:an? )?(?:hiccups?|glitch(?:es)?|snags?|blips?)", `(?:just |only )?(?:slightly|a (?:little|bit|tad|touch|smidge)) (?:late|later|behind|longer|off|wrong|over|moved|out of|slower|short|more (?:time|work|polish|love)|beyond|past|mixed)`,
    `(?:slips?|moves?|late|later|behind|over)(?: \\w+){0,3}? (?:by )?(?:just |only |a (?:little|bit|tad|touch|hair|notch))(?: \\w+)?`, `by (?:just |only )?${bit}`, "nudg(?:e|es|ed|ing)(?: \\w+){0,3}", `(?:just |only )${bit}(?: (?:more|of|longer|late))?`, "(?:some|more|final|last|extra|bit of|little) (?:polish(?:ing)?|finishing)(?: \\w+)?", "(?:finishing|last|final) touches", "fine-?tuning",
  ) },
  { says: words(
    "(?:almost|nearly) (?:there|done|finished|ready|fine|live|over)", "(?:so|very|really|this) close(?: to (?:done|being|the))?", "home stretch|final stretch|last mile|finish(?:ing)? line", "(?:some |the )?(?:good|great|best|happy|better) (?:news|part|thing|side)(?: first| is)?", "(?:upside|luckily)", "(?:all in all|otherwise),?(?: \\S+){0,5}? (?:great|good|superb|fine|well|lovely)(?: \\w+)?", "(?:great|good|super) (?:shape|headway)",
  ) },
  { says: words(
    "(?:only|just|merely)(?: \\w+){1,3} an? (?:few|couple of|moment|bit|minute|short)(?: \\w+)?", `(?:no|nothing|not|don't|do not|never|hardly)(?: [\\w']+){0,4}? ${worry}(?: \\w+){0,2}`, "no (?:real |big |great |major )?(?:harm|damage|drama|biggie|loss|deal|matter)(?: was| is)?(?: done)?", "nothing (?:to worry about|dramatic|major|big|bad|tragic|much|lost|too)(?: \\w+)?", `(?:it|that|this|which)(?:'s| is| was)? ?(?:certainly |just )?(?:not|hardly|isn't|wasn't|never) (?:such |too |that |so |very |quite ){0,2}(?:an? )?(?:big|huge|bad|major|grave|long|much|tragic|severe|urgent|rocket)(?: deal| issue| thing| one| \\w+)?`, "not the end of the world", "isn't (?:such )?a (?:big|huge|serious|major) \\w+", "(?:nobody|no one|hardly any(?:one|body)|you|they|your \\w+|users|people)(?: (?:will|would|has|have|won't|even|likely|really|ever|didn't|hardly|barely)){0,4} (?:notice[ds]?|feel|felt|see it|saw it|mind(?:ed)?)(?: \\w+)?", "(?:only|just|merely|simply|mere|barely) (?:a |an |the |some |about )?(?:few|couple|handful|detail|trifle|hours?|days?|moment|bit|little|small|tiny|minor|short|drop|blink|odd|single|day|week|typo)(?: (?:of )?\\w+)?", "(?:(?:only|just|merely)(?: \\w+){1,2} )?a (?:mere |small |tiny )?handful(?: of \\w+)?", "(?:the )?odd (?:customer|order|person|error|case)",
  ), when: ({ sentence }) => !has(sentence.text, words("only (?:few|days|two) left")) },
];

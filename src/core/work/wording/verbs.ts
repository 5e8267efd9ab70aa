// English verbs that commit subjects begin with, and what becomes of them in a sentence about work that was done.

/** Verbs whatever follows; the few words that make a noun of them are in `nounAfter`. */
const strong =
  "abbreviate accelerate acknowledge adopt announce arrange assemble assume autofill brighten choose compensate compose compute concatenate conform consume continue " +
  "darken de-emphasise de-emphasize debounce decode decrypt delegate deliver demote derive discard disclose discontinue distinguish distribute elaborate emphasise emphasize " +
  "enrich enumerate evaluate expire flatten forget grow halt hardcode harmonise harmonize hoist inspect instantiate intercept invert isolate lighten loosen " +
  "magnify memoise memoize nudge obtain offload overwrite paginate parallelise parallelize preload prepend preselect quieten randomise randomize recalculate " +
  "recompute reconcile reconnect redraw refetch refuse regroup reimplement reinforce reinstall relabel remap repopulate reschedule resend reshape restyle resubmit retitle " +
  "rewind rewire serialise serialize shuffle soften subtract supersede suspend throttle transliterate transpose uncheck " +
  "unhide unpublish unsubscribe utilise utilize vectorise vectorize virtualise virtualize visualise visualize wipe withdraw " +
  "abort accept accommodate achieve activate adapt add adjust align allow animate append apply approve archive ask assign attach augment authenticate authorize autosave avoid award " +
  "backport boost bring broaden build bundle bypass calculate cancel capture cater center centralize centre change clarify clean clear close collapse collect combine " +
  "compress condense configure confirm connect consider consolidate convert correct create customise customize cut deactivate decouple decrease deduplicate defer " +
  "define delay delete deploy deprecate describe destroy detach detect determine differentiate disable disallow disconnect discourage dismiss display divide do downgrade drop " +
  "ease eliminate embed emit enable encode encourage encrypt enforce enhance enlarge ensure enter escape establish exclude expand explain expose extend extract " +
  "facilitate fall fetch fill finalise finalize find finish fix flip fold follow forbid force forward generate get give go grant guard guess handle harden have hide highlight honour honor " +
  "identify ignore illustrate implement improve include incorporate increase indicate inform infer inherit initialise initialize inject insert instruct integrate introduce invalidate invite invoke " +
  "join keep lay lazy-load leave let lift limit load localise localize maintain make manage merge migrate minimise minimize mitigate modernise modernize modify move " +
  "normalise normalize notify omit open optimise optimize organise organize outline overhaul override parse pass perform permit persist polish populate postpone prefer prefill prepare preserve prevent " +
  "prioritise prioritize prohibit promote propagate protect provide prune publish purge put raise re-add re-enable read rearrange rebuild receive recognise recognize recommend " +
  "recover redesign redirect redo reduce refactor refer refine reflect refresh regenerate register reinstate reintroduce reject relax release reload relocate rely remember remind remove rename render reopen reorder reorganise reorganize " +
  "repair rephrase replace reposition reproduce require rescue reset resize resolve respect respond restore restrict restructure retain rethink retrieve retry return reuse revamp revert reverse revise revisit reword rewrite rework " +
  "run sanitise sanitize satisfy save scale select send set setup shorten show shrink simplify skip smooth solve specify speed split stabilise stabilize standardise standardize start " +
  "stop streamline strengthen strip stub submit suggest supply suppress swap switch sync synchronise synchronize tackle take tell terminate throw tidy tie tighten toggle translate treat trigger trim truncate try turn tweak " +
  "unblock uncomment undo unfold unify uninstall unlock unset update upgrade use validate verify warn whitelist widen wire wrap write";

/** Nouns at the head of a subject as often as verbs: "Search results…", "Import users…". Verbs only where an article or the like follows. */
const weak =
  "access address back beef broadcast compare compile crop drag duplicate exempt exit freeze grab inline narrow nest partition paste repeat resume rotate shift silence slim spread squash stretch tint tune underline zoom balance bill block book cache call catch charge check clone code comment complete copy count cover design document double download email estimate exchange export filter focus format function group help hook host import index install invoice issue label level link list lock log lower output " +
  "map mark mask match mention monitor name note offer order pad page patch pay pick pin place plan point present post price print process pull push query question queue quote record rate report request reserve review roll round scan schedule scroll search secure separate share sign slice slow sort stack step stock store stream structure style support tag target test time " +
  "total trace track transfer transform upload view visit watch wait work";

const irregular: Readonly<Record<string, string>> = {
  broadcast: "broadcast", choose: "chose", forget: "forgot", freeze: "froze", grow: "grew", overwrite: "overwrote", redraw: "redrew", resend: "resent", rewind: "rewound", spread: "spread", withdraw: "withdrew",
  bring: "brought", build: "built", catch: "caught", cut: "cut", output: "output", do: "did", fall: "fell", find: "found", forbid: "forbade", get: "got", give: "gave", go: "went",
  have: "had", hide: "hid", keep: "kept", lay: "laid", leave: "left", let: "let", make: "made", override: "overrode", pay: "paid", put: "put", read: "read", rebuild: "rebuilt", redo: "redid",
  reset: "reset", rethink: "rethought", rewrite: "rewrote", run: "ran", send: "sent", set: "set", setup: "set up", show: "showed", shrink: "shrank", speed: "sped",
  split: "split", take: "took", tell: "told", throw: "threw", undo: "undid", unhide: "unhid", unset: "unset", write: "wrote",
};
const doubled = new Set(
  "cut defer drop embed emit flip forbid format get let log map infer omit pad permit pin plan prefer propel put refer reset rerun run scan set setup skip split step stop strip stub submit swap tag transfer trim unset wrap unwrap ship clip crop drag grab remap slim forget".split(" "),
);

const stem = (verb: string): string => (doubled.has(verb) ? verb + (verb.at(-1) ?? "") : verb);
function pastOf(verb: string): string {
  const known = irregular[verb];
  if (known !== undefined) return known;
  if (verb.endsWith("e")) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${stem(verb)}ed`;
}
const thirdOf = (verb: string): string =>
  verb === "have" ? "has" : verb === "setup" ? "sets up" : /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
const gerundOf = (verb: string): string => (verb === "setup" ? "setting up" : verb.endsWith("ie") ? `${verb.slice(0, -2)}ying` : /[^eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${stem(verb)}ing`);

export interface Verb {
  readonly past: string;
  /** "shows" */
  readonly third: string;
  /** "showing" */
  readonly gerund: string;
  readonly weak: boolean;
}

/** By base form, third person and gerund: "add", "adds", "adding". */
const forms = new Map<string, Verb>();
const pasts = new Map<string, Verb>();
for (const [list, isWeak] of [[weak, true], [strong, false]] as const) {
  for (const base of list.split(" ")) {
    const verb: Verb = { past: pastOf(base), third: thirdOf(base), gerund: gerundOf(base), weak: isWeak };
    forms.set(base, verb);
    // The other forms of the weak ones are plurals ("Tests", "Links") and names of things ("Testing").
    if (!isWeak) {
      forms.set(verb.third, verb);
      forms.set(verb.gerund, verb);
    }
    pasts.set(verb.past, verb);
  }
}

/** "reassemble", "pre-select": verbs made of verbs. "Prefix", "preset", "overlay" and "unread" are not. */
const prefixes = ["re", "re-", "un", "un-", "pre", "pre-", "over", "over-"];
const prefixed = /^((?:re|un|pre|over)-?)(?=[a-z]{3})(?!fix|set|lay|read)/;
const withPrefix = (prefix: string, { past, third, gerund, weak: isWeak }: Verb): Verb => ({ past: prefix + past, third: prefix + third, gerund: prefix + gerund, weak: isWeak });

function lookUp(list: ReadonlyMap<string, Verb>, word: string): Verb | undefined {
  const lower = word.toLowerCase();
  const known = list.get(lower);
  const prefix = known ? undefined : prefixed.exec(lower)?.[1];
  const base = prefix === undefined ? undefined : list.get(lower.slice(prefix.length));
  return prefix === undefined || base === undefined || base.weak ? known : withPrefix(prefix, base);
}

export const verbOf = (word: string): Verb | undefined => lookUp(forms, word);
export const isPast = (word: string): boolean => verbOfPast(word) !== undefined;
/** The verb that this is the past of: "added" is "add". */
export const verbOfPast = (word: string): Verb | undefined => lookUp(pasts, word);
/** Every word that inflecting can bring in. */
export const verbWords = (): readonly string[] =>
  [...forms.values()].flatMap((verb) => [verb, ...prefixes.map((prefix) => withPrefix(prefix, verb))]).flatMap(({ past, third, gerund }) => `${past} ${third} ${gerund}`.split(" "));

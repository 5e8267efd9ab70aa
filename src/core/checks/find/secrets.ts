import type { Reading } from "../reading";
import type { Match } from "./patterns";

// What secretlint's recommended rules miss: passwords that are told in words, keys of services that it does not know, and keys
// that are named as such. The prefixes are those that the services document for their keys (GitHub's secret scanning partner
// patterns list most of them). No example of a key stands here: they are written as patterns.

const value = "[^\\s\"'`<>|,;]";
/** Words by which people name a secret, in both languages. */
const names =
  "pass ?words?|pass ?wd|pwd|pass ?phrase|pass ?code|pass|pin(?: code)?|secret(?:[ _-]?key)?|api[ _-]?(?:key|token|secret)|access[ _-]?(?:key|token)(?:[ _-]id)?|auth[ _-]?(?:key|token)|account ?key|client[ _-]?secret|private[ _-]?key|token|credentials?|otp|app[ _-]?(?:key|secret)|license[ _-]?key|recovery code|পাস ?ওয়ার্ড|পাস ?কোড|পিন|টোকেন|সিক্রেট(?: কী)?|গোপন (?:কী|নম্বর|কোড)|এপিআই কী|ওটিপি|কী";
const means = "[ *]{0,3}(?:[:=]{1,2}>?|is|was|will be|হলো|হল|হচ্ছে)[ *]{0,3}:?[ *]{0,3}";
const source = (text: string): string => text.normalize("NFC").replaceAll(" ?", "\\s?");
/** "password: …", "পাসওয়ার্ড হলো …", "pwd=…" */
const told = new RegExp(`(?<![\\p{L}\\p{M}])(?:${source(names)})["'*]{0,3}${source(means)}["'\`*]{0,3}(?<value>${value}{4,200})`, "giu");
/** "the new password hunter2…": only a password is told like this, and only what cannot be a word. */
const bare = new RegExp(`(?<![\\p{L}\\p{M}])(?:pass ?word|pass ?code|পাস ?ওয়ার্ড|পিন)["'*]{0,3} {1,3}["'\`*]{0,3}(?<value>${value}{6,100})`.normalize("NFC").replaceAll("pass ?", "pass\\s?").replaceAll("পাস ?", "পাস\\s?"), "giu");
/** STRIPE_SECRET_KEY=…, "db_password": "…" */
const assigned = new RegExp(`(?<![\\w.-])[\\w.-]{0,60}?(?:key|token|secret|passw(?:or)?d|pwd|pass|credential|dsn)[\\w-]{0,12}["']? ?(?:=>|:=|=|:) ?["']?(?<value>${value}{6,300})`, "giu");
/** A user with the password behind a slash or a colon: "admin / …" after "log in with". */
const login = /\b(?:log ?in|sign ?in|login|credentials?|user(?:name)?)\b[^.\n]{0,30}?[:\s](?<user>[\w.@+-]{3,40}) ?[/|] ?(?<value>[^\s"'`<>,;]{6,80})/giu;

/** Whatever follows is secret, by its form alone. */
const formed: readonly RegExp[] = [
  /\b[a-z][a-z+.-]{1,14}:\/\/[^\s:@/]{0,80}:(?<value>[^\s@/]{2,200})@[^\s]+/gi,
  /-----BEGIN [A-Z ]*(?:PRIVATE KEY|PGP PRIVATE KEY BLOCK)[A-Z ]*-----[\s\S]{0,8000}?(?:-----END [A-Z ]*-----|$)/g,
  /\b(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AROA)[A-Z2-7]{16}\b/g,
  /\bAIza[\w-]{35}(?![\w-])|\bGOCSPX-[\w-]{20,}|\bya29\.[\w-]{20,}/g,
  /\b(?:sk|rk)_(?:live|test|prod)_[A-Za-z0-9]{10,}|\bwhsec_[A-Za-z0-9+/=]{20,}/g,
  /\bsq0(?:atp|csp|idp)-[\w-]{20,}|\bEAAA[\w-]{40,}|\brzp_(?:live|test)_\w{10,}|\baccess_token\$(?:production|sandbox)\$\w+\$\w+|\bFLWSECK(?:_TEST)?-[\w-]{12,}|\b(?:test|live)_[a-z0-9]{30,}\b/gi,
  /\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}|\bgl(?:pat|ptt|dt|rt|soat|cbt|ft|agent|imt|oas|ffct)-[\w=-]{16,}|\bATBB[A-Za-z0-9]{20,}|\bATATT3[\w=+/-]{40,}|\bATCTT3[\w=+/-]{40,}/g,
  /\bxox[a-z]-[\w-]{10,}|\bxapp-\d-[\w-]{10,}|\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/+-]{20,}/g,
  /\b(?:discord(?:app)?\.com\/api\/webhooks\/\d{15,}\/[\w-]{30,}|(?<![\w.-])[\w.-]{1,60}\.webhook\.office\.com\/webhookb2\/\S{30,}|outlook\.office\.com\/webhook\/\S{30,})/g,
  /(?<![\w.-])[MNO][A-Za-z\d_-]{22,27}\.[\w-]{6,7}\.[\w-]{27,}(?![\w-])/g,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}|\bkey-[0-9a-f]{32}\b|\bre_\w{8,}_\w{16,}|\bxkeysib-[0-9a-f]{64}-\w{16}|\b[0-9a-f]{32}-us\d{1,2}\b|\bpk_\d{5,}_[A-Z0-9]{20,}/g,
  /\bsk-(?:proj-|svcacct-|admin-|ant-[\w]+-|or-v1-)?[\w-]{20,}|\bhf_[A-Za-z]{30,}|\bgsk_\w{40,}|\bpplx-\w{40,}|\br8_\w{30,}|\bxai-\w{40,}/g,
  /\bnpm_[A-Za-z0-9]{30,}|\bpypi-[\w-]{40,}|\brubygems_[0-9a-f]{40,}|\bdckr_(?:pat|oat)_[\w-]{20,}|\boy2[a-z0-9]{43}\b/g,
  /\bshp(?:at|ca|pa|ss|tka)_[0-9a-fA-F]{30,}|\bsecret_[A-Za-z0-9]{40,}|\bntn_\w{40,}|\blin_(?:api|oauth)_\w{30,}|\bfigd_[\w-]{30,}|\bpat[A-Za-z0-9]{14}\.[0-9a-f]{60,}|\bATTA\w{60,}/g,
  /\b(?:dop|doo|dor)_v1_[0-9a-f]{60,}|\bhvs\.[\w-]{24,}|\bhvb\.[\w-]{24,}|\bdapi[0-9a-f]{32}\b|\bsbp_[0-9a-f]{40}\b|\bsb_secret_[\w-]{20,}|\bnfp_\w{30,}|\bvercel_\w{20,}|\bfly?o1_[\w-]{40,}|\bfm[12]_[\w+/=-]{40,}|\bHRKU-[\w-]{30,}|\brnd_\w{20,}/g,
  /\bsntry[su]_[\w+/=-]{30,}|\bglc_[A-Za-z0-9+/=]{30,}|\bglsa_\w{30,}|\bNRAK-[A-Z0-9]{20,}|\bNRII-[\w-]{20,}|\bphc_\w{30,}|\bphx_\w{30,}|\bdd[ap]_?[0-9a-f]{32,}\b|\bPMAK-[0-9a-f]{20,}-[0-9a-f]{30,}|\blaunchdarkly-\w{20,}|\b(?:sdk|api|mob)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  /\b(?:AC|SK)[0-9a-f]{32}\b|(?<!\d)\d{8,10}:AA[\w-]{30,}|\bEAA[A-Z][A-Za-z0-9]{60,}|\bIGQV\w{60,}|\bAAAA[\w-]{5,}:[\w-]{100,}/g,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{50,}|\bops_eyJ[\w+/=-]{50,}|\bp8e-[\w-]{30,}|\bdp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{30,}|\bEZ[AT]K[a-zA-Z0-9]{50,}|\bCLOJARS_[a-z0-9]{50,}|\bpul-[0-9a-f]{40}\b|\btfp_\w{40,}|\b\w{14}\.atlasv1\.[\w=-]{50,}|\bduffel_(?:test|live)_[\w=-]{40,}|\bshippo_(?:live|test)_[0-9a-f]{30,}|\bsk_[a-z]+_[A-Za-z0-9]{24,}|\bA3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}\b/g,
  /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)=(?<value>[\w+/=%-]{20,})|[?&]sig=(?<value2>[\w%+/-]{30,})/g,
  /\b(?:Authorization|X-Api-Key|X-Auth-Token)\s*:\s*(?:Basic|Bearer|Token)?\s*(?<value>[\w+/=.~-]{12,})|\bBearer (?<value2>[\w+/=.~-]{20,})/gi,
];

/** Something named a key somewhere before in the same line, and then a long word that no language has. */
const nearby = /(?:\b(?:key|token|secret|credential|password|passcode|api)s?\b|পাসওয়ার্ড|টোকেন|সিক্রেট|(?<![\p{L}\p{M}])কী)[^\n]{0,60}?(?<![\w/+.@:-])(?<value>[A-Za-z0-9_+/=-]{20,200})(?![\w/@])/giu;

/** The secrets that a text tells, each without the words around it. */
export function secretsIn({ text }: Reading): readonly Match[] {
  const found: Match[] = [];
  const collect = (expression: RegExp, fits: (value: string, whole: string) => boolean) => {
    for (const match of text.matchAll(expression)) {
      const value = match.groups?.["value"] ?? match.groups?.["value2"] ?? match[0];
      const kept = value.replace(/[.,;:!?।)\]}*'"`]+$/u, "");
      const at = match.index + match[0].indexOf(value);
      if (kept !== "" && fits(kept, match[0])) found.push({ start: at, end: at + kept.length, text: kept });
    }
  };
  collect(told, (value, whole) => /[=]\s*\S+$/.test(whole) ? value.length >= 4 && !isPlaceholder(value) : looksChosen(value));
  collect(bare, (value) => looksChosen(value) && /\p{L}/u.test(value) && /\d/.test(value));
  collect(assigned, (value) => looksChosen(value));
  collect(login, (value) => looksChosen(value));
  collect(nearby, isRandom);
  for (const expression of formed) collect(expression, (value) => !isPlaceholder(value));
  return found.sort((a, b) => a.start - b.start);
}

const isPlaceholder = (value: string): boolean => /^[*•x.…_-]+$/i.test(value) || /^[[{<$]/.test(value) || /^(?:your|my|the|new|old|same|none|null|true|false)\b/i.test(value);
/** Not a word of the sentence: it has a digit or a sign among its letters, or changes case within. */
const looksChosen = (value: string): boolean =>
  value.length >= 4 && !isPlaceholder(value) && !/^https?:/i.test(value) && !isTime(value) && (/[\p{L}]/u.test(value) ? /\d|[#$%^&*!+=?]|[a-z][A-Z]/.test(value) && value.length >= 5 : /^\d{4,}$/.test(value) || /\d.*[#$%^&*!+=]/.test(value));
const isTime = (value: string): boolean => /^\d{1,2}[:.]\d\d$|^\d{4}-\d\d-\d\d$|^\d+(?:st|nd|rd|th|টা|টি|টায়)?$/u.test(value) && !/^\d{4,8}$/.test(value);
/** Letters of both cases with digits among them, or a long row of hexadecimal digits. */
const isRandom = (value: string): boolean =>
  !isPlaceholder(value) && ((/[a-z]/.test(value) && /[A-Z]/.test(value) && (value.match(/\d/g)?.length ?? 0) >= 2) || /^(?=.*\d)(?=.*[a-f])[0-9a-f]{24,}$/.test(value));

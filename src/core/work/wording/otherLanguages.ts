import { whenNeeded } from "../patterns";

/** A language that commits are written in beside English, as far as a line has to be said in it. */
interface OtherLanguage {
  /** What gives it away: letters or small words. */
  readonly marks: RegExp;
  /** "In progress:" */
  readonly going: string;
  /** "Taken back:" */
  readonly back?: string;
  /** How a line begins or ends that sounds done. */
  readonly done: RegExp;
  /** Nouns have capitals, wherever they stand. */
  readonly capitals?: true;
  readonly fix?: {
    /** "Fixed:" */
    readonly fixed: string;
    /** "Fixing:" */
    readonly fixing: string;
    /** The words say themselves that something is mended. */
    readonly said: RegExp;
  };
}

const languages = whenNeeded((): readonly OtherLanguage[] => [
  {
    marks: /\p{Script=Bengali}/gu,
    going: "চলছে:",
    done: new RegExp("(?:লাম|েছি|েছে|েছেন|হলো|হল|লো|শেষ|সম্পন্ন|কমপ্লিট|ডান)[।.!\\s]*$".normalize("NFC"), "u"),
    fix: { fixed: "ঠিক করা হয়েছে:", fixing: "ঠিক করা হচ্ছে:", said: /ঠিক|সমাধান|সংশোধন|ফিক্স|আর .*না/u },
  },
  {
    // Bangla in Latin letters
    marks: /(?<!\p{L})(?:kor(?:lam|si|chi|echi|a|te|e|le)|holo|hoise|hoye(?:che|se)|hocche|theke|jonno|diye|niye|notun|thik|dilam|disi|dile|hole|gele|ache|achilo|ekhon|vul|bhul|\p{L}{2,}cch(?:e|i|ilo|ilam)|\p{L}{2,}(?:tese|tesi|chhilo))(?!\p{L})/giu,
    going: "Cholche:",
    back: "Bad deya hoyeche:",
    done: /(?:korlam|korsi|korechi|holo|hoise|hoyeche|hoyese|dilam|disi|niyechi|shesh)[.!]*$/i,
    fix: { fixed: "Thik kora hoyeche:", fixing: "Thik kora hocche:", said: /thik|fix|solve|ar .*na/i },
  },
  {
    marks: /(?<!\p{L})(?:el|los|las|una|del|al|y|en|con|por|para|móvil|cuando|desde|hasta|sin|estaba|muy|veces|\p{L}{2,}(?:aba|aban|ía|ían|ón|ción))(?!\p{L})/giu,
    going: "En curso:",
    back: "Se deshizo:",
    done: /^(?:se |ya )*(?:ha |han |he |fue |fueron )?\p{L}+(?:ad[oa]s?|id[oa]s?|ó|é|í|aron|ieron)(?!\p{L})/iu,
    fix: { fixed: "Corregido:", fixing: "Corrigiendo:", said: /^(?:corrig|correg|correcc|arregl|soluc|repar|evita|resuelv)/i },
  },
  {
    marks: /(?<!\p{L})(?:não|nao|do|da|dos|das|ao|uma|com|na|nos|em|os|as|ção|quando|estava|sem|até|vezes|\p{L}{2,}(?:avam?|ção|ções|ões))(?!\p{L})/giu,
    going: "Em andamento:",
    back: "Desfeito:",
    done: /^(?:já )?(?:foi |foram )?\p{L}+(?:ad[oa]s?|id[oa]s?|ou|eu|iu|ei|aram|eram)(?!\p{L})/iu,
    fix: { fixed: "Corrigido:", fixing: "Corrigindo:", said: /^(?:corrig|corre[cç]|consert|repar|resolv|evit|arrum|ajust)/i },
  },
  {
    marks: /(?<!\p{L})(?:le|les|des|du|une|pour|avec|et|sur|dans|ne|pas|était|étaient|aux|quand|lors|sans|\p{L}{3,}(?:ait|aient))(?!\p{L})/giu,
    going: "En cours :",
    back: "Annulé :",
    done: /^(?:j['’]ai )?\p{L}+ée?s?(?!\p{L})|(?<!\p{L})(?:a|ont) été /iu,
    fix: { fixed: "Corrigé :", fixing: "Correction en cours :", said: /^(?:corrig|correct|répar|résol|évit)/i },
  },
  {
    marks: /(?<!\p{L})(?:der|die|das|und|mit|für|nicht|auf|bei|beim|im|nach|ohne|keine?|wird|ist|nichts|wenn|wurden?|den|dem|zu[mr]|vom|tat|fehlte?)(?!\p{L})/giu,
    going: "In Arbeit:",
    back: "Zurückgenommen:",
    capitals: true,
    done: /(?:(?<!\p{L})\p{L}{0,5}ge\p{L}+(?:t|en)|\p{L}iert|behoben|entfernt|erweitert|verbessert|ersetzt|erledigt|fertig)[.!]?$|(?<!\p{L})wurden?(?!\p{L})/iu,
    fix: { fixed: "Behoben:", fixing: "Wird behoben:", said: /^(?:behob|beheb|korrig|repar|fix|verhind)/i },
  },
  {
    marks: /(?<!\p{L})(?:il|lo|gli|della|del|nel|di|non|una|con|che)(?!\p{L})/giu,
    going: "In corso:",
    back: "Annullato:",
    done: /^(?:è stat[oa] |sono stat[ie] |ho )?\p{L}+(?:[aiu]t[oaei]|ett[oaei]|olt[oaei])(?!\p{L})/iu,
    fix: { fixed: "Corretto:", fixing: "In correzione:", said: /^(?:corr[ei]|ripar|risol|evit|sistem)/i },
  },
  {
    // Indonesian and Malay
    marks: /(?<!\p{L})(?:yang|dan|pada|dengan|untuk|saat|tidak|sudah|bisa|setelah|halaman|salah|pakai)(?!\p{L})/giu,
    going: "Sedang dikerjakan:",
    back: "Dibatalkan:",
    done: /^(?:sudah |telah )?di\p{L}{3,}|(?<!\p{L})(?:sudah|selesai)(?!\p{L})/iu,
    fix: { fixed: "Diperbaiki:", fixing: "Sedang diperbaiki:", said: /(?:mem|di)?perbaik|atasi|betul/i },
  },
  { marks: /(?<!\p{L})(?:ve|ile|için|bir|olarak)(?!\p{L})|[ğış]/giu, going: "Sürüyor:", done: /(?:[ıiuü]ldi|[ıiuü]ldı|ndi|ndı|ldu|ldü|d[ıiuü]m|t[ıiuü]m|d[ıiuü]k|t[ıiuü]k)[.!]?$/iu },
  { marks: /\p{Script=Devanagari}/gu, going: "जारी:", back: "वापस लिया गया:", done: /(?:गया|गई|गए|गयी|किया|दिया|हुआ|हुई|चुका)(?: है)?[।.!\s]*$/u },
  { marks: /[іїєґ]/giu, going: "У роботі:", back: "Скасовано:", done: /^\p{L}+(?:в|ла|ли|но|то|ено|ано)(?!\p{L})/iu },
  { marks: /\p{Script=Cyrillic}/gu, going: "В работе:", back: "Отменено:", done: /^\p{L}+(?:л|ла|ли|ло|ен|ена|ено|ены|ан|ана|ано|аны)(?!\p{L})/iu },
  { marks: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, going: "作業中：", back: "取り消し：", done: /(?:した|ました|済み?|完了)[。！\s]*$/u },
  { marks: /\p{Script=Han}/gu, going: "进行中：", back: "已撤销：", done: /^已|[了完][。！\s]*$|完成/u },
  { marks: /\p{Script=Arabic}/gu, going: "قيد العمل:", back: "تم التراجع عن:", done: /^(?:تم|تمت)\s/u },
]);

/** Of which the text has the most marks. Undefined where that is not sure. */
function languageOf(text: string): OtherLanguage | undefined {
  const scored = languages().map((language) => ({ language, count: text.match(language.marks)?.length ?? 0 })).sort((a, b) => b.count - a.count);
  const [best, next] = scored;
  if (!best || best.count === 0) return undefined;
  // Ukrainian is written in Cyrillic, and Japanese in Han as well: there the rarer letters decide.
  const special = scored.find(({ language, count }) => count > 0 && /^(?:У роботі|作業中)/.test(language.going));
  if (special) return special.language;
  return best.count === next?.count ? undefined : best.language;
}

/** Bangla, in either script, is written with English words in between: they are said as in English. */
export const mixesEnglish = (text: string): boolean => {
  const language = languageOf(text);
  return language !== undefined && languages().indexOf(language) < 2;
};

/**
 * "fix:" before words that name only what was wrong: without "fixed" they would read as a complaint. Where the language is
 * not sure, or the words say it themselves, they stay as they are.
 */
export function fixedIn(text: string): string {
  const language = languageOf(text);
  return !language?.fix || language.fix.said.test(text) ? text : framed(language.fix.fixed, text, language);
}

/** What was undone, in its own language; undefined where that is not sure. */
export function takenBackIn(text: string): string | undefined {
  const language = languageOf(text);
  return language?.back === undefined ? undefined : framed(language.back, text, language);
}

/**
 * What is not finished, so that it does not sound done. A Bangla line gets the present of its own verb; any other one that ends
 * or begins like something done stands behind "in progress", as does a line that names only what is wrong behind "fixing". What
 * does not sound done stays as it was written.
 */
export function unfinishedIn(text: string, isFix: boolean): string {
  const language = languageOf(text);
  if (!language) return text;
  const now = inThePresent(text);
  if (now !== text) return now;
  if (language.done.test(text.normalize("NFC"))) return framed(language.going, text, language);
  return isFix && language.fix && !language.fix.said.test(text) ? framed(language.fix.fixing, text, language) : text;
}

function framed(frame: string, text: string, { capitals }: OtherLanguage): string {
  const [first = ""] = text;
  const space = /[：]$/u.test(frame) ? "" : " ";
  return `${frame}${space}${!capitals && /^\p{Lu}\p{Ll}/u.test(text) ? first.toLowerCase() + text.slice(first.length) : text}`;
}

/** How a Bangla line about work ends when it is done: the last word or two, and their present. */
const presents: readonly (readonly [done: string, present: string])[] = [
  ["হলো|হল|হয়েছে|হয়ে গেছে|হয়ে গেল", "হচ্ছে"],
  ["করলাম|করেছি|করে দিলাম|করে দিয়েছি|করে ফেললাম|করে ফেলেছি", "করছি"],
  ["দিলাম|দিয়েছি", "দিচ্ছি"],
  ["নিলাম|নিয়েছি", "নিচ্ছি"],
  ["রাখলাম|রেখেছি", "রাখছি"],
  ["লিখলাম|লিখেছি", "লিখছি"],
  ["আনলাম|এনেছি", "আনছি"],
  ["বানালাম|বানিয়েছি", "বানাচ্ছি"],
  ["সরালাম|সরিয়েছি", "সরাচ্ছি"],
  ["বসালাম|বসিয়েছি", "বসাচ্ছি"],
  ["বদলালাম|বদলেছি|বদলে দিলাম|বদলে দিয়েছি", "বদলাচ্ছি"],
  ["সাজালাম|সাজিয়েছি", "সাজাচ্ছি"],
  ["বাড়ালাম|বাড়িয়েছি", "বাড়াচ্ছি"],
  ["কমালাম|কমিয়েছি", "কমাচ্ছি"],
  ["দেখালাম|দেখিয়েছি", "দেখাচ্ছি"],
];
const endings = whenNeeded(() => presents.map(([done, present]) => [new RegExp(`(?<=\\s)(?:${done.normalize("NFC")})(?=[।.!\\s]*$)`, "u"), present] as const));

function inThePresent(text: string): string {
  const line = text.normalize("NFC");
  const found = endings().find(([done]) => done.test(line));
  return found ? line.replace(found[0], found[1]) : text;
}

export const otherLanguageWords = (): readonly string[] => [
  ...languages().flatMap(({ going, back, fix }) => [going, ...(back === undefined ? [] : [back]), ...(fix ? [fix.fixed, fix.fixing] : [])]).flatMap((frame) => frame.replace(/ ?[:：]$/u, "").split(" ")),
  ...presents.map(([, present]) => present),
];

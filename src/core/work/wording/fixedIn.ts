/** "Fixed:" in the languages that small words or letters give away, and how one sees that a text says so itself. */
const languages: readonly (readonly [frame: string, marks: RegExp, said: RegExp])[] = [
  ["ঠিক করা হয়েছে:", /\p{Script=Bengali}/gu, /ঠিক|সমাধান|সংশোধন|ফিক্স|আর .*না/u],
  ["Corregido:", /(?<!\p{L})(?:el|los|las|una|del|al|y|en|con|por|para|móvil)(?!\p{L})/giu, /^(?:corrig|correg|correcc|arregl|soluc|repar|evita|resuelv)/i],
  ["Corrigido:", /(?<!\p{L})(?:não|nao|do|da|dos|das|ao|uma|com|na|nos|em|os|as|ção)(?!\p{L})/giu, /^(?:corrig|corre[cç]|consert|repar|resolv|evit|arrum|ajust)/i],
  ["Corrigé :", /(?<!\p{L})(?:le|les|des|du|une|pour|avec|et|sur|dans|ne|pas)(?!\p{L})/giu, /^(?:corrig|correct|répar|résol|évit)/i],
  ["Behoben:", /(?<!\p{L})(?:der|die|das|und|mit|für|nicht|auf|beim|im|wird|ist)(?!\p{L})/giu, /^(?:behob|beheb|korrig|repar|fix|verhind)/i],
  ["Corretto:", /(?<!\p{L})(?:il|lo|gli|della|del|nel|di|non|una|con|che)(?!\p{L})/giu, /^(?:corr[ei]|ripar|risol|evit|sistem)/i],
];

/**
 * "fix:" before words that name only what was wrong: without "fixed" they would read as a complaint. Where the language is
 * not sure, or the words say it themselves, they stay as they are.
 */
export function fixedIn(text: string): string {
  const scored = languages.map(([frame, marks, said]) => ({ frame, said, count: text.match(marks)?.length ?? 0 })).sort((a, b) => b.count - a.count);
  const [best, next] = scored;
  if (!best || best.count === 0 || best.count === next?.count || best.said.test(text)) return text;
  const [first = ""] = text;
  return `${best.frame} ${/^\p{Lu}\p{Ll}/u.test(text) ? first.toLowerCase() + text.slice(first.length) : text}`;
}

export const fixedWords = (): readonly string[] => languages.flatMap(([frame]) => frame.replace(/ ?:/, "").split(" "));

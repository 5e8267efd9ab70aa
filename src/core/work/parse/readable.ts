import { isName } from "../wording/names";

/** Words that name a part of the code, and nothing that a client knows. */
const codeWords = new Set(
  ("api app backend build ci client cmd common config core css db deps docs dx frontend fe be global html i18n infra internal js lib libs lint main misc " +
    "module modules package packages pkg server shared src sql test tests tools types ui ux util utils vendor").split(" "),
);
/** Words that a client can read, as the name of a part of the product. */
export const isReadable = (words: string): boolean =>
  known.test(words) || (!/[_/.]/.test(words) && !words.split(" ").some((word) => /[a-z][A-Z]/.test(word) && !isName(word)) && !codeWords.has(words.toLowerCase()) && words.split(" ").length <= 4 && words.length > 3);
/** Short names of what a client holds in their hands. */
const known = /^(?:ios|ipad|mac|sms|pdf|pdp|seo|pos|faq|vat|pwa|crm)$/i;

// Is a text English? Its small words tell; first words do not: several languages share them.

/** Small words tell languages apart that share first words ("Remove campo…"). Those that several share are in neither list. */
const english = new Set("the an to of for and with when on from by not if is are all it its be can this that after before into only than more once while because their them they your our we were has have does don't doesn't can't should between without".split(" "));
const other = new Set(
  ("de da do das dos del di du des el la los las le les il lo gli para por pelo pela que não nao com con avec un une uma um una na nas nos ao aos en em pour dans und der die das den " +
    "für fur mit von nicht e y et och för met het een voor bij untuk dan yang dengan beim zum zur vom auf eine einen wird wurde wurden oder nach über sur aux dont cette cuando desde hasta " +
    "sobre está são im pada halaman tampilan nel nella della sono ve ile için icin " +
    // Bangla in Latin letters
    "korlam korsi korchi korechi kora korte kore korle holo hoise hoyeche hocche hoyese theke jonno diye niye notun thik jog dilam disi ekhon chilo achilo vul bhul dile parbe hobe " +
    "yang tidak saat pakai sudah bisa setelah nichts nur auch kein keine keinen wenn ohne werden quand quando").split(" "),
);

/** How many small words of English, and of other languages that are written alike, a text has. Quoted words do not count. */
export function smallWords(text: string): { readonly english: number; readonly other: number } {
  return counted(unquoted(text));
}

function counted(letters: string): ReturnType<typeof smallWords> {
  const counts = { english: 0, other: 0 };
  const lower = letters.toLowerCase();
  for (const word of /[^\S ]/.test(lower) ? lower.split(/\s+/) : lower.split(" ")) {
    // No French sentence begins with its "dont".
    if (english.has(word) || (word === "dont" && lower.startsWith("dont "))) counts.english++;
    else if (other.has(word)) counts.other++;
  }
  return counts;
}

/** Without what is quoted, and without the codes of languages: "da_DK", "pt-BR". */
const unquoted = (text: string): string =>
  /["“«]|[a-z]{2}[ _-][A-Z]{2}/.test(text) ? text.replace(/["“«][^"”»]*["”»]|(?<![A-Za-z])[a-z]{2}[ _-][A-Z]{2}(?![A-Za-z])/gu, " ") : text;
const ascii = /^[ -~]*$/;

/** "yes" and "no" need evidence: "Update plugin" is both English and Dutch. */
export function englishOf(text: string): "yes" | "no" | "unknown" {
  const letters = unquoted(text);
  const { english: own, other: words } = letters === text ? counted(text) : smallWords(letters);
  const foreign = words + (!ascii.test(letters) && (/[^\p{Script=Latin}\P{L}]/u.test(letters) || /\p{L}/u.test(letters.replace(/[A-Za-z]/g, ""))) ? 1 : 0);
  return own > 0 && own >= foreign ? "yes" : foreign > 0 ? "no" : "unknown";
}

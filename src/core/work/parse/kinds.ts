/** What a prefix, tag or gitmoji says the commit is. */
export type Kind =
  | "feature"
  | "fix"
  | "improvement"
  | "removal"
  | "security"
  | "style"
  | "refactor"
  | "docs"
  | "tests"
  | "build"
  | "ci"
  | "chore"
  | "dependencies"
  | "release"
  | "revert"
  | "wip"
  | "translations"
  | "merge"
  | "typo";

const words: Readonly<Record<Kind, string>> = {
  feature: "feat feature features new add added",
  fix: "fix fixes fixed bug bugfix bugfixes hotfix patch",
  improvement: "perf performance improve improved improvement improvements enhance enhancement ui ux a11y accessibility change changed update updated tweak",
  removal: "remove removed removal",
  security: "security sec",
  style: "style styles",
  refactor: "refactor refactoring ref cleanup clean internal dev",
  docs: "docs doc documentation readme changelog",
  tests: "test tests testing e2e",
  build: "build tooling tools dx docker",
  ci: "ci cd ops infra",
  chore: "chore chores misc housekeeping maintenance",
  dependencies: "deps dep dependencies dependency bump",
  release: "release version",
  revert: "revert",
  wip: "wip",
  translations: "i18n l10n translation translations locale lang",
  merge: "merge",
  typo: "typo",
};
const byWord = new Map(Object.entries(words).flatMap(([kind, list]) => list.split(" ").map((word) => [word, kind as Kind] as const)));

/** The kind that a word before a colon or inside brackets stands for. */
export const kindOf = (word: string): Kind | undefined => byWord.get(word.toLowerCase());

/** What stands before a colon in other languages where English ones write "fix:" or "feat:". */
const elsewhere: Readonly<Partial<Record<Kind, string>>> = {
  fix:
    "corrección correccion correção correçao correction correctif correzione corregido corrigido corrigé corrige arreglo arreglado conserto korrektur fehlerbehebung behoben fehler oprava poprawka исправлено " +
    "исправление фикс বাগফিক্স ফিক্স ঠিক সমাধান ठीक 修复 修正 バグ修正 버그수정 수정",
  feature:
    "nuevo nueva novo nova novidade novedad nouveauté nouveau nouvelle neu neuheit función funcion funcionalidad funcionalidade fonctionnalité funktion novità nuovo nuova nowość новое добавлено নতুন फीचर 新增 新功能 新機能 기능 추가",
  wip: "কাজচলছে চলছে চলমান অসম্পূর্ণ kajcholche encours encurso enprogreso emandamento inarbeit incorso wtoku devamediyor sedangdikerjakan вработе 進行中 作業中 进行中",
  improvement: "mejora melhoria amélioration amelioration verbesserung miglioramento ulepszenie улучшение улучшено উন্নতি सुधार 优化 改善 改进 개선",
};
const byOtherWord = new Map(Object.entries(elsewhere).flatMap(([kind, list]) => list.normalize("NFC").split(" ").map((word) => [word, kind as Kind] as const)));
/** @param words at most a few; the spaces between them do not count */
export const kindElsewhere = (words: string): Kind | undefined => byOtherWord.get(words.normalize("NFC").toLowerCase().replaceAll(" ", ""));

/** gitmoji.dev, as far as it tells what a client hears from what they do not. */
const emoji: readonly (readonly [sign: string, code: string, kind: Kind])[] = [
  ["✨", "sparkles", "feature"],
  ["🐛", "bug", "fix"],
  ["🚑", "ambulance", "fix"],
  ["🩹", "adhesive_bandage", "fix"],
  ["🥅", "goal_net", "fix"],
  ["🔒", "lock", "security"],
  ["⚡", "zap", "improvement"],
  ["💄", "lipstick", "improvement"],
  ["♿", "wheelchair", "improvement"],
  ["🚸", "children_crossing", "improvement"],
  ["📱", "iphone", "improvement"],
  ["💬", "speech_balloon", "improvement"],
  ["🎨", "art", "style"],
  ["♻", "recycle", "refactor"],
  ["🚚", "truck", "refactor"],
  ["⚰", "coffin", "refactor"],
  ["🏷", "label", "refactor"],
  ["🗑", "wastebasket", "refactor"],
  ["📝", "memo", "docs"],
  ["💡", "bulb", "docs"],
  ["✅", "white_check_mark", "tests"],
  ["🧪", "test_tube", "tests"],
  ["🔧", "wrench", "build"],
  ["🔨", "hammer", "build"],
  ["📦", "package", "build"],
  ["🙈", "see_no_evil", "build"],
  ["👷", "construction_worker", "ci"],
  ["💚", "green_heart", "ci"],
  ["🚨", "rotating_light", "chore"],
  ["⬆", "arrow_up", "dependencies"],
  ["⬇", "arrow_down", "dependencies"],
  ["📌", "pushpin", "dependencies"],
  ["➕", "heavy_plus_sign", "dependencies"],
  ["➖", "heavy_minus_sign", "dependencies"],
  ["🔖", "bookmark", "release"],
  ["⏪", "rewind", "revert"],
  ["🔀", "twisted_rightwards_arrows", "merge"],
  ["🚧", "construction", "wip"],
  ["🌐", "globe_with_meridians", "translations"],
  ["✏", "pencil2", "typo"],
];
const byEmoji = new Map(emoji.flatMap(([sign, code, kind]) => [[sign, kind] as const, [`:${code}:`, kind] as const]));

/** @param sign an emoji, or its code between colons */
export const kindOfEmoji = (sign: string): Kind | undefined => byEmoji.get(sign.replace(/\ufe0f/g, ""));

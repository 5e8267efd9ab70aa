import { readyWhenAsked } from "../patterns";
import type { Reason } from "./reasons";
import type { Touched, WordRule } from "./wordRules";

/**
 * What housekeeping is called in languages other than English: only words that name the work on the code itself, or lines
 * that are nothing but "small changes". Anything that a client could have meant stays.
 */
const whole = (words: string) => (): RegExp => new RegExp(`^(?:${words.normalize("NFC")})[\\s.!।。！]*$`, "iu");

/** A verb with its ending in Bangla: "করা হলো", "করলাম". */
const bangla = "(?: (?:ক|হ|দি)[\\p{L}\\p{M}]+){0,2}";
/** The same in Latin letters: "korlam", "kora holo". */
const banglish = "(?: (?:kor|hol|hoi|hoy|dil|dis)\\w*){0,2}";

const [es, pt, fr, de, it] = [
  "(?:(?:pequeñ[oa]s?|vari[oa]s|algun[oa]s|más|otr[oa]s|últim[oa]s) )*(?:cambios?|ajustes?|arreglos?|correcci(?:ón|ones)|mejoras|modificaci(?:ón|ones)|actualizaciones)(?: (?:vari[oa]s|menor(?:es)?|finales|pequeñ[oa]s|generales))*|(?:subiendo|subo|subí|subir|se suben) (?:los |últimos |mis )*(?:cambios|archivos|código|avances)",
  "(?:(?:pequen[oa]s?|vári[oa]s|alguns|algumas|mais|outr[oa]s|últim[oa]s) )*(?:ajustes?|mudanças?|altera(?:ção|ções)|corre(?:ção|ções)|melhorias|atualizações)(?: (?:finais|menor(?:es)?|gerais|divers[oa]s|pequen[oa]s))*|(?:subindo|enviando|commitando) (?:as |os |últimas |minhas )*(?:alterações|mudanças|arquivos|código)",
  "(?:(?:petite?s?|quelques|diverse?s?|autres|dernières?|derniers) )*(?:modifications?|modifs?|corrections?|changements?|ajustements?|améliorations|retouches?)(?: (?:mineure?s|diverse?s|finales))*",
  "(?:(?:kleine(?:re)?|diverse|weitere|einige|letzte|mehrere) )*(?:änderungen|anpassung(?:en)?|korrektur(?:en)?|verbesserungen|fixes|kleinigkeiten)",
  "(?:(?:piccol[ei]|vari[e]?|alcun[ei]|altr[ei]|ultim[ei]) )*(?:modifiche|correzioni|aggiustamenti|miglioramenti|cambiamenti)(?: (?:varie|minori|finali|grafiche|veloci))*",
];

/** Where the letters are Latin: a word without which the rule cannot fit, looked for first, and the rule. */
const latin: readonly (readonly [Reason, only: RegExp, () => RegExp])[] = [
  ["dependencies", /depend|d.pend|abh|afhank|ba.[ıi]ml|zale|dipend/i, whole("(?:\\p{L}+ ){0,4}(?:d['’])?(?:dependencias|dependências|dépendances|dipendenze|abhängigkeiten|afhankelijkheden|bağımlılıklar\\p{L}*|zależności)(?: \\p{L}+)?")],
  ["refactor", /limp|nettoy|m.nage|opruim|czysz|refacto|past|carpet|arch|doss|fich/i, whole("limpieza|limpeza|nettoyage|ménage|opruimen|opgeruimd|czyszczenie|refacto(?: \\p{L}+)?|(?:re)?(?:organi[sz]\\p{L}+|orden\\p{L}+) (?:as |os |las |los |de |des |les )*(?:pastas|arquivos|carpetas|archivos|dossiers|fichiers)")],
  ["refactor", /logs?$/i, whole("(?:agreg|añad|adicion|inser|quit|borr|elimin|remov|ajout|supp|tambah|hapus|aggiun|rimos|füge|entfern)\\p{L}* (?:de |des |du |los |les |os |i |unos |alguns |algunos )*(?:debug )?logs?")],
  ["merge", /merge|fus|conf/i, whole("(?:mergead[oa]|mergeando|mergei|fusion\\p{L}*) (?:con|com|de|avec|da|do|en|na|no|vers|dans) \\S+|(?:resolv\\p{L}+|resuelt\\p{L}+|soluc\\p{L}+|résol\\p{L}+|corrig\\p{L}+|risol\\p{L}+) (?:de |des |los |os |les |i |dei )*(?:confli[ct]?tos|conflitos|conflits|conflitti)|(?:konflikte?|conflitos|conflictos|conflits) (?:gelöst|behoben|resolvidos|resueltos|résolus)")],
  ["unclear", /css|html/i, whole("(?:ajustes?|arreglos?|correcciones|corre(?:ção|ções)|cambios?|modifs?|fix) (?:de |del |do |no |en |du )*(?:css|html|scss)")],
  ["refactor", /codice|pulizia|kod |kode|komentar|komentarz/i, whole("(?:sistemat[oi]|riordinat[oi]|sistemazione) (?:il )?codice|pulizia(?: generale)?|kod (?:temizliği|temizlendi|düzenlendi|düzenlemesi|iyileştirmesi)|(?:me)?rapikan kode|bersihkan kode|(?:meng)?hapus (?:komentar|kode(?: (?:mati|lama|tidak terpakai))?)|(?:porządki|czyszczenie) (?:w )?kod(?:zie|u)")],
  ["refactor", /aufger|aufr/i, whole("(?:(?:code|etwas|alles|ein bisschen) )*(?:aufgeräumt|aufräumen)")],
  // Code that is not used or only left as a note, and what was printed for the developer
  ["refactor", /c[óo]di[gc]|code|debug|console/i, () => /(?<!\p{L})(?:c[óo]digo (?:muerto|morto|comentado|(?:n[ãa]o|no) (?:us?ado|utilizado)|sin us(?:o|ar)|innecesario|desnecess[áa]rio|obsoleto|inutili[sz]ado)|code (?:mort|inutilisé|commenté|inutile|superflu|obsolète)|(?:toten?|unbenutzten?|auskommentierten?|unnötigen?|ungenutzten?) code|codice (?:morto|inutili\p{L}+|commentato)|(?:debug|test)[ -]?(?:ausgaben?|code|meldungen|logs?) (?:entfernt|gelöscht|raus)|console[. ]?logs?(?:$| (?:entfernt|borrad|eliminad|removid|supprim)))/iu],
  ["refactor", /refa[ckt]|przebud|aufger|aufr|nettoy|limp|puliz|opgesch/i, () => /(?<!\p{L})(?:refactori[sz]a\p{L}*|refator\p{L}+|refattorizz\p{L}+|refaktor\p{L}+|przebudow\p{L}+ kodu|code aufger\p{L}+|aufräumarbeiten|nettoy\p{L}+ (?:du |de |le )?code|limp\p{L}+ (?:de |do |del |el )?código|pulizi\p{L} (?:del )?codice|code opgeschoond)/iu],
  ["unclear", /cambi|ajust|arreglo|corr|mejoras|modif|tualiz|mudan|altera|melhor|chang|retouch|lioration|nderung|anpass|korrek|verb|kleinig|aggiust|miglior|aanpass|wijzig|popraw|zmiany|d[üu]zen|de[ğg]i[şs]|iyile|g[üu]ncel|perbai|revisi|perub|penyes|^tes|pembar|^sub|^envi|^commitando/i, whole([es, pt, fr, de, it, "(?:(?:kleine|diverse|wat|meer) )*(?:aanpassingen|wijzigingen|verbeteringen)", "(?:drobne|małe) (?:poprawki|zmiany)", "(?:drobne )?poprawki(?: (?:po|z) (?:code )?review)?", "(?:(?:küçük|ufak|bazı|çeşitli|son|genel) )*(?:düzenleme|değişiklik|düzeltme|iyileştirme|güncelleme)(?:ler|lar)?", "(?:(?:sedikit|beberapa|sejumlah) )*(?:perbaikan|revisi|perubahan|penyesuaian|tes|pembaruan)(?: (?:kecil|lagi|sedikit|minor|akhir|final|terakhir|kode|bug))*"].join("|"))],
  ["tests", /pruebas|testes|unit/i, () => /^(?:\p{L}+ )?(?:pruebas unitarias|testes unitários|tests? unitaires?|test unitari|unittests?)(?!\p{L})/iu],
  ["wip", /kaj |baki|ekhon|ho(?:y ?)?nai/i, () => /\b(?:kaj (?:cholche|choltese|choltache)|baki ache|hoy ?nai ekhono?|ekhono? (?:hoyni|hoy ?nai|baki))\b/i],
  ["refactor", /code (?:clean|gochano|refactor)/i, () => new RegExp(`^(?:(?:kichu|sob|ektu|purono|faltu) )*code (?:clean|gochano|refactor)${banglish}[\\s.!]*$`, "i")],
  ["unclear", /kichu|choto|chhoto|abar|aro |tuktak|ektu|onek|shesh|^test (?:kor|di)/i, () => new RegExp(`^(?:(?:kichu|choto|chhoto|khato|sob|abar|aro|tuktak|onek|ektu|shesh|code|bug|file|css) )+(?:kaj|changes?|fix|fixes|update|bug|thik|test|push|commit)${banglish}|^test${banglish}[\\s.!]*$`, "i")],
  ["unclear", / (?:kor|hol|hoi|hoy|dil|dis)/i, () => new RegExp(`^(?:(?:kichu|choto|sob|aro|tuktak|onek|code|bug) )*(?:kaj|change|fix|update|bug|thik)${banglish}[\\s.!]*$`, "i")],
  ["unclear", /^sob /i, () => /^sob (?:bug )?(?:fix|thik)[\s.!]*$/i],
  ["wip", /^(?:en|em|in|lavori|travail) /i, () => /^(?:en cours|en progreso|en proceso|em andamento|in arbeit|in corso|lavori in corso|travail en cours)(?: ?[:–-].*)?$/i],
];

/** Everywhere else. */
const others: readonly (readonly [Reason, () => RegExp])[] = [
  ["dependencies", whole("(?:更新|升级|添加|移除|删除)了?(?:项目)?依赖(?:包|项|库)?(?:版本)?|(?:依存(?:関係|パッケージ|ライブラリ)?|パッケージ)(?:の|を)?(?:更新|アップデート|追加)|(?:의존성|패키지) ?(?:업데이트|업그레이드|추가|변경)|(?:\\p{L}+ )?зависимост\\p{L}+(?: \\p{L}+)?")],
  ["dependencies", whole(`(?:ডিপেন্ডেন্সি|প্যাকেজ|লাইব্রেরি)(?:গুলো|গুলি)? (?:আপডেট|আপগ্রেড)${bangla}`)],
  ["refactor", () => /重构|重構|リファクタ|리팩[토터]링|рефактор/iu],
  ["refactor", () => new RegExp("রিফ্যাক্টর|কোড (?:পরিষ্কার|গোছান|গুছ|ক্লিন)|(?:অব্যবহৃত|অপ্রয়োজনীয়|ডিবাগ|পুরোনো|পুরনো) (?:কোড|ফাইল)|কনসোল লগ|^(?:কমেন্ট|মন্তব্য|লগ) (?:মুছ|সরা|ডিলিট|বাদ)|^এরর হ্যান্ডলিং[।.]?$".normalize("NFC"), "u")],
  ["typo", whole(`typo(?:の|を)?修正|(?:修正|修复)typo|(?:오타|맞춤법) ?수정|(?:修正|修复|更正)?(?:错别字|誤字脱字|誤字|タイポ)(?:を?修正)?|বানান(?: ভুল)? (?:ঠিক|সংশোধন)${bangla}|(?:исправ\\p{L}+ )?опечатк\\p{L}+`)],
  ["docs", whole("(?:添加|增加|修改|完善|更新)?(?:代码)?注释|주석 ?(?:추가|수정|정리)")],
  ["merge", () => new RegExp("^(?:মার্জ|গিট|git) ?(?:কনফ্লিক্ট|সমস্যা)|^(?:\\S+ )?মার্জ(?: ক[\\p{L}\\p{M}]+| হ[\\p{L}\\p{M}]+)?[।.]?$|^কনফ্লিক্ট (?:সমাধান|ঠিক|ফিক্স)".normalize("NFC"), "u")],
  ["merge", () => /^合并(?:分支|代码|冲突)|^解决冲突|^충돌 ?해결|^コンフリクト(?:を)?解消/u],
  ["refactor", () => /^(?:删除|移除|去除|去掉)(?:了)?(?:无用|多余|冗余|废弃)(?:的)?(?:代码|文件|注释|日志)|不要な(?:コード|ファイル|コメント)を?削除|불필요한 (?:코드|파일) ?(?:삭제|제거)|(?:лишний|неиспользуемый|мёртвый|мертвый|старый) код/iu],
  ["wip", () => new RegExp("কাজ (?:চলছে|বাকি)|এখনো (?:হয়নি|বাকি)|শেষ হয়নি".normalize("NFC"), "u")],
  ["refactor", () => /(?:整理|清理|优化)(?:了)?代码|代码(?:整理|清理|优化|格式化?|规范)|コード(?:を)?整理|코드 ?정리|(?:почист|причес)\p{L}+ код/iu],
  ["tests", () => /^(?:添加|增加|补充|修复|更新)?(?:了)?(?:单元|集成)测试|^(?:ユニット|単体|結合)?テスト(?:を|の|コード)?(?:追加|修正|更新)[。]?$|^(?:단위 ?)?테스트 ?(?:코드 ?)?(?:추가|수정)|^(?:добав|исправ|обнов)\p{L}+ (?:юнит-?)?тест(?:ы|а)?[.!]?$/iu],
  ["unclear", whole("(?:一些|小|少量|部分|若干|其他|各种|继续|再次)*(?:修改|更新|调整|修复|改动|优化|提交|完善|变更|测试)(?:了?(?:一些)?(?:代码|文件|bugs?|问题|内容|细节|样式))?|(?:細かい|軽微な|色々|微|小)?(?:修正|変更|更新|調整|微調整|対応)|(?:기타|소소한|작은|사소한)? ?(?:수정|변경|업데이트|수정 ?사항|버그 ?수정)")],
  ["unclear", whole("(?:(?:мелкие|небольшие|разные|последние|ещё|еще|дрібні) )*(?:правки|исправления|изменения|доработки|фиксы|фикс|правка|зміни|виправлення)")],
  ["unclear", whole(`(?:(?:ছোটখাটো|ছোট|কিছু|আবার|আরও|আরো|বিভিন্ন|টুকটাক|সামান্য|শেষ) )*(?:পরিবর্তন|চেঞ্জ|সংশোধন|সমাধান|আপডেট|ফিক্স|ঠিক|টেস্ট|কমিট|ব্যাকআপ|সিএসএস(?: (?:ফিক্স|ঠিক|পরিবর্তন|আপডেট))?|ক্যাশ ক্লিয়ার|বাগ ফিক্স|বাগ ঠিক|কাজ|ঠিকঠাক)${bangla}|(?:(?:छोटे|कुछ|अन्य) )*(?:बदलाव|सुधार|अपडेट)(?: \\p{L}[\\p{L}\\p{M}]*)?`)],
  ["release", () => /^(?:发布|版本|更新版本|升级版本|版本升级|バージョン(?:を|アップ)?|릴리즈|버전|релиз|версия|ভার্সন|সংস্করণ)\s*(?:号|到|至|为)?\s*:?\s*v?\d+(?:[.\d]+)*(?:\s*(?:に(?:更新|変更)|업데이트))?$/iu],
  ["wip", () => /^(?:临时提交|临时|暂存|备份|作業中|途中|작업 ?중|в процессе|চলমান কাজ|অসম্পূর্ণ)(?: ?[:：–-].*)?[।.。]?$/iu],
];

const when = ({ tests, known }: Touched): boolean => !known || tests;
const asRule = (reason: Reason, words: () => RegExp, only?: RegExp): WordRule => ({ reason, words: readyWhenAsked(words), ...(only && { only: readyWhenAsked(only) }), ...(reason === "tests" && { when }) });
export const latinRules = latin.map(([reason, only, words]) => asRule(reason, words, only));
export const otherRules = others.map(([reason, words]) => asRule(reason, words));

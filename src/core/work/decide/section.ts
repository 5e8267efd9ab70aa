import type { Message } from "../parse/message";
import { readyWhenAsked, type Tester } from "../patterns";
import type { ItemSection } from "../summary";

/**
 * First words by section, in the languages most likely here. A word that is missing costs no more than its heading: the
 * item then stands under "other".
 */
const firstWords = inTurn([
  ["fixed", /^(?:(?:also|properly|correctly|urgent|quick|small|minor|temporary) )?(?:fix|correct|resolv|repair|prevent|avoid|handl(?:e|ing)|restor|solv|don'?t |do not |stop |no longer |bug ?fix|hotfix|patch)/i],
  ["new", /^(?:(?:also|now) )?(?:add(?!ress)|introduc|creat|impl|allow|enabl|support|new |initial |let |provid(?:e|ing)|offer|first version|build (?:a|the) |as an? \w+,? i |(?:(?:the|an?|all|any|only) )?(?:users?|admins?|customers?|clients?|staff|guests?|visitors?|members?|you) (?:can |should be able to ))/i],
  ["improved", /^(?:improv|optimi[sz]|enhanc|upd|chang|rework|redesign|simplif|make |made |increas|reduc|speed|faster|better|adjust|polish|tweak|upgrad|use |switch|replac|refin|extend|expand|clarif|mov(?!ie)|renam|show(?!case|room)|display|moderni[sz]|always |automatically )/i],
  ["fixed", /^(?:ঠিক|সমাধান|সংশোধন|corrig|arregl|repar|soluc|evita|corrige|behob|korrig|répar|résol)/iu],
  ["new", /^(?:নতুন|যোগ|যুক্ত|adicion|inclui|inclus|añad|agreg|cria|crea |ajout|hinzu|neu|novo|nova|nuevo|nueva|nouve)/iu],
  ["improved", /^(?:উন্নত|পরিবর্তন|আপডেট|ajust|melhor|mejor|atualiz|actualiz|altera|cambi|amélior|modifi|verbesser|aktualis)/iu],
  ["fixed", /^(?:corregg|corrett|ripar|risol|oplos|herstel|repareer|perbaik|memperbaiki|mengatasi|betulkan|hapus bug|napraw|popraw|исправ|почин|устран|виправ|إصلاح|أصلح|修复|修正|修復|bug修)/iu],
  ["new", /^(?:aggiun|nuov|menambah|membuat|buat |voeg |toegevoeg|nieuw|tambah|fitur|doda|now[ya]|добав|созда|реализ|нов|додан|إضافة|أضاف|新增|添加|追加|支持)/iu],
  ["improved", /^(?:miglior|aggiorn|verbeter|wijzig|perbarui|ubah|tingkat|memper(?:cepat|barui|indah)|mengubah|meningkat|percepat|optimasi|desain ulang|przyspiesz|velocizz|ulepsz|aktualiz|zmian|улучш|обнов|измен|ускор|помен|перерабо|передел|замен|оптимиз|покращ|онов|تحسين|تحديث|تعديل|优化|改善|改进|更新)/iu],
  ["new", /^(?:se )?(?:añad|agreg|inclu|crea|crió)|^(?:permit[ea] |on peut |ora si può |man kann jetzt |(?:os? |as? )?(?:clientes?|usuários?|usuarios?|administrador(?:es)?|el cliente|el usuario) (?:ya |agora |ahora )?(?:pode[m]?|puede[n]?) )|^(?:thêm |notun |增加|הוספ|เพิ่ม)/i],
  ["fixed", /^(?:se )?(?:corr[ie]g|arregl|soluc)|^(?:correcci|correç|correction|correzion|fehlerbeheb|sửa |поправ|תיקון|แก้)/i],
  ["improved", /^(?:se )?(?:actualiz|mejor|modific|cambi)|^(?:cập nhật|cải |refonte|modif|maj |anpassung|调整|修改|ปรับ)/i],
]);
// In these languages the verb stands last: "লগইন পেজ ঠিক করা হলো".
const lastWords = inTurn([
  ["fixed", /(?:ঠিক|সমাধান|সংশোধন|ফিক্স|দূর) (?:ক|হ)|ফিক্স[।.]?$/u],
  ["new", /(?:যোগ|যুক্ত|চালু|তৈরি)(?: (?:ক|হ|সম্পন্ন)|[।.]?$)|সুবিধা[।.]?$|এখন .*(?:পারব|পারে)/u],
  ["improved", /(?:উন্নত|পরিবর্তন|আপডেট|বদল|চেঞ্জ) (?:ক|হ)|(?:বাড়া|কমা|বদলা|সাজা)[\p{L}\p{M}]+ (?:হ|হল)|(?:থেকে|বড়|ছোট|দ্রুত) .*করা হ/u],
  ["fixed", /(?:ठीक|सुधार) (?:क|कि|हु)|(?:düzelt|gider|onar)\p{L}*[.!]?$|\bdiperbaiki[.!]?$|を?修正|(?:수정|해결)\P{L}*$/iu],
  ["fixed", /सुधार|सुधारी|সমাধান[।.]?$/u],
  ["new", /作成(?:しました)?[。]?$|가능[.]?$|\bhinzu[.!]?$/u],
  ["new", /(?:जोड़|शुरू)|(?:ekle|oluştur)\p{L}*[.!]?$|を?追加|추가\P{L}*$/iu],
  ["fixed", /(?:behoben|korrigiert|repariert|gefixt|corrig(?:id[oa]s?|ée?s?)|opgelost|hersteld|gerepareerd)[.!]?$|\b(?:fix|thik|solve|solved) (?:kor|hoi|hoy|hol)\w*|\b(?:hot)?fix(?:e[sd])?[.!]?$|\b(?:corrected|solved?|resolved|repaired|thik)[.!]?$|\bno (?:more|longer)\b(?! than)/i],
  ["new", /(?:hinzugefügt|ergänzt|eingebaut|eingefügt|implementiert|erstellt|toegevoegd|gemaakt)[.!]?$|\b(?:add|jog|jukto|integrate|create) (?:kor|hoi|hoy|hol)\w*|\b(?:add|added|implemented|introduced|created)[.!]?$|\badded (?:in|to|on|for)\b|\b(?:can now|now can|is now possible|bana(?:no|lam|isi|iyechi)|korte parbe\w*)\b|\bintegration(?: (?:is )?(?:done|completed?|finished))?[.!]?$/i],
  ["improved", /(?:verbessert|aktualisiert|geändert|angepasst|optimiert|überarbeitet|erweitert|aangepast|verbeterd|bijgewerkt)[.!]?$|\b(?:update|change|improve|bodle|bodlano) (?:kor|hoi|hoy|hol|dil)\w*|\b(?:updated|improved|changed|redesigned|optimi[sz]ed|adjusted)[.!]?$|(?<!the )\bnow (?!that\b|and\b|or\b)\S|\bredesign[.!]?$/i],
  ["improved", /(?:बेहतर|अपडेट|बदल)|(?:iyileştir|güncelle|değiştir|yenile|hızlandır)\p{L}*[.!]?$|を?(?:改善|変更)|(?:개선|변경|업데이트)\P{L}*$/iu],
]);

function inTurn(patterns: readonly (readonly [ItemSection, RegExp])[]): readonly (readonly [ItemSection, Tester])[] {
  return patterns.map(([section, pattern]) => [section, readyWhenAsked(pattern)]);
}

/** Where an item belongs, by what its author called it, else by its verb. */
export function sectionOf(message: Message): ItemSection {
  switch (message.kind) {
    case "feature":
      return "new";
    case "fix":
    case "security":
    case "typo":
      return "fixed";
    case "improvement":
    case "style":
      return "improved";
    case "removal":
    case "revert":
      return "other";
    default: {
      const title = message.title.normalize("NFC");
      return (
        firstWords.find(([, pattern]) => pattern.test(title))?.[0] ?? lastWords.find(([, pattern]) => pattern.test(title))?.[0] ?? "other"
      );
    }
  }
}

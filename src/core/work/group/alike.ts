import { sectionOf } from "../decide/section";
import type { ItemSection } from "../summary";
import { rank, type Entry } from "./entry";
import { isName } from "../wording/names";
import type { Sets } from "./sets";

/** How many told commits of the same author are looked back at: changes to one thing lie close together. */
const reach = 25;
/** A word that more commits of the period share names the project, not one change. */
const mostCommon = 5;

/**
 * Two more ways in which commits are one change. "Tweak the sizing of the fields" and "Tweak the sizing of the fields some
 * more" say the same of the same files. And a fix of something that is new in the same period is part of it: nobody is told
 * that a thing was repaired which they never had otherwise.
 * @param open leaders that are going to be told, newest first
 */
export function joinAlike(open: readonly Entry[], sets: Sets): void {
  const seen = open.filter(({ message, commit }) => message.clientNote === undefined && commit.parents.length < 2).map(seenAs);
  const common = countWords(seen);
  const recent = new Map<string, Seen[]>();
  // Oldest first, so that what came first speaks.
  for (const one of seen.reverse()) {
    const { commit } = one.entry;
    const key = `${commit.scopeId}\0${rank(commit.standing)}\0${commit.author.email.toLowerCase() || commit.author.name}`;
    const earlier = recent.get(key) ?? [];
    const target = earlier.findLast((older) => {
      if (isAlike(one.words, older.words)) return sharedFiles(one.entry, older.entry) > 0;
      return one.section === "fixed" && older.section === "new" && sharedFiles(one.entry, older.entry) >= 0.5 && (namesTheSame(one.words, older.words, common) || isWithin(one, older));
    });
    if (target) sets.join(one.entry.at, target.entry.at);
    earlier.push(one);
    if (earlier.length > reach) earlier.shift();
    recent.set(key, earlier);
  }
}

interface Seen {
  readonly entry: Entry;
  readonly words: ReadonlySet<string>;
  readonly section: ItemSection;
}
const seenAs = (entry: Entry): Seen => ({ entry, words: stems(`${entry.message.component ?? ""} ${entry.message.title}`), section: sectionOf(entry.message) });

const isAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  if (a.size < 3 || b.size < 3 || Math.min(a.size, b.size) < Math.max(a.size, b.size) * 0.75) return false;
  // Once too many words differ, the others do not count any more.
  const mostMissing = a.size - (0.75 / 1.75) * (a.size + b.size) + 1e-6;
  let shared = 0;
  let missing = 0;
  for (const word of a) {
    if (b.has(word)) shared++;
    else if (++missing > mostMissing) return false;
  }
  return shared >= 3 && shared / (a.size + b.size - shared) >= 0.75;
};

/** All that a fix names, or two things of it: one word alone ("merge", "page") proves nothing. */
function namesTheSame(fix: ReadonlySet<string>, feature: ReadonlySet<string>, common: ReadonlyMap<string, number>): boolean {
  const shared = [...fix].filter((word) => feature.has(word) && (common.get(word) ?? 0) <= mostCommon);
  return shared.length >= 2 || (shared.length === 1 && feature.size === 1);
}

/** A brand is enough where nothing was touched but what the new thing touched. */
function isWithin(fix: Seen, feature: Seen): boolean {
  if (sharedFiles(fix.entry, feature.entry) < 1) return false;
  const named = brands(feature.entry.message.title);
  return [...fix.words].some((word) => feature.words.has(word) && (isName(word) || named.has(word)));
}

/** "MercadoPago", "bKash": nobody writes a common word like that. */
const brands = (title: string): ReadonlySet<string> => new Set([...title.matchAll(/(?<![\p{L}\p{N}])\p{L}+[\p{Ll}]\p{Lu}\p{L}+/gu)].flatMap(([name]) => [...stems(name)]));

/** How much of what the one touched, the other touched as well. */
function sharedFiles({ commit }: Entry, older: Entry): number {
  if (commit.files.length === 0) return 0;
  const theirs = new Set(older.commit.files);
  return commit.files.filter((file) => theirs.has(file)).length / commit.files.length;
}

const empty = new Set(
  ["fehler behoben korrigiert hinzugefügt implementiert eingebaut verbessert erro corrige corrigido corrigir adiciona adicionado ajuste agrega agregado agregó añade añadido arreglado corregido error erreur correction corrige",
    "tambah menambahkan fitur perbaiki memperbaiki ajout ajoute ajouté korlam kora hoyeche hoise holo problem solve যোগ করা হয়েছে হলো করলাম ঠিক সমস্যা সমাধান ফিক্স исправлено исправлена добавлен добавлена добавлено ошибка",
    "the and for with when that this from into not now all some more also only its add added adds fix fixed fixes update updated updates make made remove removed use used uses using change",
    "changed improve improved allow allowed support new set get show hide move moved correct correctly missing issue bug error problem wrong again another",
  ]
    .join(" ")
    .normalize("NFC")
    .split(" "),
);
/** "পেমেন্টের" is পেমেন্ট. */
const banglaEnding = /(?<=\p{Script=Bengali}{3})(?:গুলোর|গুলো|গুলি|টির|টার|টি|টা|ের|কে)$/u;


const ascii = /^[ -~]*$/;

function stems(title: string): ReadonlySet<string> {
  const words = new Set<string>();
  const start = title.slice(0, 300);
  const found = ascii.test(start) ? start.toLowerCase().match(/[a-z0-9]{3,}/g) : start.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}/gu);
  for (const word of found ?? []) {
    if (!empty.has(word)) words.add(word.replace(/(?:ing|ed|es|s)$/, "").replace(banglaEnding, ""));
  }
  return words;
}

function countWords(all: readonly Seen[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

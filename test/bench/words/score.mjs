import { unreadable } from "./readable.mjs";

/**
 * @typedef {{ hash: string, subject: string, body: string, author: string, date: string, commitDate?: string, parents: string[], files: string[], label?: "mentioned" | "noise" | "other" }} LabelledCommit
 * @typedef {{ text: string, scored: boolean, linkedCommits: string[] }} Bullet
 * @typedef {{ range: string, repo: string, style: string, language: string, commits: LabelledCommit[], bullets: Bullet[] }} Range
 * @typedef {{ text: string, commits: readonly string[] }} Item
 * @typedef {Record<typeof measures[number], number | undefined>} Scores
 */

/** In percent, but for `perBullet`. Each is a mean over ranges. */
export const measures = /** @type {const} */ (["cover", "coverStrict", "precision", "f", "groupPrecision", "fGroup", "noise", "readable", "perBullet", "duplicates", "words", "stems"]);

/** One line may answer so many of the human's and no more, so that a line about everything does not cover everything. */
const mostAnswers = 3;

/**
 * Holds the items of a tool against the lines that a human wrote about the same commits. A line of the human is answered by
 * each item that rests on one of its commits.
 * @param {Range} range @param {readonly Item[]} items @returns {Scores}
 */
export function score(range, items) {
  const known = new Map(range.commits.map((commit) => [commit.hash, commit]));
  const told = items.map((item) => {
    const commits = [...new Set(item.commits)].flatMap((hash) => known.get(hash) ?? []);
    return { ...item, commits, hashes: new Set(commits.map(({ hash }) => hash)), words: new Set(wordsOf(item.text)) };
  });
  const bullets = range.bullets.filter(({ scored }) => scored);
  const answers = bullets.map((bullet) => told.flatMap((item, at) => (bullet.linkedCommits.some((hash) => item.hashes.has(hash)) ? [at] : [])));
  const covered = answers.filter((items) => items.length > 0).length;
  const alike = (/** @type {(text: string) => readonly string[]} */ split) =>
    sum(bullets.map((bullet, at) => Math.max(0, ...(answers[at] ?? []).map((item) => dice(new Set(split(bullet.text)), new Set(split(told[item]?.text ?? "")))))));
  const share = (/** @type {number} */ part, /** @type {number} */ whole) => (whole === 0 ? undefined : (100 * part) / whole);

  const cover = share(covered, bullets.length);
  const coverStrict = share(matched(answers, told.length, mostAnswers), bullets.length);
  const precision = share(told.filter(({ commits }) => commits.some(({ label }) => label === "mentioned")).length, told.length) ?? 0;
  const groupPrecision = share(matched(answers, told.length, 1), told.length) ?? 0;
  return {
    cover,
    coverStrict,
    precision,
    f: harmonic(precision, cover ?? 0),
    groupPrecision,
    fGroup: harmonic(groupPrecision, coverStrict ?? 0),
    noise: share(told.filter(({ commits }) => commits.length > 0 && commits.every(({ label }) => label === "noise")).length, told.length),
    readable: share(told.filter(({ text }) => unreadable(text).length === 0).length, told.length),
    perBullet: bullets.length === 0 ? undefined : told.length / bullets.length,
    duplicates: share(duplicates(told), told.length) ?? 0,
    words: share(alike(wordsOf), covered),
    stems: share(alike(stemsOf), covered),
  };
}

/**
 * How many lines of the human find an item, when each item takes at most `room` of them (augmenting paths).
 * @param {readonly (readonly number[])[]} answers per line, the places of the items that answer it @param {number} items @param {number} room
 */
function matched(answers, items, room) {
  const taken = Array.from({ length: items }, () => /** @type {number[]} */ ([]));
  const place = (/** @type {number} */ line, /** @type {Set<number>} */ tried) =>
    (answers[line] ?? []).some((item) => {
      if (tried.has(item)) return false;
      tried.add(item);
      const lines = taken[item] ?? [];
      if (lines.length < room) return lines.push(line) > 0;
      const at = lines.findIndex((other) => place(other, tried));
      if (at >= 0) lines[at] = line;
      return at >= 0;
    });
  return answers.filter((_, line) => place(line, new Set())).length;
}

/** @param {readonly { text: string, words: Set<string> }[]} items */
function duplicates(items) {
  const same = (/** @type {typeof items[number]} */ a, /** @type {typeof items[number]} */ b) => {
    if (a.text.trim().toLowerCase() === b.text.trim().toLowerCase()) return true;
    const shared = common(a.words, b.words);
    return a.words.size > 0 && shared / (a.words.size + b.words.size - shared) >= 0.8;
  };
  return items.filter((item, at) => items.slice(0, at).some((earlier) => same(earlier, item))).length;
}

const small = new Set("the a an of to in for and or on with is are was be that this it its as by from when not now no at into".split(" "));

/** Stems of the words that say something. @param {string} text */
function wordsOf(text) {
  const found = text.toLowerCase().replace(/https?:\S+|#\d+/g, " ").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return found.filter((word) => word.length > 1 && !small.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, "") || word);
}

/** The same, but "Remove" and "Removed", "Drop" and "Dropped" are one word: what a past tense costs in `words` alone. @param {string} text */
const stemsOf = (text) => wordsOf(text).map((word) => word.replace(/([^aeiou])\1$/, "$1").replace(/[ei]$/, ""));

const common = (/** @type {Set<string>} */ a, /** @type {Set<string>} */ b) => [...a].filter((word) => b.has(word)).length;
const dice = (/** @type {Set<string>} */ a, /** @type {Set<string>} */ b) => (a.size === 0 || b.size === 0 ? 0 : (2 * common(a, b)) / (a.size + b.size));
const harmonic = (/** @type {number} */ a, /** @type {number} */ b) => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
const sum = (/** @type {readonly number[]} */ numbers) => numbers.reduce((all, each) => all + each, 0);

/** @param {readonly Scores[]} rows @returns {Scores} */
export function mean(rows) {
  const of = (/** @type {typeof measures[number]} */ name) => {
    const values = rows.flatMap((row) => row[name] ?? []);
    return values.length === 0 ? undefined : sum(values) / values.length;
  };
  return /** @type {Scores} */ (Object.fromEntries(measures.map((name) => [name, of(name)])));
}

/**
 * 95% interval of a mean over ranges, by drawing repositories again and again: ranges of one repository are alike.
 * @param {readonly (Scores & { repo: string })[]} rows @param {typeof measures[number]} name
 */
export function interval(rows, name) {
  const repos = [...new Set(rows.map(({ repo }) => repo))].map((repo) => rows.filter((row) => row.repo === repo));
  let seed = 20_261;
  const draw = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
  const means = Array.from({ length: 1000 }, () => {
    const drawn = repos.flatMap(() => repos[Math.floor(draw() * repos.length)] ?? []);
    return mean(drawn)[name] ?? 0;
  }).sort((a, b) => a - b);
  return [means[25] ?? 0, means[974] ?? 0];
}

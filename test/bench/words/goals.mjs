import { mean } from "./score.mjs";

/** @type {readonly { measure: keyof import("./score.mjs").Scores, name: string, least?: number, most?: number, style?: string }[]} */
export const goals = [
  { measure: "fGroup", name: "Fg", least: 62 },
  { measure: "fGroup", name: "Fg", least: 60, style: "conventional" },
  { measure: "fGroup", name: "Fg", least: 60, style: "free-form" },
  { measure: "fGroup", name: "Fg", least: 68, style: "squash" },
  { measure: "fGroup", name: "Fg", least: 45, style: "merge-heavy" },
  { measure: "cover", name: "cover", least: 92 },
  { measure: "noise", name: "noise", most: 5 },
  { measure: "readable", name: "read", least: 98 },
  { measure: "duplicates", name: "dupIt", most: 0.5 },
  { measure: "perBullet", name: "it/bul", most: 2.5 },
  { measure: "words", name: "word", least: 68 },
];

/** The goals that these figures miss, in words. A style that the data does not have is no miss. @param {readonly import("./table.mjs").Row[]} rows */
export function missed(rows) {
  return goals.flatMap(({ measure, name, least, most, style }) => {
    const of = style === undefined ? rows : rows.filter((row) => row.style === style);
    const value = mean(of)[measure];
    if (of.length === 0 || value === undefined) return [];
    // Compared as printed.
    const shown = Number(value.toFixed(measure === "perBullet" ? 2 : 1));
    const fits = (least === undefined || shown >= least) && (most === undefined || shown <= most);
    return fits ? [] : [`${name}${style === undefined ? "" : ` (${style})`}: ${shown}, the goal is ${least === undefined ? `at most ${most}` : `at least ${least}`}`];
  });
}

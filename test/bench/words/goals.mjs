import { mean } from "./score.mjs";

/** @type {readonly { measure: keyof import("./score.mjs").Scores, name: string, least?: number, most?: number, style?: string }[]} */
const goals = [
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

/**
 * How these figures stand against the goals, as rows of the bench's table. A style that the data does not have has none.
 * @param {readonly import("./table.mjs").Row[]} rows @param {string} data
 */
export function met(rows, data) {
  return goals.flatMap(({ measure, name, least, most, style }) => {
    const of = style === undefined ? rows : rows.filter((row) => row.style === style);
    const value = mean(of)[measure];
    if (of.length === 0 || value === undefined) return [];
    // Compared as printed.
    const ours = value.toFixed(measure === "perBullet" ? 2 : 1);
    const fits = (least === undefined || Number(ours) >= least) && (most === undefined || Number(ours) <= most);
    return [{ what: style === undefined ? name : `${name}, ${style}`, on: data.split("/").at(-1) ?? data, ours, against: "", ratio: "", goal: least === undefined ? `≤ ${most}` : `≥ ${least}`, met: fits }];
  });
}

import { readFileSync, writeFileSync } from "node:fs";
import { makeSample } from "../sample/workspace.mjs";

/**
 * How each `test/host/NAME.suite.ts` wants to be launched.
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} trust false: the folder opens in Restricted Mode
 * @property {string[]} phases one launch each, with the same folder and the same state; the suite reads KHOBOR_TEST_PHASE
 * @property {number} seconds time limit of one launch
 * @property {(folder: string, seed: string) => Promise<unknown>} workspace fills the folder that is opened; what it writes to `seed` fills
 *   the book at the first launch, and only then: what a later one finds was kept
 */

/** @type {Suite["workspace"]} */
const sample = (folder, seed) => makeSample(folder, seed);

/** @type {Suite["workspace"]} */
const withPrices = async (folder, seed) => {
  await makeSample(folder, seed);
  const { changes } = JSON.parse(readFileSync(seed, "utf8"));
  const find = (/** @type {string} */ id) => changes.find((/** @type {{ record?: { id: string } }} */ { record }) => record?.id === id).record;
  find("sample-shop").paymentDays = 14;
  find("sample-catalogue").price = { minor: 120_000, currency: "EUR" };
  changes[0].me.paymentDetails = [{ method: "Bank", lines: ["IBAN BD00 1234 5678", "City Bank, Dhaka"] }];
  writeFileSync(seed, JSON.stringify({ changes }));
};

/** @type {readonly Suite[]} */
export const suites = [
  { name: "main", trust: true, phases: ["only"], seconds: 120, workspace: sample },
  { name: "deals", trust: true, phases: ["only"], seconds: 120, workspace: withPrices },
  { name: "checks", trust: true, phases: ["only"], seconds: 90, workspace: sample },
  { name: "restart", trust: true, phases: ["before", "after"], seconds: 60, workspace: sample },
  { name: "templates", trust: true, phases: ["only"], seconds: 120, workspace: sample },
  { name: "secrets", trust: true, phases: ["only"], seconds: 60, workspace: sample },
  { name: "proxy", trust: true, phases: ["only"], seconds: 60, workspace: sample },
  { name: "restricted", trust: false, phases: ["only"], seconds: 60, workspace: sample },
];

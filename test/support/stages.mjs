import path from "node:path";
import { outDir } from "./paths.mjs";
import { npm } from "./processes.mjs";

/**
 * A part of `npm test`. Without `results` it counts as one test, passed when the command succeeds.
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} about
 * @property {[string, string[]]} command
 * @property {string} [results] the file that it writes
 * @property {number} seconds time limit
 * @property {number} [nice] how far it steps back for the others
 */

const results = (/** @type {string} */ name) => path.join(outDir, "results", `${name}.json`);
const mocha = (/** @type {string} */ name, /** @type {string} */ folder) => {
  return /** @type {[string, string[]]} */ ([process.execPath, ["test/support/mocha.mjs", results(name), folder]]);
};

/** A person's window does not wait for arithmetic: what only thinks steps back while windows are open. */
const nice = 10;

/**
 * Two lanes, because the machine may have two cores: one thinks, one mostly waits for windows.
 * @type {readonly (readonly Stage[])[]}
 */
export const lanes = [
  [
    { name: "unit", about: "the house without VS Code", command: mocha("unit", "out/test/unit"), results: results("unit"), seconds: 600, nice },
    { name: "golden", about: "whole drafts, word for word", command: mocha("golden", "out/test/golden"), results: results("golden"), seconds: 180, nice },
    { name: "check", about: "types, lint, import rules, unused code", command: npm("run", "--silent", "check"), seconds: 400, nice },
  ],
  [
    { name: "host", about: "inside the extension host of a real VS Code", command: [process.execPath, ["test/support/host/run.mjs"]], results: results("host"), seconds: 900 },
    { name: "journey", about: "the packed extension, used as a person would", command: [process.execPath, ["test/support/journeys.mjs", results("journey")]], results: results("journey"), seconds: 1500 },
  ],
];

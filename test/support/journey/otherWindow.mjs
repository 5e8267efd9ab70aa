import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

// What another window would do to the stored files while this one is open.

const sum = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex").slice(0, 16);
const lineOf = (/** @type {object} */ value) => {
  const json = JSON.stringify(value);
  return `${sum(json)} ${Buffer.byteLength(json)} ${json}\n`;
};
const valueOf = (/** @type {string} */ line) => JSON.parse(line.slice(line.indexOf("{")));

/**
 * Saves a file of the book with another version of a record beside the one that it has: both were changed, in two places.
 * @param {string} file
 * @param {string} kind
 * @param {string} id
 * @param {object} other its fields that differ
 */
export function changeElsewhere(file, kind, id, other) {
  const [first = "", ...rest] = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const record = rest.map(valueOf).find((entry) => entry[kind]?.id === id)[kind];
  const body = [...rest.map((line) => `${line}\n`), lineOf({ waiting: { kind, record: { ...record, ...other } } })].join("");
  const heading = { ...valueOf(first), seq: valueOf(first).seq + 1, bytes: Buffer.byteLength(body), digest: createHash("sha256").update(body).digest("hex") };
  writeFileSync(`${file}.tmp`, lineOf(heading) + body);
  renameSync(`${file}.tmp`, file);
}

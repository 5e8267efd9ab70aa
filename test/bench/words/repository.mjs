import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * A real repository with the commits of a range, for tools that read git: same messages, dates, authors, parents and paths,
 * and contents made up. Tags v0.0.0 and v1.0.0 are its ends.
 * @typedef {{ folder: string, originalOf: (hash: string) => string | undefined, remove: () => void }} Rebuilt
 * @param {import("./score.mjs").Range} range
 * @returns {Rebuilt}
 */
export function rebuild(range) {
  const folder = mkdtempSync(path.join(tmpdir(), "khobor-words-"));
  const git = (/** @type {string[]} */ args, /** @type {string | undefined} */ input = undefined) => {
    const { status, stderr } = spawnSync("git", ["-C", folder, ...args], { ...(input !== undefined && { input }), encoding: "utf8", maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  };
  git(["init", "-q", "-b", "main"]);
  git(["fast-import", "--quiet", "--force", "--export-marks=.git/khobor-marks"], stream(range));
  git(["reset", "-q", "--hard", "main"]);
  const originals = new Map(
    readFileSync(path.join(folder, ".git/khobor-marks"), "utf8")
      .split("\n")
      .flatMap((line) => {
        const [mark, hash] = line.split(" ");
        const original = range.commits.at(-(Number(mark?.slice(1)) - 1));
        return hash && original && mark !== ":1" ? [[hash, original.hash]] : [];
      }),
  );
  return {
    folder,
    originalOf: (hash) => originals.get(hash) ?? [...originals].find(([each]) => hash.length >= 7 && each.startsWith(hash))?.[1],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Mark 1 is where the range begins; the oldest commit of the range is mark 2. @param {import("./score.mjs").Range} range */
function stream({ commits }) {
  const oldestFirst = commits.toReversed();
  const marks = new Map(oldestFirst.map(({ hash }, at) => [hash, at + 2]));
  const data = (/** @type {string} */ text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const when = (/** @type {string} */ date) => `${Math.floor(Date.parse(date) / 1000)} +0000`;
  const begin = `commit refs/heads/main\nmark :1\ncommitter nobody <nobody@example.com> ${when(oldestFirst[0]?.date ?? "2026-01-01T00:00:00Z")}\n${data("begin")}M 100644 inline package.json\n${data("{}")}`;
  const rest = oldestFirst.map((commit, at) => {
    const parents = commit.parents.map((parent) => marks.get(parent)).filter((mark) => mark !== undefined && mark < at + 2);
    const who = `${commit.author.replace(/[<>\n]/g, "") || "nobody"} <author@example.com>`;
    const files = [...new Set(commit.files)].map((file) => `M 100644 inline ${JSON.stringify(file)}\n${data(JSON.stringify({ made: commit.hash, file }))}`);
    return [
      `commit refs/heads/main\nmark :${at + 2}\nauthor ${who} ${when(commit.date)}\ncommitter ${who} ${when(commit.commitDate ?? commit.date)}\n`,
      data([commit.subject, commit.body].filter(Boolean).join("\n\n")),
      `from :${parents[0] ?? 1}\n`,
      ...parents.slice(1).map((mark) => `merge :${mark}\n`),
      ...files,
    ].join("");
  });
  const tag = (/** @type {string} */ name, /** @type {number} */ mark) => `reset refs/tags/${name}\nfrom :${mark}\n\n`;
  return [begin, ...rest, tag("v0.0.0", 1), tag("v1.0.0", commits.length + 1)].join("");
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { toPlainText } from "../../src/core/drafting/plainText";
import { createFinder } from "../../src/git/finder";
import { readWorkSigns } from "../../src/git/workSigns";
import { hostileRepo } from "../support/hostileRepo";
import { hostileHistory } from "./fuzz/hostileHistory";
import { moreThanALine, moreThanAMessage } from "./fuzz/onlyText";
import { drafting } from "./speed/clickToDraft";

export const about = "Hostile repositories: no commit is lost, none is more than text, and nothing that a repository names is run.";
export const help = "--commits N   how many hostile commits (10,000)";

interface Row {
  readonly what: string;
  readonly on: string;
  readonly ours: string;
  readonly against: string;
  readonly ratio: string;
  readonly goal?: string;
  readonly met?: boolean;
}

export async function run(args: readonly string[], say: (line: string) => void): Promise<{ rows: readonly Row[]; notes: readonly string[] }> {
  const { values } = parseArgs({ args: [...args], options: { commits: { type: "string" } } });
  const folder = mkdtempSync(path.join(tmpdir(), "khobor-fuzz-"));
  try {
    const words = await hostileWords(Number(values.commits ?? 10_000), path.join(folder, "words"), say);
    const configured = await hostileConfiguration(say);
    return { rows: [...words.rows, ...configured], notes: words.notes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const none = (what: string, on: string, found: number): Row => ({ what, on, ours: String(found), against: "", ratio: "", goal: "0", met: found === 0 });

async function hostileWords(commits: number, repository: string, say: (line: string) => void): Promise<{ rows: readonly Row[]; notes: readonly string[] }> {
  say(`making ${commits.toLocaleString("en")} hostile commits…`);
  const { first } = await hostileHistory(commits, repository);
  const there = execFileSync("git", ["rev-list", "--all", `^${first}`], { cwd: repository, encoding: "utf8", maxBuffer: 1 << 28 }).trim().split("\n");
  say("drafting…");
  const on = `${there.length.toLocaleString("en")} commits`;
  let crashes = 0;
  const drafted = await drafting({ repository, from: first })().catch((error: unknown) => {
    crashes++;
    say(String(error));
    return undefined;
  });
  if (!drafted) return { rows: [none("crashes", on, crashes)], notes: [] };
  const { provenance, text } = drafted;
  const told = new Set([...provenance.items.flatMap((item) => item.commits), ...provenance.leftOut.map(({ commit }) => commit)].map(({ hash }) => hash));
  const bad = provenance.items.flatMap((item) => {
    const why = moreThanALine(item.text);
    return why === undefined ? [] : [`${why}: ${JSON.stringify(item.text)}`];
  });
  const whole = moreThanAMessage(text);
  if (whole !== undefined) bad.push(`${whole}, in the message as a whole`);
  // A chat gets the same as plain text; a megabyte of marks is no reason to hang.
  toPlainText(provenance.items.map((item) => item.text).join("\n"));
  return {
    rows: [none("crashes", on, crashes), none("commits lost", on, there.filter((hash) => !told.has(hash)).length), none("lines that are more than text", `${provenance.items.length.toLocaleString("en")} lines`, bad.length)],
    notes: bad.slice(0, 10),
  };
}

/** Each program that the configuration names leaves a mark when it is run. */
async function hostileConfiguration(say: (line: string) => void): Promise<readonly Row[]> {
  say("hostile configurations…");
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const localPaths = { current: () => ({}), set: () => Promise.resolve() };
  const finderAt = (folder: string, isTrusted: boolean) => createFinder({ folders: () => [folder], localPaths, isTrusted: () => isTrusted, log });

  const untrusted = hostileRepo();
  const processes = await processesIn(async () => {
    await finderAt(untrusted.repo.path, false).find().catch(() => undefined);
    await readWorkSigns([], {});
  });

  const trusted = hostileRepo();
  await finderAt(trusted.repo.path, true).find();
  const from = trusted.repo.git("rev-list", "--max-parents=0", "HEAD");
  await drafting({ repository: trusted.repo.path, from })();
  await drafting({ repository: trusted.repo.path, from, include: ["**/*.txt"] })();
  const run = trusted.sprung().length;

  const bare = hostileRepo();
  bare.repo.git("log", "-p", "--ext-diff");
  return [
    none("processes in a folder that is not trusted", "hostile .git/config", processes),
    none("programs run in a trusted folder", "hostile .git/config", run),
    { what: "programs that a bare git log runs there", on: "hostile .git/config", ours: "", against: String(bare.sprung().length), ratio: "", goal: "some", met: bare.sprung().length > 0 },
  ];
}

/** Children are counted by the handles that they leave in this process while they run. */
async function processesIn(work: () => Promise<unknown>): Promise<number> {
  const seen = new Set<unknown>();
  const { createHook } = await import("node:async_hooks");
  const init = (id: number, type: string) => {
    if (type === "PROCESSWRAP") seen.add(id);
  };
  const hook = createHook({ init }).enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return seen.size;
}

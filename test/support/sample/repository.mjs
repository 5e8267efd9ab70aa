import { execFile } from "node:child_process";
import { appendFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { history } from "./history.mjs";

const execute = promisify(execFile);

/** The freelancer of the sample, as git knows them. */
const me = { name: "Nadia Rahman", email: "nadia@nadia.example" };

const people = {
  me,
  colleague: { name: "Tareq Hasan", email: "tareq@studio.example" },
  bot: { name: "dependabot[bot]", email: "49699333+dependabot[bot]@users.noreply.github.com" },
};

/** What the sample is known by elsewhere; nothing is ever fetched from it. */
const remote = "git@github.com:acme/acme-shop.git";

/**
 * Makes the sample repository: real git, its dates counted back from `now`, deterministic but for them.
 * HEAD is left on the branch in progress, as at the end of a working day.
 * @param {string} folder must not exist, or be empty
 * @param {{ now?: Date }} [options]
 * @returns {Promise<{ folder: string, rootCommit: string }>}
 */
export async function createSampleRepository(folder, { now = new Date() } = {}) {
  await mkdir(folder, { recursive: true });
  const git = gitIn(folder);
  await git(["init", "--quiet", "--initial-branch=main"]);
  await git(["config", "user.name", me.name]);
  await git(["config", "user.email", me.email]);
  await git(["remote", "add", "origin", remote]);
  /** @type {Map<string, string>} subject → hash */
  const made = new Map();
  for (const step of history) {
    const when = { date: daysBefore(now, step.ago, step.at), author: people[step.by ?? "me"] };
    switch (step.what ?? "commit") {
      case "branch":
        await git(["switch", "--quiet", "--create", step.branch ?? ""]);
        break;
      case "switch":
        await git(["switch", "--quiet", step.branch ?? ""]);
        break;
      case "merge":
        await git(["merge", "--quiet", "--no-ff", "--no-edit", step.branch ?? ""], when);
        break;
      case "revert":
        await git(["revert", "--no-edit", made.get(step.of ?? "") ?? ""], when);
        break;
      default: {
        for (const file of step.files ?? []) await grow(path.join(folder, file), step.subject ?? "");
        await git(["add", "--all"]);
        await git(["commit", "--quiet", "--message", [step.subject, step.body].filter(Boolean).join("\n\n")], when);
        made.set(step.subject ?? "", await git(["rev-parse", "HEAD"]));
      }
    }
  }
  return { folder, rootCommit: await git(["rev-list", "--max-parents=0", "main"]) };
}

/**
 * The freelancer goes on working: a commit on `main`, made now.
 * @param {string} folder of the sample repository
 * @param {string} subject
 * @param {string} file the path to touch
 */
export async function commitOnMain(folder, subject, file) {
  const git = gitIn(folder);
  await git(["switch", "--quiet", "main"]);
  await grow(path.join(folder, file), subject);
  await git(["add", "--all"]);
  await git(["commit", "--quiet", "--message", subject]);
}

/**
 * @param {string} folder
 * @returns {(args: string[], when?: { date: Date, author: { name: string, email: string } }) => Promise<string>}
 */
function gitIn(folder) {
  // the person's own configuration (signing, hooks, templates) has no say here
  const alone = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", GIT_TERMINAL_PROMPT: "0" };
  return async (args, when) => {
    const dated = when && {
      GIT_AUTHOR_NAME: when.author.name,
      GIT_AUTHOR_EMAIL: when.author.email,
      GIT_AUTHOR_DATE: when.date.toISOString(),
      GIT_COMMITTER_DATE: when.date.toISOString(),
    };
    const { stdout } = await execute("git", args, { cwd: folder, env: { ...alone, ...dated } });
    return stdout.trim();
  };
}

/**
 * @param {string} file
 * @param {string} why
 */
async function grow(file, why) {
  await mkdir(path.dirname(file), { recursive: true });
  await appendFile(file, `// ${why}\n`);
}

/**
 * @param {Date} now
 * @param {number} days
 * @param {string} time "HH:MM", local
 */
export function daysBefore(now, days, time) {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days, hours, minutes);
}

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

// Real repositories in temporary folders. Everything about them is fixed (names, dates, default branch, configuration), so
// that the same steps give the same hashes on every machine. The folders go when the process ends.

export interface Person {
  readonly name: string;
  readonly email: string;
}
export const rafi: Person = { name: "Rafi Ahmed", email: "rafi@example.com" };
export const sara: Person = { name: "Sara Khan", email: "sara@example.com" };

interface CommitOptions {
  /** Path -> content; null removes the file. Absent: one file named after the commit's number. */
  readonly files?: Readonly<Record<string, string | null>>;
  readonly author?: Person;
  /** The author's date, and the committer's unless `commitDate` is given. ISO 8601. Absent: one minute after the last. */
  readonly date?: string;
  readonly commitDate?: string;
}

export interface TestRepo {
  /** The work tree, as a real path. */
  readonly path: string;
  /** Runs git here and gives its output, trimmed. */
  git(...args: string[]): string;
  /** Gives the new commit's hash, as do the others that commit. */
  commit(message: string | Buffer, options?: CommitOptions): string;
  /** Makes a branch and moves to it. */
  branch(name: string, from?: string): void;
  checkout(name: string): void;
  /** A merge commit unless told otherwise; `squash` makes one ordinary commit. */
  merge(name: string, options?: { readonly message?: string; readonly squash?: boolean; readonly date?: string }): string;
  rebase(onto: string): void;
  cherryPick(revision: string): string;
  amend(message: string): string;
  tag(name: string, options?: { readonly at?: string; readonly annotated?: boolean; readonly date?: string }): void;
  hash(revision?: string): string;
  clone(...options: string[]): TestRepo;
}

/** The environment in which test repositories are made and read: nothing of the machine's own configuration. */
export const isolated = (): Record<string, string> => ({ HOME: emptyHome(), USERPROFILE: emptyHome(), XDG_CONFIG_HOME: emptyHome(), GIT_CONFIG_NOSYSTEM: "1" });

let home: string | undefined;
const emptyHome = () => (home ??= temporaryFolder("home"));

const folders: string[] = [];
/** An empty folder that goes when the process ends, as a real path. */
export function temporaryFolder(name = "folder"): string {
  if (folders.length === 0) process.once("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `khobor-${name}-`)));
  folders.push(folder);
  return folder;
}

/** A new repository on branch `main`, without a commit. */
export function createRepo(folder = temporaryFolder("repo")): TestRepo {
  mkdirSync(folder, { recursive: true });
  const repo = openRepo(folder);
  repo.git("init", "--quiet", "--initial-branch=main");
  return repo;
}

const firstDate = Date.parse("2026-11-02T03:00:00Z");

/** A repository that is there already. Its clock starts at `now`, milliseconds since 1970. */
export function openRepo(folder: string, now = firstDate): TestRepo {
  let made = 0;
  const nextDate = () => new Date((now += 60_000)).toISOString();
  const run = (args: readonly string[], date: string, commitDate = date, author = rafi, input?: Buffer): string =>
    execFileSync("git", ["-c", "commit.gpgSign=false", ...args], {
      cwd: folder,
      input,
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["pipe", "pipe", "pipe"],
      env: {
        ...process.env,
        ...isolated(),
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: rafi.name,
        GIT_COMMITTER_EMAIL: rafi.email,
        GIT_COMMITTER_DATE: commitDate,
        GIT_EDITOR: "true",
        GIT_TERMINAL_PROMPT: "0",
        LC_ALL: "C",
      },
    }).trim();
  const hash = (revision = "HEAD") => run(["rev-parse", "--verify", `${revision}^{commit}`], nextDate());

  return {
    path: folder,
    git: (...args) => run(args, nextDate()),
    commit(message, { files = { [`file-${++made}.txt`]: `${made}\n` }, author = rafi, date = nextDate(), commitDate = date } = {}) {
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(folder, name);
        if (content === null) {
          rmSync(file);
          continue;
        }
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
      if (Object.keys(files).length > 0) run(["add", "--all", "--", ...Object.keys(files)], date);
      run(["commit", "--quiet", "--allow-empty", "--allow-empty-message", "--no-verify", "--cleanup=verbatim", "--file=-"], date, commitDate, author, Buffer.from(message));
      return hash();
    },
    branch: (name, from = "HEAD") => void run(["checkout", "--quiet", "-b", name, from], nextDate()),
    checkout: (name) => void run(["checkout", "--quiet", name], nextDate()),
    merge(name, { message = `Merge branch '${name}'`, squash = false, date = nextDate() } = {}) {
      run(["merge", "--quiet", ...(squash ? ["--squash"] : ["--no-ff", "-m", message]), name], date);
      if (squash) run(["commit", "--quiet", "-m", message], date);
      return hash();
    },
    rebase: (onto) => void run(["rebase", "--quiet", onto], nextDate()),
    cherryPick(revision) {
      run(["cherry-pick", revision], nextDate());
      return hash();
    },
    amend(message) {
      run(["commit", "--quiet", "--amend", "--allow-empty", "-m", message], nextDate());
      return hash();
    },
    tag: (name, { at = "HEAD", annotated = false, date = nextDate() } = {}) => void run(["tag", ...(annotated ? ["-a", "-m", name] : []), name, at], date),
    hash,
    clone(...options) {
      const target = temporaryFolder("clone");
      run(["clone", "--quiet", ...options, `file://${folder}`, target], nextDate());
      return openRepo(target, now);
    },
  };
}

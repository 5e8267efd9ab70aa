import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { once } from "node:events";
import path from "node:path";

const verbs = ["Add", "Fix", "Improve", "Show", "Allow", "Remove", "Update", "Support"];
const things = ["coupons at the checkout", "the login page on Safari", "order emails", "the search of the shop", "payments with bKash", "the delivery date", "invoices for customers", "the loyalty program"];
const places = ["in aisle", "on page", "of shelf", "in section", "at step"];
const people = ["new customers", "guests", "the office", "sellers in Dhaka", "wholesale buyers", "the app", "returning visitors", "the night shift"];
const kinds = ["feat", "fix", "chore", "refactor", "docs"];
/** A shop of 2,000 files in 40 folders. */
const folders = Array.from({ length: 40 }, (_, at) => `${["src", "site", "packages", "docs"][at % 4] ?? "src"}/part${at}`);

/**
 * A repository with a history of so many commits: conventional and free-form messages, bodies, one to five files a commit,
 * every tenth a merge of a branch of three. The same commits on every machine. Kept for the next run.
 */
export async function madeRepository(commits: number, folder: string, say: (line: string) => void): Promise<string> {
  const target = path.join(folder, `history-v2-${commits}`);
  if (existsSync(target)) return target;
  say(`Making a repository of ${commits.toLocaleString("en")} commits (once)…`);
  const making = `${target}.part`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const git = (...args: string[]) => execFileSync("git", args, { cwd: making, stdio: ["ignore", "ignore", "inherit"] });
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.email", "rafi@example.com");
  const importing = spawn("git", ["fast-import", "--quiet", "--done"], { cwd: making, stdio: ["pipe", "ignore", "inherit"] });
  for (const chunk of history(commits)) if (!importing.stdin.write(chunk)) await once(importing.stdin, "drain");
  importing.stdin.end("done\n");
  const [code] = (await once(importing, "close")) as [number];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  git("repack", "-adq");
  git("commit-graph", "write", "--reachable");
  git("reset", "--quiet", "--hard");
  renameSync(making, target);
  return target;
}

function* history(commits: number): Generator<string> {
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const pick = (list: readonly string[]) => list[random(list.length)] ?? "";
  const file = () => `${pick(folders)}/file${random(50)}.ts`;
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const first = Date.UTC(2026, 10, 20) / 1000 - commits * 3600;
  const commit = (at: number, ref: string, message: string, lines: readonly string[]) => {
    const who = `Rafi Ahmed <rafi@example.com> ${first + at * 3600} +0600`;
    return `commit ${ref}\nmark :${at + 1}\nauthor ${who}\ncommitter ${who}\n${data(message)}${lines.join("")}`;
  };
  const change = (path: string, at: number) => `M 100644 inline ${path}\n${data(`export const changed = ${at};\n`)}`;
  const message = (at: number) => {
    const subject = `${pick(verbs)} ${pick(things)} ${pick(places)} ${random(400)} for ${pick(people)}${random(4) === 0 ? ` (#${at})` : ""}`;
    const body = random(3) === 0 ? `\n\nCustomers asked for it, and it was in the way of the ${pick(things)}.\n\nRefs: #${at}` : "";
    return (random(2) === 0 ? `${pick(kinds)}(shop): ${subject.toLowerCase()}` : subject) + body;
  };
  const all = folders.flatMap((folder) => Array.from({ length: 50 }, (_, at) => `${folder}/file${at}.ts`));
  yield commit(0, "refs/heads/main", "Start the shop", all.map((path) => change(path, 0)));
  let main = 1;
  for (let at = 1; at < commits; ) {
    if (at % 10 === 5 && at + 3 < commits) {
      const merged: string[] = [];
      for (let step = 0; step < 3; step++, at++) {
        const lines = [change(file(), at), change(file(), at)];
        merged.push(...lines);
        yield commit(at, "refs/heads/side", message(at), [`from :${step === 0 ? main : at}\n`, ...lines]);
      }
      yield commit(at, "refs/heads/main", `Merge pull request #${at} from rafi/part\n\n${pick(verbs)} ${pick(things)}`, [`from :${main}\n`, `merge :${at}\n`, ...merged]);
    } else {
      yield commit(at, "refs/heads/main", message(at), [`from :${main}\n`, ...Array.from({ length: 1 + random(5) }, () => change(file(), at))]);
    }
    main = ++at;
  }
  yield "reset refs/heads/side\nfrom 0000000000000000000000000000000000000000\n\n";
}

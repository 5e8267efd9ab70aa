import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { interleaved, type Times } from "../measure";
import { installPeers } from "../words/peers.mjs";
import { withProductionBuild } from "./bundle";

/** From the start of a process to its end, on the same commits of the same repository; undefined where the others cannot be installed. */
export async function wholeProcesses(repository: string, from: string, rounds: number): Promise<Times | undefined> {
  const modules = installPeers();
  if (modules === undefined) return undefined;
  return withProductionBuild((build) =>
    withTags(repository, from, (clone) => {
      const conventional = path.join(clone, "..", "conventional.mjs");
      writeFileSync(conventional, conventionalChangelog(modules));
      const node = (...args: string[]) => () => end(process.execPath, args, clone);
      // npm's package of git-cliff starts its program through a script; the program is also measured by itself.
      const program = path.join(modules, `git-cliff-${process.platform}-${process.arch}`, "bin", "git-cliff");
      return interleaved(rounds, {
        ours: node(path.join(build, "dist/cli.js"), "draft", "--repo", clone, "--from", "v0.0.0"),
        "git-cliff": node(path.join(modules, "git-cliff/lib/cli/cli.js"), "v0.0.0..v1.0.0"),
        "auto-changelog": node(path.join(modules, "auto-changelog/src/index.js"), "--template", "json", "--stdout", "--starting-version", "v1.0.0", "--commit-limit", "false"),
        "conventional-changelog": node(conventional),
        ...(existsSync(program) && { "git-cliff without npm's script": () => end(program, ["v0.0.0..v1.0.0"], clone) }),
      });
    }),
  );
}

/** The change logs go from tag to tag. The repository itself stays as it is. */
async function withTags<T>(repository: string, from: string, use: (clone: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "khobor-peers-"));
  try {
    const clone = path.join(folder, "clone");
    const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "ignore" });
    git("clone", "--shared", "--no-checkout", "--no-tags", path.resolve(repository), clone);
    git("-C", clone, "tag", "v0.0.0", from);
    git("-C", clone, "tag", "v1.0.0", "HEAD");
    return await use(clone);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function end(command: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "ignore"] });
  child.stdout.resume();
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`${path.basename(command)} ${args[0] ?? ""} ended with ${code}`);
}

const conventionalChangelog = (modules: string) => `
import { ConventionalChangelog } from ${JSON.stringify(path.join(modules, "conventional-changelog/dist/index.js"))};
import preset from ${JSON.stringify(path.join(modules, "conventional-changelog-angular/src/index.js"))};
const log = new ConventionalChangelog(process.cwd()).package({ name: "shop", version: "1.0.0" }).config(await preset()).commits({ from: "v0.0.0" });
for await (const text of log.write()) process.stdout.write(text);
`;

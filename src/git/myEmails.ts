import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { gitFolderAbove } from "./gitFolder";
import { configValues } from "./identity";
import type { Git } from "./run";

/**
 * Every email that is mine here: those in the configuration (the machine's and the repository's), and those that mailmap
 * says belong to the same person. Lower case, each once.
 */
export async function readMyEmails(git: Git, folder: string): Promise<readonly string[]> {
  const top = (await gitFolderAbove(folder))?.top ?? folder;
  const configured = await configValues(git, folder, "^(user\\.email|author\\.email|mailmap\\.file)$");
  const files = configured.filter(({ key }) => key === "mailmap.file").map(({ value }) => value);
  const emails = configured.filter(({ key }) => key.endsWith(".email")).map(({ value }) => value);
  const mailmaps = [path.join(top, ".mailmap"), ...files.map((file) => path.resolve(top, file.replace(/^~(?=\/)/, homedir())))];
  const lines = (await Promise.all(mailmaps.map(smallText))).join("\n").split("\n");
  return withMailmap(emails, lines);
}

/** What is nearest to the commit counts: it comes last. */
export async function readMyName(git: Git, folder: string): Promise<string | undefined> {
  return (await configValues(git, folder, "^user\\.name$")).at(-1)?.value.trim();
}

/** A line is "Proper Name <proper@email> Commit Name <commit@email>", in which either name and one email may be missing. */
export function withMailmap(mine: readonly string[], lines: readonly string[]): readonly string[] {
  const pairs: (readonly [string, string])[] = [];
  const properOf = new Map<string, Set<string>>();
  for (const line of lines) {
    if (line.trimStart().startsWith("#")) continue;
    const [proper, commit] = [...line.matchAll(/<([^<>]*)>/g)].map(([, email = ""]) => email.trim().toLowerCase());
    if (!proper || !commit) continue;
    pairs.push([proper, commit]);
    properOf.set(commit, (properOf.get(commit) ?? new Set()).add(proper));
  }
  const emails = new Set(mine.map((email) => email.trim().toLowerCase()).filter(Boolean));
  // An address that several people have shared ("root@localhost") is nobody's own, and leads to nobody else.
  const isShared = (email: string) => (properOf.get(email)?.size ?? 0) > 1;
  for (let before = -1; before < emails.size; ) {
    before = emails.size;
    for (const [proper, commit] of pairs) if (!isShared(commit) && (emails.has(proper) || emails.has(commit))) emails.add(proper).add(commit);
  }
  return [...emails];
}

/** A configuration may name anything, also a file without an end. */
async function smallText(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true && found.size < 1 << 20 ? readFile(file, "utf8").catch(() => "") : "";
}

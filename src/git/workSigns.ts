import { open } from "node:fs/promises";
import path from "node:path";
import type { Id } from "../core/book/fields";
import type { Project } from "../core/book/project";
import type { WorkSigns } from "../core/owed/desk";
import { instantAt } from "../core/time/zoned";
import type { Instant } from "../core/time/types";
import { gitFolderAt } from "./gitFolder";

/** Enough for some hundred entries, and little for a disk. */
const TAIL_BYTES = 64 * 1024;
/** An entry of git's log of where HEAD was: what it was and is, who, when, and what was done ("commit (amend): Fix the cart"). */
const entry = /^[0-9a-f]+ [0-9a-f]+ .*> (\d+) [+-]\d{4}\tcommit\b/;

/**
 * When work was last committed in each project's repositories on this machine, oldest first. No process is run: git notes in
 * a small file of its own when HEAD moved and why, and its end is read. A sign and no more: which paths a commit touched, and
 * whether it will be told, only a reading tells. A repository that is not known here, or keeps no such log, gives none.
 * @param paths where the repositories of scopes lie
 */
export async function readWorkSigns(projects: readonly Project[], paths: Readonly<Record<Id, string>>): Promise<WorkSigns> {
  const known = new Map<string, Promise<readonly Instant[]>>();
  const at = (folder: string) => {
    const times = known.get(folder) ?? commitsIn(folder).catch(() => []);
    known.set(folder, times);
    return times;
  };
  const signs = projects
    .filter(({ status, archivedAt }) => status === "active" && archivedAt === undefined)
    .map(async ({ id, scopes }) => {
      const folders = new Set(scopes.flatMap((scope) => paths[scope.id] ?? []));
      return [id, (await Promise.all([...folders].map(at))).flat().sort()] as const;
    });
  return new Map((await Promise.all(signs)).filter(([, times]) => times.length > 0));
}

async function commitsIn(folder: string): Promise<readonly Instant[]> {
  const repository = await gitFolderAt(folder);
  if (!repository) return [];
  const lines = (await tail(path.join(repository.gitDir, "logs", "HEAD"))).split("\n");
  return lines.flatMap((line) => {
    const seconds = entry.exec(line)?.[1];
    return seconds === undefined ? [] : [instantAt(Number(seconds) * 1000)];
  });
}

async function tail(file: string): Promise<string> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, TAIL_BYTES)), 0, Math.min(size, TAIL_BYTES), from);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

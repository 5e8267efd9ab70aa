import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { addClient } from "../../../src/core/book/clientChanges";
import { applyChanges, emptyBook } from "../../../src/core/book/book";
import type { TellFrom } from "../../../src/core/book/project";
import type { SentRecord } from "../../../src/core/book/sentRecord";
import type { Provenance } from "../../../src/core/drafting/draft";
import type { Instant, Zone } from "../../../src/core/time/types";
import { deferred } from "../../../src/core/deferred";
import type { GitLog } from "../../../src/core/ports/git";
import type { ComposeUpdateDeps } from "../../../src/flows/draftUpdate";
import type { Renderers } from "../../../src/flows/renderers";
import { formatWith, newMark } from "../../../src/git/commitRecords";
import { pathspecs } from "../../../src/git/pathspecs";
import { newId } from "../../../src/storage/newId";

export interface Asked {
  readonly repository: string;
  /** The hash up to which all was told. */
  readonly from: string;
  readonly include?: readonly string[];
  /** The first draft of a project: it has no message before it, and begins at a time. */
  readonly firstTime?: boolean;
}

const zone = "Asia/Dhaka" as Zone;

/** The book of one client with this repository. */
function bookOf({ include }: Asked, now: Instant) {
  const scope = { id: "scope", name: "shop", identity: { remotes: [], rootCommits: [] }, ...(include && { include }) };
  const added = addClient({ name: "Acme", scopes: [scope], size: "small", channel: "copy", language: "en" }, { now, newId });
  return { added, book: applyChanges(emptyBook, added.changes) };
}

/**
 * What every window with a client has done soon after its start: a look at what is owed, in the user's zone.
 * @public called by the script that firstOfSession writes
 */
export async function watched(asked: Asked): Promise<void> {
  const now = new Date().toISOString() as Instant;
  const { createSurveyor } = await import("../../../src/core/owed/derive");
  createSurveyor()({ book: bookOf(asked, now).book, history: [], answers: [], now, zone });
}

/** From the click to the text, as the extension does it: the real flow, the real git, the templates as they ship, all loaded late. */
export function drafting(asked: Asked): () => Promise<{ readonly commits: number; readonly text: string; readonly provenance: Provenance }> {
  const { repository, from, firstTime = false } = asked;
  const now = new Date().toISOString() as Instant;
  const { added, book } = bookOf(asked, now);
  const told: SentRecord = {
    version: 2, what: "sent", outcome: "handedOver", id: "told", clientId: added.client.id, projectId: added.project.id, kind: "progress", language: "en", channel: "copy",
    at: now, text: "", told: [], readUpTo: { scope: [from] }, noteIds: [],
  };
  const at = () => new Date(Number(git(repository, "show", "-s", "--format=%ct", from)) * 1000 + 1000).toISOString() as Instant;
  const tellFrom: TellFrom = firstTime ? { from: "instant", at: at() } : { from: "beginning" };
  const deps: ComposeUpdateDeps = {
    clock: { now: () => now, zone: () => zone },
    book: { current: () => book },
    history: { all: () => Promise.resolve(firstTime ? [] : [told]) },
    gitLog: deferred<GitLog, keyof GitLog>(async () => (await import("../../../src/git/gitLog")).createGitLog(), ["read", "patchIds", "myEmails", "newestAt", "tags"]),
    finder: { locate: () => Promise.resolve(repository) },
    settings: { myEmails: () => [], whoseCommits: () => "everyone", tellHousekeeping: () => false },
    renderers: deferred<Renderers, "of">(async () => {
      const [{ createRenderers }, { shippedTemplates }] = await Promise.all([
        import("../../../src/flows/renderers"),
        import("../../../src/storage/shippedTemplates"),
      ]);
      return createRenderers(shippedTemplates);
    }, ["of"]),
    newId,
  };
  return async () => {
    const { composeUpdate } = await import("../../../src/flows/draftUpdate");
    const { provenance, problems } = await composeUpdate(added.project, tellFrom, deps);
    if (problems.some(({ detail }) => detail !== undefined)) throw new Error(problems[0]?.detail);
    const hashes = [...provenance.items.flatMap(({ commits }) => commits), ...provenance.leftOut.map(({ commit }) => commit)].map(({ hash }) => hash);
    return { commits: new Set(hashes).size, text: provenance.rendered, provenance };
  };
}

/** Bare `git log` of the same range, with the same fields and names of files, its output thrown away. */
export function bareGitLog({ repository, from, include }: Asked): () => Promise<void> {
  const specs = pathspecs(include);
  const paths = "specs" in specs && specs.specs.length > 0 ? ["--", ...specs.specs] : [];
  const args = ["--no-pager", "log", "-z", "--name-only", "--no-renames", `--format=${formatWith(newMark())}`, ...tips(repository), `^${from}`, ...paths];
  return async () => {
    const process = spawn("git", args, { cwd: repository, stdio: ["ignore", "pipe", "inherit"] });
    process.stdout.resume();
    await once(process, "close");
  };
}

/** Local branches are all read; so is the default one of a remote, which HEAD tracks. */
const tips = (repository: string) => git(repository, "for-each-ref", "--format=%(objectname)", "refs/heads").split("\n").filter(Boolean);

/** The commit that lies so many back from HEAD, of those that touch a path if one is given; undefined where there are not so many. */
export function back(repository: string, commits: number, path?: string): string | undefined {
  const list = git(repository, "rev-list", `--max-count=${commits + 1}`, "HEAD", ...(path === undefined ? [] : ["--", path])).split("\n").filter(Boolean);
  return list[commits];
}

export const git = (repository: string, ...args: string[]) => execFileSync("git", args, { cwd: repository, encoding: "utf8", maxBuffer: 1 << 30 }).trim();

import * as v from "valibot";
import type { Say } from "../core/say";
import type { Commit } from "../core/work/commit";
import { summarise } from "../core/work/summarise";
import { workReport, type WorkReport } from "./workReport";

const commitInFile = v.object({
  hash: v.pipe(v.string(), v.minLength(1)),
  subject: v.string(),
  body: v.optional(v.string(), ""),
  author: v.optional(v.string(), ""),
  authorEmail: v.optional(v.string(), ""),
  date: v.string(),
  commitDate: v.optional(v.string()),
  parents: v.optional(v.array(v.string()), []),
  files: v.optional(v.array(v.string()), []),
});
const fileSchema = v.object({ commits: v.array(commitInFile) });

/** What is in the file is no list of commits; the message says where it goes wrong. */
export class WrongShape extends Error {}

/**
 * The summary of commits that are already in a file: an object with `commits`, newest first, as `git log` lists them.
 * All of it counts as ready: a file says nothing of branches. Throws WrongShape where the shape is another one.
 */
export function summarizeFile(content: unknown, say: Say): WorkReport {
  const read = v.safeParse(fileSchema, content, { abortEarly: true });
  if (read.success) return workReport(summarise({ commits: read.output.commits.map(toCommit) }), say);
  const [issue] = read.issues;
  const where = v.getDotPath(issue);
  throw new WrongShape(`${where === null ? "" : `${where} is wrong: `}${issue.message}`);
}

function toCommit(commit: v.InferOutput<typeof commitInFile>): Commit {
  return {
    scopeId: "file",
    hash: commit.hash,
    parents: commit.parents,
    subject: commit.subject,
    body: commit.body,
    author: { name: commit.author, email: commit.authorEmail },
    authorDate: commit.date,
    commitDate: commit.commitDate ?? commit.date,
    files: commit.files,
    standing: "ready",
  };
}

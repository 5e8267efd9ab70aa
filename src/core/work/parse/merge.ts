import type { Commit } from "../commit";
import { firstWords } from "./listed";
import { lines, oneLine } from "./plainText";

/** What the message of a merge says. Hosts put the words of the pull request into the body, or behind its number. */
export interface MergeMessage {
  /** The pull request's title, or the words that a person gave the merge. */
  readonly title?: string;
}

const titleInBody = [/^Merge pull request #\d+ from \S+/i, /^Merged in .+ \(pull request #\d+\)/i];
const titleBehind = [/^Merged? (?:PR|MR|pull request|merge request) ?[#!]?\d+ ?[:-]? (?!from )(.+)$/i, /^Merge [#!]\d+:? (.+)$/i];
const plain = /^(?:automatic |auto-?)?merged?(?: |:|$)/i;

/** Undefined where the commit is no merge, neither by its parents nor by its words. */
export function mergeMessage(commit: Pick<Commit, "parents" | "subject" | "body">): MergeMessage | undefined {
  const subject = oneLine(commit.subject);
  if (commit.parents.length < 2 && !/^merge/i.test(subject)) return undefined;
  const titled = (title: string | undefined): MergeMessage => (title === undefined ? {} : { title: fromBranchName(title) });
  if (titleInBody.some((pattern) => pattern.test(subject))) return titled(firstWords(commit.body));
  for (const pattern of titleBehind) {
    const title = pattern.exec(subject)?.[1];
    if (title !== undefined) return titled(title);
  }
  if (/^Merge branch .+/i.test(subject) && lines(commit.body).some((line) => line.startsWith("See merge request "))) {
    return titled(firstWords(commit.body));
  }
  if (commit.parents.length < 2) return /^Merge (?:(?:remote-tracking )?branch(?:es)?|tag|commit) ['"]/i.test(subject) ? {} : undefined;
  return plain.test(subject) || subject === "" ? {} : titled(subject);
}

/** A pull request that nobody named carries its branch's name: "Feature/login page". */
const fromBranchName = (title: string): string =>
  title.replace(/^(?:feature|feat|bugfix|bug|fix|hotfix|chore|task|story|enhancement)\/(?:(?!20\d\d\b)#?\d{2,7}(?:[ _-]+|$))?(?=\S|$)/i, "");

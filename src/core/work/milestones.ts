import picomatch from "picomatch";
import type { Id } from "../book/fields";
import type { Milestone } from "../book/milestone";
import type { Entry } from "./group/entry";

/** Finds the milestone that a commit belongs to; `order` is its place among them. */
export type MilestoneOf = (entry: Entry) => { readonly id: Id; readonly order: number } | undefined;

/** Titles are short, and "the" or "new" belong to all of them. */
const shortest = 4;
const common = new Set("milestone phase stage part step first second third final launch release version with from into more work page pages ধাপ পর্ব প্রথম দ্বিতীয় তৃতীয়".split(" "));

/**
 * By the branches, paths and words that the milestone names; where it names none, by its title: all of the title's words
 * must be in the subject. The first milestone in the given order wins.
 */
export function milestoneFinder(milestones: readonly Pick<Milestone, "id" | "title" | "commits">[]): MilestoneOf {
  const matchers = milestones.map(({ id, title, commits }, order) => {
    const { branches = [], paths = [], words = [] } = commits ?? {};
    const named = branches.length + paths.length + words.length > 0;
    const inTitle = contentWords(title).filter((word) => word.length >= shortest && !common.has(word));
    const isPath = paths.length > 0 ? picomatch(paths.flatMap((glob) => [glob, `${glob.replace(/\/+$/, "")}/**`]), { dot: true, posix: true }) : () => false;
    const branch = new Set(branches.map((name) => name.toLowerCase()));
    const wanted = words.map((each) => ` ${contentWords(each).join(" ")}`);
    const fits = ({ commit, message }: Entry): boolean => {
      if (commit.branch !== undefined && branch.has(commit.branch.toLowerCase())) return true;
      const subject = ` ${contentWords(message.subject).join(" ")}`;
      if (!named) return inTitle.length > 0 && inTitle.every((word) => subject.includes(` ${word}`));
      return wanted.some((each) => each !== " " && subject.includes(each)) || commit.files.some((file) => isPath(file));
    };
    return { id, order, fits };
  });
  return (entry) => matchers.find(({ fits }) => fits(entry));
}

const contentWords = (text: string): readonly string[] => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

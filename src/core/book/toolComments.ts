import type { MilestonesAre, ProjectTool } from "../ports/services";
import type { Id } from "./fields";
import type { Project } from "./project";
import type { CommentStep, HistoryEntry } from "./sentRecord";

/** Where a project is kept in a tool of the client's. */
export type ToolLink = NonNullable<Project["tool"]>;

/** What counts as a milestone there; the usual thing, where the book does not say. */
export const milestonesAre = ({ milestones }: Pick<ToolLink, "milestones">, { milestonesCanBe }: Pick<ProjectTool, "milestonesCanBe">): MilestonesAre =>
  milestonesCanBe.find((one) => one === milestones) ?? milestonesCanBe[0] ?? "card";

/** What a comment can stand on: a list of cards or a section has none of its own, what it holds has. */
export const takesComments = (are: MilestonesAre): MilestonesAre => (are === "list" ? "card" : are === "section" ? "task" : are);

/** `unclear`: it was on its way, and nobody knows whether it arrived. */
export type Commented =
  | { readonly is: "not"; readonly attempts: number }
  | { readonly is: "posted" | "unclear"; readonly attempts: number; readonly last: CommentStep };

/** Whether a sent message stands as a comment in a tool. */
export function commentedOn(recordId: Id, history: readonly HistoryEntry[]): Commented {
  const steps = history.filter((entry): entry is CommentStep => entry.what === "comment" && entry.recordId === recordId);
  const attempts = Math.max(0, ...steps.map(({ attempt }) => attempt));
  const of = steps.filter(({ attempt }) => attempt === attempts);
  const posted = steps.find(({ step }) => step === "posted");
  if (posted) return { is: "posted", attempts, last: posted };
  const [last] = of;
  return last === undefined || of.some(({ step }) => step === "failed") ? { is: "not", attempts } : { is: "unclear", attempts, last };
}

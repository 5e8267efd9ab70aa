import * as vscode from "vscode";
import type { Id } from "../../../core/book/fields";
import { clientOfProject } from "../../../core/book/queries";
import type { RepositoryProblem } from "../../../core/ports/git";
import type { Text, TextId } from "../../../core/say";
import type { CommandId } from "../../commandIds";
import { withLateProgress } from "../../lateProgress";
import type { MessageAction } from "../../messages";
import { nodeArgument, type NodeArgument } from "../nodeArgument";
import type { DraftCommandsDeps } from "./deps";
import { meantProject } from "./meantProject";

/** "Draft client update": from the commits not told yet to an open document. False: there is no draft, and the user was told why; undefined: cancelled. */
export async function draftUpdate(argument: unknown, deps: DraftCommandsDeps): Promise<boolean | undefined> {
  const { say, book } = deps;
  if (saysNeedsTrust(deps) || saysNeedsClient(deps)) return false;
  const project = await meantProject(nodeArgument(argument), { id: "draft.whichProject" }, deps);
  if (!project) return undefined;

  const client = clientOfProject(book.current(), project);
  // Handlebars and git are loaded when the first draft is asked for.
  const flow = await import("../../../flows/draftUpdate");
  // Asked before, so that nothing is said to be read while the user thinks.
  const tellFrom = await flow.tellFromOf(project, deps);
  if (!tellFrom) return undefined;
  const made = await withLateProgress(say("draft.reading", { client: client?.name ?? project.name }), (signal) =>
    flow.draftUpdate({ ...project, tellFrom }, deps, { signal, promiseId: promiseOf(argument) }),
  );
  if (!made) return undefined;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(made.path), { preview: false });
  tellProblems(made.problems, project.id, deps);
  return true;
}

/** The promise that a row of what is owed asks to be kept. */
function promiseOf(argument: unknown): Id | undefined {
  const { promiseId } = (nodeArgument(argument) ? argument : {}) as { readonly promiseId?: unknown };
  return typeof promiseId === "string" ? promiseId : undefined;
}

/** Says that a client has to be added first, where there is none. */
export function saysNeedsClient({ book, messages, commands }: Pick<DraftCommandsDeps, "book" | "messages" | "commands">): boolean {
  if (book.current().client.length > 0) return false;
  messages.inform({ id: "draft.needsClient" }, { label: { id: "draft.addClient" }, run: () => commands.executeCommand("khobor.addClient" satisfies CommandId) });
  return true;
}

/** Says that git is read only in trusted folders, where this one is not. */
export function saysNeedsTrust({ trust, messages, commands }: Pick<DraftCommandsDeps, "trust" | "messages" | "commands">): boolean {
  if (trust.isTrusted()) return false;
  messages.inform({ id: "draft.needsTrust" }, { label: { id: "draft.manageTrust" }, run: () => commands.executeCommand("workbench.trust.manage") });
  return true;
}

/** What the project's own fields mend: its repositories, where they are, and what goes live. */
const inProject: ReadonlySet<TextId> = new Set<TextId>(["draft.noRepository", "git.notFound", "git.gone", "git.notARepository", "git.branchMissing", "git.liveBranchMissing"]);

/** One message for all repositories together; the details are in the log. @param projectId whose work was read */
export function tellProblems(problems: readonly RepositoryProblem[], projectId: Id | undefined, deps: Pick<DraftCommandsDeps, "say" | "log" | "messages" | "commands" | "book" | "undoing">): void {
  const [first, ...others] = problems;
  if (!first) return;
  for (const { problem, detail, path } of problems) deps.log.warn([deps.say(problem), path, detail].filter(Boolean).join(" | "));
  const text: Text = others.length === 0 ? first.problem : { id: "draft.problems", values: { first: first.problem, count: others.length } };
  const mend: readonly MessageAction[] =
    projectId !== undefined && inProject.has(first.problem.id)
      ? [{ label: { id: "editProject.title" }, run: () => deps.commands.executeCommand("khobor.editProject" satisfies CommandId, { kind: "project", recordId: projectId } satisfies NodeArgument) }]
      : [];
  deps.messages.warn(text, ...mend, ...theyAreMine(first.problem, deps), { label: { id: "command.showLog" }, run: () => deps.commands.executeCommand("khobor.showLog" satisfies CommandId) });
}

/** Takes the address that the commits carry for one of mine, and drafts again. */
function theyAreMine({ id, values }: Text, { book, undoing, commands }: Pick<DraftCommandsDeps, "book" | "undoing" | "commands">): readonly MessageAction[] {
  const email = values?.["email"];
  if (id !== "git.noneMine" || typeof email !== "string" || email === "") return [];
  return [
    {
      label: { id: "draft.theyAreMine" },
      async run() {
        const { me } = book.current();
        await undoing.change({ id: "did.editMe" }, [{ op: "me", me: { ...me, emails: [...me.emails, email] }, was: me }]);
        await commands.executeCommand("khobor.draftAgain" satisfies CommandId);
      },
    },
  ];
}

import { UnsafeAddress } from "../../../core/ports/channels";
import type { Answered } from "../../../core/ports/services";
import type { Text } from "../../../core/say";
import type { Instant } from "../../../core/time/types";
import type { CommandId } from "../../commandIds";
import type { MessageAction } from "../../messages";
import { here } from "../book/deps";
import type { NodeArgument } from "../nodeArgument";
import type { ServiceDeps } from "./deps";

/** A tool did not do what was asked of it. `problem` says why, in one sentence. */
export class ToolProblem extends Error {
  override readonly name = "ToolProblem";
  constructor(
    readonly problem: Text,
    detail: string,
    /** The tool is not asked again before. */
    readonly retryAfter?: Instant,
  ) {
    super(detail);
  }
}

/** The value of a good answer. Throws ToolProblem for any other. */
export function valueOf<T>(answered: Answered<T>): T {
  if (answered.is === "ok") return answered.value;
  throw new ToolProblem(answered.reason, answered.detail, answered.is === "failed" ? answered.retryAfter : undefined);
}

/** Does the job; what a tool has against it is said with what to do next. Everything else is thrown on. */
export async function saidToUser<T>(job: () => Promise<T>, deps: Pick<ServiceDeps, "log" | "messages" | "commands" | "book" | "clock">, node?: NodeArgument): Promise<T | undefined> {
  try {
    return await job();
  } catch (error) {
    const problem = problemIn(error, deps);
    if (problem === undefined) throw error;
    deps.log.warn(`a tool of a client's: ${String(error)}`);
    deps.messages.fail(problem, ...nextStep(problem, deps, node));
    return undefined;
  }
}

/** Longer than "a minute", which the reason says by itself. Milliseconds. */
const aMoment = 90_000;

function problemIn(error: unknown, deps: Pick<ServiceDeps, "book" | "clock">): Text | undefined {
  if (error instanceof ToolProblem) {
    const { problem, retryAfter } = error;
    if (problem.id !== "service.tooMany" || retryAfter === undefined || Date.parse(retryAfter) - Date.parse(deps.clock.now()) <= aMoment) return problem;
    return { id: "tool.notBefore", values: { ...problem.values, when: { time: "moment", at: retryAfter, ...here(deps) } } };
  }
  return error instanceof UnsafeAddress ? { id: "tool.unsafe" } : undefined;
}

function nextStep({ id }: Text, { commands }: Pick<ServiceDeps, "commands">, node: NodeArgument | undefined): readonly MessageAction[] {
  const action = (label: Text["id"], command: CommandId, ...args: unknown[]): MessageAction => ({ label: { id: label }, run: () => commands.executeCommand(command, ...args) });
  if (id === "service.token" || id === "service.signInOver" || id === "service.notConnected" || id === "service.forbidden") return [action("tool.connectAgain", "khobor.connectService")];
  if (id === "tool.placeGone" || id === "tool.partGone") return [action("tool.chooseAgain", "khobor.linkTool", ...(node ? [node] : []))];
  if (id === "tool.unsafe" || id === "service.strange") return [action("tool.openSettings", "khobor.openSettings")];
  return [];
}

import { existsSync } from "node:fs";
import path from "node:path";
import { simpleGit, type SimpleGit } from "simple-git";
import { gitEnvironment, type GitEnvironment, type GitOptions } from "./environment";

/** Why git gave no answer. `exitCode` is absent where git did not run or was ended by a signal. */
export class GitFailure extends Error {
  constructor(
    readonly kind: "noGit" | "gone" | "failed",
    readonly stderr: string,
    readonly exitCode?: number,
  ) {
    super(stderr.trim() || `git ended with ${exitCode ?? "a signal"}`);
    this.name = "GitFailure";
  }
}

interface RunOptions {
  readonly input?: string | Buffer;
  readonly signal?: AbortSignal | undefined;
  /** Takes the output as it comes, instead of the result; false: enough, git is ended. */
  readonly take?: (chunk: Buffer) => boolean;
  /** Exit codes that are an answer; 0 alone when absent. */
  readonly accept?: readonly number[];
}
/**
 * Runs git in a folder and resolves to its output, byte for byte. Rejects with a GitFailure, or with the signal's reason.
 * Nothing that a repository's configuration names is run. Whoever calls keeps revisions and paths from being read as
 * options: revisions go through --stdin as hashes, paths behind "--" with pathspec magic in front.
 */
export type Git = (cwd: string, args: readonly string[], options?: RunOptions) => Promise<Buffer>;

/** In front of every command. The keys are ours, so that a repository's own values cannot act. */
const config = ["core.fsmonitor=false", "core.quotePath=false", "log.showSignature=false", "log.showRoot=true", "log.follow=false", "color.ui=false"];

interface Result {
  stderr: string;
  exitCode?: number;
  /** Whoever takes the output has had enough of it. */
  isEnough: boolean;
  /** What the taker threw. */
  broken?: Error;
}

const nothing = Buffer.alloc(0);

export function createGit(options: GitOptions = {}): Git {
  const environment = gitEnvironment(options);
  return async (cwd, args, { input, signal, take, accept = [0] } = {}) => {
    signal?.throwIfAborted();
    if (isPlanted(cwd, environment.binary)) throw new GitFailure("noGit", `not run: ${environment.binary} lies in ${cwd}`);
    const stop = new AbortController();
    const chunks: Buffer[] = [];
    const result: Result = { stderr: "", isEnough: false };

    const git = open(cwd, environment, stop.signal, input, result);
    git.outputHandler((_command, stdout) => {
      // simple-git would keep every byte besides, and make one string of them at the end.
      stdout.removeAllListeners("data");
      stdout.on("data", (chunk: Buffer) => {
        if (result.isEnough || chunk.length === 0) return;
        if (take === undefined) {
          chunks.push(chunk);
          return;
        }
        try {
          result.isEnough = !take(chunk);
        } catch (error) {
          result.broken = error instanceof Error ? error : new Error(String(error));
          result.isEnough = true;
        }
        if (result.isEnough) stop.abort();
      });
      // Where nothing was said, simple-git waits 50 ms for late words; an empty one tells it that none will come.
      stdout.on("end", () => stdout.emit("data", nothing));
    });

    const aborted = new Promise<never>((_resolve, reject) => {
      signal?.addEventListener("abort", () => {
        stop.abort();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the signal's reason, as it is
        reject(signal.reason);
      }, { signal: stop.signal });
    });
    // What went wrong is in the result already, unless simple-git itself refused.
    const done = git.raw(["--no-pager", ...args]).then(
      () => undefined,
      (error: unknown) => {
        result.stderr ||= String(error);
      },
    );
    await Promise.race([done, aborted]).finally(() => stop.abort());
    if (result.broken !== undefined) throw result.broken;
    if (result.isEnough) return nothing;
    // simple-git takes a silent failure, and an end by a signal, for success.
    if (result.exitCode === undefined || !accept.includes(result.exitCode)) throw failure(cwd, result);
    return Buffer.concat(chunks);
  };
}

function open(
  cwd: string,
  { binary, env, allowed }: GitEnvironment,
  abort: AbortSignal,
  input: string | Buffer | undefined,
  result: Result,
): SimpleGit {
  try {
    return simpleGit({
      baseDir: cwd,
      binary,
      abort,
      config: [...config],
      // simple-git guards the key, whatever its value: ours switches the monitor off. No other guard is lifted.
      unsafe: { allowUnsafeFsMonitor: true },
      allowEnvironment: allowed,
      // By default a process counts as finished 50 ms after its exit, with output perhaps still to come.
      completion: { onClose: true, onExit: false },
      ...(input === undefined ? {} : { input: () => input }),
      errors: (error, { stdErr, exitCode }) => {
        result.stderr = Buffer.concat(stdErr).toString();
        // A process ended by a signal has no code, whatever the types say.
        if (typeof exitCode === "number") result.exitCode = exitCode;
        return error;
      },
    }).env(env);
  } catch (error) {
    if (!existsSync(cwd)) throw new GitFailure("gone", String(error));
    throw error;
  }
}

function failure(cwd: string, { stderr, exitCode }: Result): GitFailure {
  if (/^Error: spawn .* (ENOENT|EACCES|EPERM)\b/.test(stderr)) return new GitFailure(existsSync(cwd) ? "noGit" : "gone", stderr);
  return new GitFailure("failed", stderr, exitCode);
}

/** Windows looks for a program in the folder it is started in before it looks anywhere else. */
function isPlanted(cwd: string, binary: string): boolean {
  if (process.platform !== "win32") return false;
  return ["", ".exe", ".com"].some((ending) => existsSync(path.join(cwd, binary + ending)));
}

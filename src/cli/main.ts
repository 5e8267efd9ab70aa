import { readFile } from "node:fs/promises";
import path from "node:path";
import { BadInput, oneOf, readArguments, Usage } from "./arguments";
import type { Clock } from "../core/ports/clock";
import { GitProblem } from "../core/ports/git";
import type { Text } from "../core/say";
import type { Zone } from "../core/time/types";
import { instantAt, parseInstant } from "../core/time/zoned";
import type { DraftedUpdate } from "../flows/draftUpdate";
import { draftReport, formats, type Format } from "../flows/workReport";

const HELP = `khobor: a client's update from git commits

  draft --repo PATH…      drafts an update from the commits of these repositories
    --from REV --to REV     the range of commits
    --since ISO             or: commits since then; else the last week in which there was work
    --author EMAIL…         only commits of these authors; everyone's when none is given
    --include GLOB…         only commits that touch these paths
    --lang en|bn            the language of the message (en)
    --client NAME           who is written to (nobody is named)
    --format md|text|json   (md)

  summarize FILE.json     sums up commits that are in a file: { "commits": [{ "hash", "subject", "body", "date", "files" }] }
    --format json           (json)

  --help                  this page
`;

const speaking = async () => (await import("./say")).say;
const said = async (text: Text): Promise<string> => (await speaking())(text);

const clock: Clock = {
  now: () => instantAt(Date.now()),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone as Zone,
};
/** For a range, which tells of no day but today. To ask for the zone by name takes longer than the rest of the draft's dates and times. */
const clockOfToday: Clock = {
  ...clock,
  zone: () => offsetOf(new Date().getTimezoneOffset()),
};

/** What the command line does; resolves to whether a whole draft was written. */
export async function main(args: readonly string[]): Promise<boolean> {
  try {
    return await run(args);
  } catch (error) {
    process.stderr.write(`khobor: ${await sentenceFor(error)}\n`);
    process.exitCode = error instanceof BadInput || error instanceof GitProblem ? 1 : 2;
    return false;
  }
}

async function run([command, ...args]: readonly string[]): Promise<boolean> {
  if (command === undefined || command === "help" || command === "--help" || args.includes("--help")) print(HELP);
  else if (command === "draft") return draft(args);
  else if (command === "summarize") await summarize(args);
  else throw new Usage(`There is no command "${command}".`);
  return false;
}

async function draft(args: readonly string[]): Promise<boolean> {
  const { options, positionals } = readArguments(
    args,
    ["from", "to", "since", "lang", "client", "format"],
    ["repo", "author", "include"],
  );
  if (positionals[0] !== undefined) throw new Usage(`"${positionals[0]}" belongs to no option.`);
  const [from, to, since, client] = ["from", "to", "since", "client"].map((name) => options[name]?.[0]);
  const at = since === undefined ? undefined : parseInstant(since);
  if (since !== undefined && at === undefined) throw new Usage(`--since takes a time like 2026-11-20 or 2026-11-20T09:00Z, not "${since}".`);
  const format = oneOf<Format>("format", options["format"]?.[0], formats);
  const language = oneOf("lang", options["lang"]?.[0], ["en", "bn"]);

  const isRange = (from ?? to) !== undefined;
  const paths = (options["repo"] ?? ["."]).map((repo) => path.resolve(repo));
  // All that a draft needs in one go, and only when one is asked for.
  const { draftInTerminal } = await import("./draft");
  const drafted = await draftInTerminal({
    paths,
    language,
    authors: options["author"] ?? [],
    include: options["include"] ?? [],
    ...(client !== undefined && { clientName: client }),
    ...(at !== undefined && { since: at }),
    ...(isRange && { range: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } }),
  }, isRange ? clockOfToday : clock);
  const sentences = await Promise.all(drafted.problems.map(({ problem }) => said(problem)));
  const unread = new Set(drafted.problems.map(({ scopeId }) => scopeId)).size === paths.length && Object.keys(drafted.provenance.readUpTo).length === 0;
  if (unread && sentences[0] !== undefined) throw new BadInput(sentences[0]);
  for (const sentence of sentences) process.stderr.write(`khobor: ${sentence}\n`);
  print(await inFormat(format, drafted));
  return drafted.provenance.items.length > 0;
}

async function inFormat(format: Format, { provenance }: DraftedUpdate): Promise<string> {
  if (format === "md") return provenance.rendered;
  if (format === "json") return json(draftReport(provenance, await speaking()));
  const { toPlainText } = await import("../core/drafting/plainText");
  return toPlainText(provenance.rendered);
}

async function summarize(args: readonly string[]): Promise<void> {
  const { options, positionals } = readArguments(args, ["format"], []);
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new Usage("summarize takes one file.");
  oneOf("format", options["format"]?.[0], ["json"]);
  const { summarizeFile, WrongShape } = await import("../flows/summarizeFile");
  try {
    print(json(summarizeFile(await readJson(file), await speaking())));
  } catch (error) {
    throw error instanceof WrongShape ? new BadInput(`${file} is not a list of commits: ${error.message}.`) : error;
  }
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new BadInput(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BadInput(`${file} is not JSON.`);
  }
}

/** "+06:00". @param west minutes, as Date counts them */
function offsetOf(west: number): Zone {
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  return `${west > 0 ? "-" : "+"}${two(Math.abs(west) / 60)}:${two(Math.abs(west) % 60)}` as Zone;
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
const print = (text: string) => process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);

async function sentenceFor(error: unknown): Promise<string> {
  if (error instanceof Usage) return `${error.message} See --help.`;
  if (error instanceof BadInput) return error.message;
  return error instanceof GitProblem ? said(error.problem.problem) : String(error);
}

import path from "node:path";
import { parseArgs } from "node:util";
import { interleaved, median, medianRatio, ms, times } from "./measure";
import { activation } from "./speed/activation";
import { sizes } from "./speed/bundle";
import { back, bareGitLog, drafting, git, type Asked } from "./speed/clickToDraft";
import { firstOfSession } from "./speed/firstOfSession";
import { madeRepository } from "./speed/madeRepository";
import { sidebar } from "./speed/sidebar";
import { wholeProcesses } from "./speed/wholeProcess";

export const about = "click to draft against bare git log, over sizes of history; what is loaded at activation and how long that takes; the sidebar; what runs while nothing happens";
export const help = `--repo PATH…   these repositories too
--large        also a history of 290,000 commits (minutes to make)
--rounds N     how often each is run (15)
--only TEXT    only the rows with this in their name`;

interface Row {
  readonly what: string;
  readonly on: string;
  readonly ours: string;
  readonly against: string;
  readonly ratio: string;
  readonly goal?: string;
  readonly met?: boolean;
  readonly raw?: unknown;
}

export async function run(args: readonly string[], say: (line: string) => void): Promise<{ rows: readonly Row[]; notes: readonly string[] }> {
  const { values } = parseArgs({
    args: [...args],
    options: { repo: { type: "string", multiple: true }, large: { type: "boolean" }, rounds: { type: "string" }, only: { type: "string" } },
  });
  const rounds = Number(values.rounds ?? 15);
  const wanted = (what: string) => values.only === undefined || what.includes(values.only);
  const folder = path.resolve("out/bench/repositories");
  const made: string[] = [];
  for (const size of [2_600, 41_000, ...(values.large ? [290_000] : [])]) made.push(await madeRepository(size, folder, say));
  // npm starts its scripts in the project's folder; paths are meant from where the user stands.
  const given = (values.repo ?? []).map((repo) => path.resolve(process.env["INIT_CWD"] ?? ".", repo));
  const rows: Row[] = [];

  const compare = async (what: string, asked: Asked, most: number): Promise<void> => {
    const on = nameOf(asked.repository);
    if (!wanted(what)) return;
    say(`${what}, ${on}…`);
    const draft = drafting(asked);
    const { commits } = await draft();
    const measured = await interleaved(rounds, { git: bareGitLog(asked), draft });
    const ratio = medianRatio(measured["draft"] ?? [], measured["git"] ?? []);
    rows.push({
      what: `${what} (${commits.toLocaleString("en")} commits)`, on, goal: `≤ ${most} ×`, met: ratio <= most,
      ours: ms(median(measured["draft"] ?? [])), against: ms(median(measured["git"] ?? [])), ratio: times(ratio), raw: measured,
    });
  };

  for (const repository of [...made, ...given]) {
    const from = back(repository, 200);
    if (from === undefined) {
      say(`${nameOf(repository)} has fewer than 200 commits: left out`);
      continue;
    }
    await compare("the next draft", { repository, from }, 3);
    await compare("the first draft of a project", { repository, from, firstTime: true }, 3);
    const busy = busyFolder(repository, from);
    await compare("with a path scope", { repository, from: back(repository, 200, busy) ?? git(repository, "rev-list", "--max-parents=0", "--max-count=1", "HEAD"), include: [busy] }, 1.5);
    const far = back(repository, 10_000);
    if (far !== undefined) await compare("a long range", { repository, from: far }, 2);
  }
  if (wanted("flat over history")) {
    say("flat over history…");
    const all = made.map((repository) => [nameOf(repository), drafting({ repository, from: back(repository, 200) ?? "" })] as const);
    const measured = await interleaved(rounds, Object.fromEntries(all));
    const medians = Object.values(measured).map(median);
    const ratio = Math.max(...medians) / Math.min(...medians);
    rows.push({ what: "flat over history", on: "all that were made", ours: medians.map(ms).join(" / "), against: "", ratio: times(ratio), goal: "≤ 1.5 ×", met: ratio <= 1.5, raw: measured });
  }

  for (const repository of wanted("whole process") ? [...made, ...given] : []) {
    say(`whole processes, ${nameOf(repository)}…`);
    const measured = await wholeProcesses(repository, back(repository, 200) ?? "", Math.min(rounds, 9));
    for (const [tool, theirs] of Object.entries(measured ?? {})) {
      if (measured === undefined || tool === "ours") continue;
      const ours = measured["ours"] ?? [];
      const ratio = medianRatio(ours, theirs);
      const isPeer = !tool.includes("without");
      rows.push({
        what: `whole process, ${tool}`, on: nameOf(repository), ours: ms(median(ours)), against: ms(median(theirs)), ratio: times(ratio),
        ...(isPeer && { goal: "< 1 ×", met: ratio < 1 }), raw: { ours, theirs },
      });
    }
  }

  const repository = made[0] ?? "";
  if (wanted("the first of a session")) {
    say("the first of a session…");
    const { first, next } = await firstOfSession(repository, back(repository, 200) ?? "", Math.min(rounds, 9));
    const more = median(first.map((time, at) => time - (next[at] ?? NaN)));
    rows.push({ what: "the first of a session, on top", on: nameOf(repository), ours: ms(median(first)), against: ms(median(next)), ratio: `+ ${ms(more)}`, goal: "≤ 150 ms", met: more <= 150, raw: { first, next } });
  }
  if (wanted("sidebar") || wanted("idle")) {
    say("the sidebar of 200 clients with 20 milestones each…");
    const { first, changed, repainted, timers, processes } = await sidebar(rounds);
    const none = { against: "", ratio: "" };
    const on = "200 × 20, in process";
    rows.push({ what: "sidebar, the first rows", on, ours: ms(median(first)), ...none, goal: "≤ 100 ms", met: median(first) <= 100, raw: { first } });
    rows.push({ what: "sidebar, after one milestone changed", on, ours: ms(median(changed)), ...none, raw: { changed } });
    rows.push({ what: "rows painted again for it", on, ours: String(repainted), ...none, goal: "1", met: repainted === 1 });
    rows.push({ what: "idle: timers left running", on, ours: String(timers), ...none, goal: "≤ 1", met: timers <= 1 });
    rows.push({ what: "idle: processes", on, ours: String(processes), ...none, goal: "0", met: processes === 0 });
  }
  if (wanted("activation time")) {
    say("activation, in a real VS Code…");
    const { ours, empty, classic, git: theirs } = await activation(Math.min(rounds, 9), say);
    const raw = { ours, empty, classic, git: theirs };
    for (const [kind, nothing] of [["an ES module", empty], ["CommonJS", classic]] as const) {
      const above = median(ours.map((time, at) => time - (nothing[at] ?? NaN)));
      rows.push({ what: `activation time, above an empty extension's (${kind})`, on: "a real VS Code", ours: ms(median(ours)), against: ms(median(nothing)), ratio: `+ ${ms(above)}`, goal: "≤ 25 ms", met: above <= 25, raw });
    }
    const ratio = medianRatio(ours, theirs);
    rows.push({ what: "activation time, the built-in Git extension's", on: "a real VS Code", ours: ms(median(ours)), against: ms(median(theirs)), ratio: times(ratio), goal: "< 1 ×", met: ratio < 1 });
  }
  if (wanted("loaded at activation") || wanted("vsix")) {
    say("the production build and the package…");
    const { atStart, before, files, vsix } = await sizes();
    rows.push({ what: "loaded before activate() is called", on: "extension.js", ours: kb(before), against: "", ratio: "", raw: { before } });
    rows.push({ what: `loaded at activation (${files} files)`, on: "extension.js, house", ours: kb(atStart), against: "", ratio: "", goal: "≤ 120 KB", met: atStart <= 120 * 1024, raw: { atStart, files } });
    rows.push({ what: "the package", on: ".vsix", ours: kb(vsix), against: "", ratio: "", goal: "≤ 1024 KB", met: vsix <= 1024 * 1024, raw: { vsix } });
  }
  return { rows, notes: ["", "ours: click to draft text, in process and warm. against: bare git log of the same range with the same fields and names.", `medians of ${rounds} interleaved runs; a ratio is the median of the ratios of each round`] };
}

const nameOf = (repository: string) => path.basename(repository);
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** The folder that most of these commits touch part of, two levels deep where it can be. */
function busyFolder(repository: string, from: string): string {
  const counts = new Map<string, number>();
  for (const file of git(repository, "log", "--name-only", "--format=", `${from}..HEAD`).split("\n")) {
    const folder = file.split("/").slice(0, -1).slice(0, 2).join("/");
    if (folder !== "" && !folder.includes('"')) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "src";
}

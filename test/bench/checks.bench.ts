import { parseArgs } from "node:util";
import { check, type Finding } from "../../src/core/checks/check";
import { checkInput } from "../../src/core/checks/checkInput";
import { rules } from "../../src/core/checks/rules";
import { createSecretScanner } from "../../src/services/secretlint/scanner";
import { corpus, parts, type CorpusPart, type Written } from "./checks/corpus";
import { makeSecret, secretForms } from "./checks/madeSecrets";
import { ownDrafts } from "./checks/ownDrafts";
import { now, zone } from "./checks/relation";

export const about = "checks: how many bad messages each rule catches, how many good ones it flags, and secrets of many forms";
export const help = `--part NAME    only one part of the corpus: seen (to work with), aside (only measured), unheard (wordings on purpose unlike all others), fresh, after, clinic, garage, trades, later (never taught), manners, voices (never taught)
--show         what was missed, and what was flagged for nothing (of the part seen, unless --part says otherwise)
--only RULE    only this rule`;

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
const scanner = createSecretScanner();
const percent = (part: number, all: number): string => (all === 0 ? "–" : `${Math.round((part / all) * 1000) / 10}%`);

async function findingsIn(message: Written): Promise<readonly Finding[]> {
  const secrets = await scanner.scan(message.text);
  return check(checkInput({ ...message, secrets, now, zone }));
}

/** Parts that no rule was ever taught, to see what carries over: what a goal would make somebody teach says nothing any more. */
const untaught: ReadonlyMap<CorpusPart, string> = new Map([["unheard", "wordings on purpose unlike all others"], ["later", "written after the rules, and never taught"], ["voices", "in other voices, never taught"]]);
/** What each rule must reach: for secrets as a product that promises to keep them must, for the others as help that is not a nuisance. */
const goals = { secret: { caught: 0.95, flagged: 0.02 }, others: { caught: 0.9, flagged: 0.03 } };

export async function run(args: readonly string[], say: (line: string) => void): Promise<{ rows: readonly Row[]; notes: readonly string[] }> {
  const { values } = parseArgs({ args: [...args], options: { part: { type: "string" }, show: { type: "boolean" }, only: { type: "string" } } });
  const wanted = parts.filter((part) => values.part === undefined || values.part === part);
  const measured = await Promise.all(wanted.map(async (part) => ({ part, messages: await Promise.all(corpus(part).map(async (message) => ({ message, findings: await findingsIn(message) }))) })));
  const all = measured.flatMap(({ messages }) => messages);
  const rows: Row[] = [];
  const heard = measured.filter(({ part }) => !untaught.has(part) || values.part === part);
  for (const { id } of rules) {
    if (values.only !== undefined && values.only !== id) continue;
    rows.push(rowOf(id, heard));
  }
  if (values.only === undefined) rows.push(cleanRow("good messages with an error", all, (finding) => finding.level === "error", 0.03), cleanRow("good messages with anything", all, () => true, 0.1));
  for (const { part, messages } of measured) {
    const what = untaught.get(part);
    const bad = messages.filter(({ message }) => message.expected.length > 0);
    const caught = bad.filter(({ message, findings }) => message.expected.every((id) => findings.some(({ rule }) => rule === id))).length;
    if (values.only === undefined && what !== undefined) rows.push({ what, on: `${part}, ${bad.length} messages`, ours: percent(caught, bad.length), against: "", ratio: "" });
  }
  const own = await Promise.all(ownDrafts().map(async (message) => ({ message, findings: await findingsIn(message) })));
  if (values.only === undefined) rows.push(cleanRow("our templates' drafts with an error", own, (finding) => finding.level === "error", 0), cleanRow("our templates' drafts with anything", own, () => true, 0.03));
  if (values.only === undefined || values.only === "secret") rows.push(...(await secretRows(all.filter(({ message }) => message.expected.length === 0).map(({ message }) => message), values.show === true ? say : () => undefined)));
  if (values.show) {
    const shown = [...measured.filter(({ part }) => part === "seen" || values.part !== undefined).flatMap(({ messages }) => messages), ...own];
    for (const { message, findings } of shown) {
      const missed = message.expected.filter((id) => !findings.some(({ rule }) => rule === id) && (values.only ?? id) === id);
      const extra = message.expected.length === 0 ? findings.filter(({ rule }) => (values.only ?? rule) === rule) : [];
      for (const id of missed) say(`missed ${id} in ${message.where}: ${message.text.replace(/\s+/g, " ").slice(0, 160)}`);
      for (const { rule, range } of extra) say(`flagged ${rule} in ${message.where}: ${message.text.slice(range.start, range.end).slice(0, 100)}`);
    }
  }
  const count = (part: CorpusPart, bad: boolean) => measured.find((each) => each.part === part)?.messages.filter(({ message }) => message.expected.length > 0 === bad).length ?? 0;
  return { rows, notes: wanted.map((part) => `${part}: ${count(part, false)} good messages, ${count(part, true)} bad ones.`).concat("ours: bad ones caught; against: good ones flagged. corpus/README.md tells how the parts came about, and what was measured when each was new.") };
}

type Measured = readonly { readonly part: CorpusPart; readonly messages: readonly { readonly message: Written; readonly findings: readonly Finding[] }[] }[];

function rowOf(id: string, measured: Measured): Row {
  const share = (messages: Measured[number]["messages"]) => {
    const bad = messages.filter(({ message }) => message.expected.includes(id));
    const good = messages.filter(({ message }) => message.expected.length === 0);
    const has = ({ findings }: { readonly findings: readonly Finding[] }) => findings.some(({ rule }) => rule === id);
    return { bad: bad.length, caught: bad.filter(has).length, good: good.length, flagged: good.filter(has).length };
  };
  const all = share(measured.flatMap(({ messages }) => messages));
  const each = Object.fromEntries(measured.map(({ part, messages }) => [part, share(messages)]));
  const goal = id === "secret" ? goals.secret : goals.others;
  const met = all.caught >= goal.caught * all.bad && all.flagged <= goal.flagged * all.good;
  return {
    what: id,
    on: measured.map(({ part }) => `${part} ${each[part]?.caught}/${each[part]?.bad}`).join(", "),
    ours: percent(all.caught, all.bad),
    against: percent(all.flagged, all.good),
    ratio: "",
    goal: `≥ ${goal.caught * 100}%, ≤ ${goal.flagged * 100}%`,
    met,
    raw: each,
  };
}

function cleanRow(what: string, all: Measured[number]["messages"], counts: (finding: Finding) => boolean, most: number): Row {
  const good = all.filter(({ message }) => message.expected.length === 0);
  const flagged = good.filter(({ findings }) => findings.some(counts)).length;
  return { what, on: `${good.length} messages`, ours: "", against: percent(flagged, good.length), ratio: "", goal: `≤ ${most * 100}%`, met: flagged <= most * good.length };
}

/** Sentences that carry a secret as people write it. */
const carriers: readonly ((secret: string) => string)[] = [
  (secret) => `Hi Sara, here is what you need: ${secret}. Rafi`,
  (secret) => `Hi Sara,\n\n${secret}\n\nRafi`,
  (secret) => `- Access: \`${secret}\``,
  (secret) => `সারা আপা, আপনার জন্য: ${secret}। রাফি`,
];

async function secretRows(clean: readonly Written[], show: (line: string) => void): Promise<readonly Row[]> {
  const [template] = clean;
  if (!template) return [];
  const scanned = async (text: string, secret: string): Promise<{ both: boolean; alone: boolean }> => {
    const secrets = await scanner.scan(text);
    const findings = check(checkInput({ ...template, text, provenance: { ...template.provenance, items: [], rendered: text }, secrets, now, zone })).filter(({ rule }) => rule === "secret");
    const core = text.indexOf(secret);
    const covers = (start: number, end: number) => start < core + secret.length && end > core;
    return { both: findings.some(({ range }) => covers(range.start, range.end)), alone: secrets.some(({ start, end }) => covers(start, end)) };
  };
  let all = 0;
  let caught = 0;
  let alone = 0;
  const missed = new Set<string>();
  for (const form of Object.keys(secretForms).filter((name) => name !== "password" && name !== "toldKeyAlone")) {
    for (const [at, carry] of carriers.entries()) {
      for (const round of [1, 2]) {
        const secret = makeSecret(form, `fixture ${at} ${round}`);
        const result = await scanned(carry(secret), secret);
        all++;
        if (result.both) caught++;
        else missed.add(form);
        if (result.alone) alone++;
      }
    }
  }
  if (missed.size > 0) show(`missed secrets of these forms: ${[...missed].join(", ")}`);
  const flagged = (await Promise.all(clean.map(findingsIn))).filter((findings) => findings.some(({ rule }) => rule === "secret")).length;
  return [
    { what: "secrets of many forms", on: `${Object.keys(secretForms).length - 2} forms, ${all} fixtures`, ours: percent(caught, all), against: percent(flagged, clean.length), ratio: "", goal: "≥ 95%, ≤ 2%", met: caught >= 0.95 * all && flagged <= 0.02 * clean.length, raw: { missed: [...missed] } },
    { what: "the same by secretlint alone", on: `${all} fixtures`, ours: percent(alone, all), against: "", ratio: "" },
  ];
}
